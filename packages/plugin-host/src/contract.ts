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
  /** The files the digest covers, by path within the plugin: enough to load this version again from storage. */
  readonly bundle: PluginBundle
}

/** The files of a version, by path. */
export interface PluginBundle {
  readonly files: Readonly<Record<string, string>>
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
