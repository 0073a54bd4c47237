import { EDITIONS, fault, FaultError, KERNEL_VERSION, type Fault } from '@plumbline/kernel'
import type { PluginRef } from '@plumbline/plugin-api'
import type { Lock, LoadedPlugin, PluginBundle } from './contract.ts'
import { loadBundle } from './load.ts'
import { createRegistry, type Registry } from './registry.ts'

/**
 * What a round is pinned to: the plugin, everything it uses as resolved when it was loaded, and the kernel.
 *
 * @param sandbox - Digest of the sandbox at hand; asked for only where the plugin has code.
 * @param asOf - ISO date from which the round's rules are read; the host has no clock.
 */
export function lockOf(plugin: LoadedPlugin, asOf: string, sandbox: () => string): Lock {
  const { semantics } = plugin.plan.framework
  return {
    plugin: plugin.ref,
    uses: plugin.uses,
    kernel: KERNEL_VERSION,
    semantics,
    sandbox: runsCode(plugin) ? sandbox() : null,
    asOf,
  }
}

/** Whether an indicator of a plugin, or of what it mounts, is worked out by code. */
export const runsCode = ({ plan }: LoadedPlugin): boolean =>
  plan.nodes.some(({ spec }) => spec.kind === 'indicator' && spec.code !== undefined)

/**
 * Whether what a lock names is here, unchanged.
 *
 * @returns A fault for each plugin that is absent or whose content differs, and one for another edition of the semantics.
 */
export function checkLock(lock: Lock, registry: Registry): readonly Fault[] {
  return [
    ...[lock.plugin, ...lock.uses].flatMap((ref) => checkRef(ref, registry)),
    ...(EDITIONS.some((edition) => edition === lock.semantics)
      ? []
      : [fault('LOCK_SEMANTICS', { locked: lock.semantics, present: EDITIONS }, { plugin: lock.plugin.id })]),
  ]
}

function checkRef(ref: PluginRef, registry: Registry): readonly Fault[] {
  const present = registry.get(ref.id, ref.version)
  const at = { plugin: ref.id }
  if (!present) return [fault('LOCK_PLUGIN_ABSENT', { version: ref.version }, at)]
  if (present.ref.digest === ref.digest) return []
  return [fault('LOCK_DIGEST', { version: ref.version, locked: ref.digest, present: present.ref.digest }, at)]
}

/**
 * Loads the version that a lock names from stored files, with exactly the plugins it was locked with.
 *
 * @param bundles - Stored files by digest.
 * @throws FaultError LOCK_PLUGIN_ABSENT, LOCK_DIGEST, and everything that loading can raise.
 * @example loadLocked(lock, new Map([[lock.plugin.digest, bundle], [lock.uses[0].digest, coreBundle]]))
 */
export function loadLocked(lock: Lock, bundles: ReadonlyMap<string, PluginBundle>): LoadedPlugin {
  const uses = lock.uses.reduce<readonly LoadedPlugin[]>((loaded, ref) => [...loaded, restore(ref, loaded)], [])
  return restore(lock.plugin, uses)

  function restore(ref: PluginRef, available: readonly LoadedPlugin[]): LoadedPlugin {
    const bundle = bundles.get(ref.digest)
    if (!bundle) throw new FaultError([fault('LOCK_PLUGIN_ABSENT', { version: ref.version }, { plugin: ref.id })])
    const plugin = loadBundle(bundle, available, { name: `${ref.id}@${ref.version}` })
    const changed = checkRef(ref, createRegistry([plugin]))
    if (changed.length > 0) throw new FaultError(changed)
    return plugin
  }
}
