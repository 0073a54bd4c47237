import type { PluginRef } from '@plumbline/plugin-api'
import type { PluginBundle } from '@plumbline/plugin-host'
import type { Envelope } from '../signing/envelope.ts'

/** One plugin version as it travels: who it says it is, its files with form and cases, and what others have signed of it. */
export interface PackedPlugin {
  /** The digest is that of the files; id and version are those that the packer read in the manifest. */
  readonly ref: PluginRef
  readonly bundle: PluginBundle
  readonly signatures: readonly Envelope[]
}

/** Formats of the archive. A reader refuses one that it does not know. */
export const FORMATS = {
  /** Header, content, signatures. */
  plain: 1,
  /** With a form of the manifest, or golden cases, or both. */
  withParts: 2,
} as const
export const HEADER = 'plumbline.json'
/** What a bundle's `form` is called in the archive. */
export const FORM = 'manifest.json'
/** What a bundle's `cases` are called in the archive. */
export const CASES = 'cases.yaml'
export const SIGNATURES = 'signatures.json'
export const CONTENT = 'content/'
/** How the name of a packed plugin ends. */
export const EXTENSION = '.plb'
