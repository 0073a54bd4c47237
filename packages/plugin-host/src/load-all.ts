import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fault, type Fault } from '@plumbline/kernel'
import semver from 'semver'
import { readBundle } from './bundle.ts'
import type { LoadedPlugin, PluginBundle } from './contract.ts'
import { faultsOf, loadManifest } from './load.ts'
import { MANIFEST_FILE, readManifest, type ManifestFile } from './read/manifest.ts'

export interface FailedPlugin {
  readonly directory: string
  /** As far as it could be read. */
  readonly id: string | null
  readonly faults: readonly Fault[]
}

export interface LoadedPlugins {
  /** By id, then by version, oldest first. */
  readonly plugins: readonly LoadedPlugin[]
  readonly failed: readonly FailedPlugin[]
}

/** Folders below `directory` that have a `plugin.yaml`, in order of their names. */
export async function discoverPlugins(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(directory, entry.name))
  const checked = await Promise.all(
    folders.map(async (folder) => ((await readdir(folder)).includes(MANIFEST_FILE) ? [folder] : [])),
  )
  return checked.flat().sort()
}

/**
 * Loads every plugin of a folder, those that are used before those that use them. One that fails takes nothing else down
 * but what is built on it.
 */
export async function loadPlugins(directory: string): Promise<LoadedPlugins> {
  const found = await Promise.all((await discoverPlugins(directory)).map(read))
  const plugins: LoadedPlugin[] = []
  const failed: FailedPlugin[] = found.flatMap((one) => ('faults' in one ? [one] : []))
  let waiting = found.flatMap((one) => ('file' in one ? [one] : []))
  while (waiting.length > 0) {
    const next = ready(waiting)
    const cycle = next.length === 0
    for (const candidate of cycle ? waiting : next) {
      const result = cycle ? failure(candidate, [cycleFault(candidate, waiting)]) : attempt(candidate, plugins, failed)
      if ('ref' in result) plugins.push(result)
      else failed.push(result)
    }
    waiting = cycle ? [] : waiting.filter((one) => !next.includes(one))
  }
  return { plugins: plugins.sort(byVersion), failed }
}

const byVersion = (a: LoadedPlugin, b: LoadedPlugin): number =>
  a.ref.id === b.ref.id ? semver.compare(a.ref.version, b.ref.version) : a.ref.id < b.ref.id ? -1 : 1

interface Candidate {
  readonly directory: string
  readonly name: string
  readonly bundle: PluginBundle
  readonly file: ManifestFile
}

async function read(directory: string): Promise<Candidate | FailedPlugin> {
  const name = `${basename(join(directory, '..'))}/${basename(directory)}`
  try {
    const bundle = await readBundle(directory, name)
    return { directory, name, bundle, file: readManifest(bundle, name) }
  } catch (error) {
    return { directory, id: null, faults: faultsOf(error, name) }
  }
}

/** Those that wait for nobody. */
function ready(waiting: readonly Candidate[]): readonly Candidate[] {
  const ids = new Set(waiting.map((one) => one.file.id))
  return waiting.filter((one) => usedIds(one).every((id) => id === one.file.id || !ids.has(id)))
}

const usedIds = ({ file }: Candidate): readonly string[] => Object.keys(file.manifest?.uses ?? {})

function attempt(
  candidate: Candidate,
  available: readonly LoadedPlugin[],
  failed: readonly FailedPlugin[],
): LoadedPlugin | FailedPlugin {
  const broken = new Set(failed.flatMap((one) => (one.id === null ? [] : [one.id])))
  try {
    const plugin = loadManifest(candidate.file, { bundle: candidate.bundle, available, broken })
    const twin = available.some(({ ref }) => ref.id === plugin.ref.id && ref.version === plugin.ref.version)
    if (!twin) return plugin
    return failure(candidate, [
      fault('PLUGIN_VERSION_TWICE', { version: plugin.ref.version }, candidate.file.locate(['version'])),
    ])
  } catch (error) {
    return failure(candidate, faultsOf(error, candidate.name))
  }
}

const failure = ({ directory, file }: Candidate, faults: readonly Fault[]): FailedPlugin => ({
  directory,
  id: file.id,
  faults,
})

/** Follows the first unmet use until a plugin comes up again. */
function cycleFault(start: Candidate, waiting: readonly Candidate[]): Fault {
  const cycle = [start.file.id ?? '']
  let here: Candidate | undefined = start
  while (here) {
    const step: string | undefined = usedIds(here).find((id) => waiting.some((one) => one.file.id === id))
    if (step === undefined) break
    cycle.push(step)
    if (cycle.indexOf(step) < cycle.length - 1) break
    here = waiting.find((one) => one.file.id === step)
  }
  return fault('PLUGIN_USES_CYCLE', { cycle }, start.file.locate(['uses', cycle[1] ?? ''], 'key'))
}
