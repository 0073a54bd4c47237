import type { Manifest } from '@plumbline/plugin-api'
import type { LoadedPlugin } from './contract.ts'
import { readManifest } from './read/manifest.ts'

/** What an author says of a version against the one before. */
export type DeclaredChanges = NonNullable<Manifest['changes']>

/** Content never changes under its bundle. */
const known = new WeakMap<LoadedPlugin['bundle'], DeclaredChanges | null>()

/**
 * What a version says of itself against the one before: `changes` of its manifest; null where it says nothing.
 *
 * @example changesOf(plugin)?.corrects // why the results of version `since` are wrong
 */
export function changesOf({ bundle }: LoadedPlugin): DeclaredChanges | null {
  const there = known.get(bundle)
  if (there !== undefined) return there
  const read = readManifest(bundle, '').manifest?.changes ?? null
  known.set(bundle, read)
  return read
}
