import type { Fault } from '@plumbline/kernel'
import type { PluginRef } from '@plumbline/plugin-api'
import type { LoadedPlugin, PluginBundle } from '../contract.ts'
import { faultsOf, loadBundle } from '../load.ts'

/** Versions that were loaded from their forms, with everything that a full check reads. */
export interface FormsToCheck {
  readonly versions: readonly FormToCheck[]
  /** Files of what they use, by digest. */
  readonly used: ReadonlyMap<string, PluginBundle>
}

/** One of them. */
export interface FormToCheck {
  /** Where it was found: two copies of one content may have different forms. */
  readonly directory: string
  /** What faults call it. */
  readonly name: string
  readonly bundle: PluginBundle
  /** Everything that it uses, as it was resolved, those first that others of the list use. */
  readonly uses: readonly PluginRef[]
}

/** What a full check found. A version built on one that fails is in neither list: it has to be loaded anew first. */
export interface FormVerdict {
  /** Where those were found of which nothing is wrong. */
  readonly sound: readonly string[]
  /** What is wrong with the others, by where they were found. */
  readonly failed: ReadonlyMap<string, readonly Fault[]>
}

/**
 * Loads versions in full, from `plugin.yaml` on, and holds their forms against it. Reads no file and keeps nothing: it may
 * run in a thread of its own.
 */
export function checkForms({ versions, used }: FormsToCheck): FormVerdict {
  const known = new Map<string, LoadedPlugin | null>()

  function usable({ id, version, digest }: PluginRef, before: readonly LoadedPlugin[]): LoadedPlugin | null {
    const there = known.get(digest)
    if (there !== undefined) return there
    const outcome = attempt(used.get(digest) ?? { files: {} }, before, `${id}@${version}`)
    const plugin = 'ref' in outcome ? outcome : null
    known.set(digest, plugin)
    return plugin
  }

  const sound: string[] = []
  const failed = new Map<string, readonly Fault[]>()
  for (const { directory, name, bundle, uses } of versions) {
    const available = uses.reduce<readonly LoadedPlugin[] | null>((before, ref) => {
      const plugin = before && usable(ref, before)
      return plugin && [...before, plugin]
    }, [])
    if (!available) continue
    const outcome = attempt(bundle, available, name)
    if ('ref' in outcome) sound.push(directory)
    else failed.set(directory, outcome)
  }
  return { sound, failed }
}

function attempt(
  bundle: PluginBundle,
  available: readonly LoadedPlugin[],
  name: string,
): LoadedPlugin | readonly Fault[] {
  try {
    return loadBundle(bundle, available, { name })
  } catch (error) {
    return faultsOf(error, name)
  }
}
