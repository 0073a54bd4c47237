import type { PluginRef } from '@plumbline/plugin-api'
import type { PluginBundle } from '@plumbline/plugin-host'
import type { Envelope } from '../signing/envelope.ts'

/** One plugin version as it travels: who it says it is, its files, and what others have signed about it. */
export interface PackedPlugin {
  /** The digest is that of the files; id and version are those that the packer read in the manifest. */
  readonly ref: PluginRef
  readonly bundle: PluginBundle
  readonly signatures: readonly Envelope[]
}

/** Format of the archive. A reader refuses one that it does not know. */
export const FORMAT = 1
export const HEADER = 'plumbline.json'
export const SIGNATURES = 'signatures.json'
export const CONTENT = 'content/'
/** How the name of a packed plugin ends. */
export const EXTENSION = '.plb'
