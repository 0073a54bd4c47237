import type { Manifest } from '@plumbline/plugin-api'
import type { LoadedPlugin } from '../contract.ts'
import type { Path } from '../read/path.ts'

/** What the checks of a manifest look at. */
export interface CheckContext {
  readonly manifest: Manifest
  readonly uses: readonly LoadedPlugin[]
  /** Paths of the plugin's files. */
  readonly files: readonly string[]
  /** A used plugin is absent, so a name that is unknown here may be known there. */
  readonly incomplete: boolean
  /** Top-level keys below which the schema refused something that has a name: their names are not all known. */
  readonly lost: ReadonlySet<string>
}

/** Sections that are left out whole while anything in them is broken. */
const WHOLE = new Set<string | number | undefined>([
  'uses',
  'ladders',
  'sources',
  'evidenceKinds',
  'groups',
  'grades',
  'subject',
  'inputs',
  'params',
])

export function lostNames(refused: readonly Path[]): ReadonlySet<string> {
  return new Set(
    refused.filter((path) => !isText(path) && (WHOLE.has(path[0]) || losesName(path))).map(([key]) => String(key)),
  )
}

const isText = (path: Path): boolean => path.at(-1) === 'zh' || path.at(-1) === 'en'

function losesName(path: Path): boolean {
  const last = path.at(-1)
  return path.length === 1 || last === 'id' || last === 'children' || typeof last === 'number'
}
