import type { Plan } from '@plumbline/kernel'
import type { Catalogue, PluginRef } from '@plumbline/plugin-api'

/** One version of one plugin, verified, resolved and compiled. */
export interface LoadedPlugin {
  readonly ref: PluginRef
  /** Every plugin that it uses, resolved, those first that others of the list use. */
  readonly uses: readonly PluginRef[]
  readonly catalogue: Catalogue
  readonly plan: Plan
  /** Sources of the programs that the plan names, those of mounted plugins among them. */
  readonly programs: Readonly<Record<string, string>>
  /** Enough to load this version again from storage. */
  readonly bundle: PluginBundle
}

/** The files of a version, and what travels with them outside its digest. */
export interface PluginBundle {
  /** By path: what the digest covers. */
  readonly files: Readonly<Record<string, string>>
  /** The manifest as the schema reads it, in canonical JSON; made by `withForm`, believed only once it was checked. */
  readonly form?: string
  /** Text of `cases.yaml`: golden cases may be corrected without making another version. */
  readonly cases?: string
}

/** What a round is pinned to, for ever. */
export interface Lock {
  readonly plugin: PluginRef
  /** Every plugin that the plugin uses, resolved, those first that others of the list use. */
  readonly uses: readonly PluginRef[]
  readonly kernel: string
  /** Edition of the scoring semantics that the plugin names. */
  readonly semantics: number
  /** Digest of the sandbox that runs the plugin’s code; null where it has no code. */
  readonly sandbox: string | null
  /** ISO date from which the round's rules are read. */
  readonly asOf: string
}
