import type { Fault, FaultPlace } from '@plumbline/kernel'
import type { LoadedPlugin, PluginBundle } from '../contract.ts'

/** A plugin version that was found and waits for what it uses. */
export interface Candidate {
  /** Where it was found: a folder, a packed file, a name. */
  readonly directory: string
  /** As far as they could be read. */
  readonly id: string | null
  readonly version: string | null
  readonly digest: string
  /** Ids of the plugins that it uses. */
  readonly uses: readonly string[]
  /** Where the version stands. */
  readonly place: FaultPlace
  /** Where it says that it uses a plugin. */
  usePlace(id: string): FaultPlace
  readonly standing: Standing
  /** Of a version that is loaded from its form: whether the form was held against the files. Absent where they were read. */
  readonly form?: CheckedForm
  /** @throws FaultError with every fault at once. */
  load(available: readonly LoadedPlugin[], broken: ReadonlySet<string>): LoadedPlugin
}

/** The state of a form between loading and the full check. */
export interface CheckedForm {
  readonly bundle: PluginBundle
  readonly isChecked: () => boolean
  /** To be said once the full check found nothing. */
  accept(): void
}

/**
 * What becomes of two contents of one id and version: `settled` content was published and stands against any other;
 * `working` content is edited in place; `copy` is a packed file or a stored one, silent where the same content is there.
 */
export type Standing = 'settled' | 'working' | 'copy'

/** A version that could not be loaded, and why. */
export interface FailedPlugin {
  readonly directory: string
  /** As far as they could be read. */
  readonly id: string | null
  readonly version: string | null
  /** Of its content, where that could be read. */
  readonly digest?: string
  readonly faults: readonly Fault[]
}

/** The files of a version and where they are from. */
export interface Content {
  /** Where it is known already. */
  readonly digest?: string
  readonly directory: string
  /** What faults call it. */
  readonly name: string
  readonly bundle: PluginBundle
  readonly standing: Standing
}
