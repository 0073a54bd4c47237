import { compile, fault, FaultError, type Fault } from '@plumbline/kernel'
import type { PluginRef } from '@plumbline/plugin-api'
import { readBundle } from './bundle.ts'
import { checkManifest } from './check/manifest.ts'
import type { LoadedPlugin, PluginBundle } from './contract.ts'
import { digestOf } from './digest.ts'
import { readManifest, type ManifestFile } from './read/manifest.ts'
import { problemFault } from './read/problem.ts'
import { catalogueOf } from './resolve/catalogue.ts'
import { frameworkOf, programPath } from './resolve/framework.ts'
import { resolveUses } from './resolve/uses.ts'

/** What faults call a plugin, and which others failed. */
export interface LoadOptions {
  /** What faults call the folder, for example `plugins/example`. */
  readonly name?: string
  /** Ids of plugins that were found but did not load. */
  readonly broken?: ReadonlySet<string>
}

/**
 * Loads one plugin version from its folder.
 *
 * @param available - Plugins that it may use; of each the highest version in range is taken.
 * @throws FaultError with every fault at once, each at its line.
 * @example const plugin = await loadPlugin('plugins/example', [core])
 */
export async function loadPlugin(
  directory: string,
  available: readonly LoadedPlugin[],
  options: LoadOptions = {},
): Promise<LoadedPlugin> {
  const name = options.name ?? directory.replace(/[/\\]+$/, '')
  return loadBundle(await readBundle(directory, name), available, { ...options, name })
}

/**
 * Loads one plugin version from stored files, with the same checks: how a pinned round is scored when the folder is gone.
 *
 * @throws FaultError with every fault at once, each at its line.
 */
export function loadBundle(
  bundle: PluginBundle,
  available: readonly LoadedPlugin[],
  options: LoadOptions = {},
): LoadedPlugin {
  return loadManifest(readManifest(bundle, options.name ?? ''), {
    bundle,
    available,
    broken: options.broken ?? new Set(),
  })
}

export interface Surroundings {
  readonly bundle: PluginBundle
  readonly available: readonly LoadedPlugin[]
  readonly broken: ReadonlySet<string>
}

/** The rest of the way, once the manifest has been read. */
export function loadManifest(file: ManifestFile, { bundle, available, broken }: Surroundings): LoadedPlugin {
  const { manifest } = file
  if (!manifest) throw new FaultError(file.faults)

  const { plugins: uses, problems } = resolveUses(manifest, available, broken)
  const framework = frameworkOf(manifest, uses)
  const found = [
    ...problems,
    ...checkManifest(file.refused, {
      manifest,
      uses,
      files: Object.keys(bundle.files),
      incomplete: problems.length > 0,
      framework,
    }),
  ]
  const faults = [...file.faults, ...found.map((one) => problemFault(one, file.locate))]
  if (faults.length > 0) throw new FaultError(inOrder(faults))

  const ref = { id: manifest.id, version: manifest.version, digest: digestOf(bundle) }
  const catalogue = catalogueOf(manifest, { ref, framework, uses })
  return {
    ref,
    uses: allUses(uses),
    catalogue,
    plan: compile(framework),
    programs: programsOf(ref.id, bundle, uses),
    bundle,
  }
}

/** Everything that plugins use, resolved, each once, with themselves; those first that others use. */
export function allUses(uses: readonly LoadedPlugin[]): readonly PluginRef[] {
  const refs = uses.flatMap((plugin) => [...plugin.uses, plugin.ref])
  return refs.filter((ref, index) => refs.findIndex((one) => one.digest === ref.digest) === index)
}

/** Every program file of a plugin and of those it uses, by the path that a framework names. */
export function programsOf(
  id: string,
  { files }: PluginBundle,
  uses: readonly LoadedPlugin[],
): LoadedPlugin['programs'] {
  const own = Object.entries(files).filter(([path]) => /\.(ts|js)$/.test(path))
  return Object.fromEntries([
    ...uses.flatMap(({ programs }) => Object.entries(programs)),
    ...own.map(([path, source]) => [programPath(id, path), source] as const),
  ])
}

/** As one reads the file; one fault at one place once. */
function inOrder(faults: readonly Fault[]): readonly Fault[] {
  const distinct = new Map(faults.map((one) => [JSON.stringify([one.code, one.at, one.params]), one]))
  return [...distinct.values()].sort(
    (a, b) => (a.at.line ?? 0) - (b.at.line ?? 0) || (a.at.column ?? 0) - (b.at.column ?? 0),
  )
}

/** For callers that must not throw, such as a start that one bad plugin may not stop. */
export function faultsOf(error: unknown, name: string): readonly Fault[] {
  return error instanceof FaultError
    ? error.faults
    : [fault('PLUGIN_BROKEN', { detail: String(error) }, { file: name })]
}
