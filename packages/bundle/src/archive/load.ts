import { fault, FaultError } from '@plumbline/kernel'
import { loadBundle, type LoadedPlugin, type LoadOptions } from '@plumbline/plugin-host'
import type { PackedPlugin } from './packed-plugin.ts'

/**
 * Loads a packed plugin version, with the checks that a folder gets.
 *
 * @param available - Plugins that it may use.
 * @throws FaultError with every fault of the manifest, each at its line.
 * @throws FaultError BUNDLE_IDENTITY - the header names another id or version than the manifest.
 */
export function loadPacked(
  packed: PackedPlugin,
  available: readonly LoadedPlugin[],
  options: LoadOptions = {},
): LoadedPlugin {
  const name = options.name ?? `${packed.ref.id}-${packed.ref.version}.plb`
  const plugin = loadBundle(packed.bundle, available, { ...options, name })
  const [declared, actual] = [packed.ref, plugin.ref].map(({ id, version }) => `${id} ${version}`)
  if (declared === undefined || actual === undefined || declared === actual) return plugin
  throw new FaultError([fault('BUNDLE_IDENTITY', { declared, actual }, { file: name, plugin: plugin.ref.id })])
}
