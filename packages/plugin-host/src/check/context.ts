import type { Manifest } from '@plumbline/plugin-api'
import type { LoadedPlugin } from '../contract.ts'

/** What the checks of a manifest look at. */
export interface CheckContext {
  readonly manifest: Manifest
  readonly uses: readonly LoadedPlugin[]
  /** A used plugin is absent, so a name that is unknown here may be known there. */
  readonly incomplete: boolean
  /** Top-level keys that the schema refused something in: their names are not all known. */
  readonly refused: ReadonlySet<string>
}
