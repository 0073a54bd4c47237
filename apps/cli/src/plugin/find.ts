/** From what the user typed to a loaded plugin. */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { fault, FaultError, type Fault } from '@plumbline/kernel'
import { createRegistry, loadPlugin, loadPlugins, type LoadedPlugin } from '@plumbline/plugin-host'
import type { Terminal } from '../terminal.ts'

export interface FoundPlugin {
  readonly plugin: LoadedPlugin
  readonly directory: string
  /** Other versions and plugins beside it and among the supplied ones. */
  readonly available: readonly LoadedPlugin[]
}

/**
 * Loads the plugin that an argument names: a folder, its manifest, or the id of a supplied plugin. What it uses is looked
 * for beside it first, then among the supplied plugins.
 *
 * @throws FaultError with every fault of the plugin; `PLUGIN_NOT_FOUND` where there is none.
 */
export async function findPlugin(argument: string, terminal: Terminal): Promise<FoundPlugin> {
  const directory = await folderOf(argument, terminal)
  if (directory === null) throw new FaultError([fault('PLUGIN_NOT_FOUND', { argument })])
  const { available, broken } = await surroundings(directory, terminal.plugins)
  const name = shownPath(directory, terminal.directory)
  const plugin = await loadPlugin(directory, available, { name, broken })
  return { plugin, directory, available }
}

async function folderOf(argument: string, { directory, plugins }: Terminal): Promise<string | null> {
  const given = path.resolve(directory, argument)
  const kind = await kindOf(given)
  if (kind === 'file') return path.dirname(given)
  if (kind === 'folder') return given
  const supplied = path.join(plugins, argument)
  const isId = /^[a-z0-9][a-z0-9-]*$/i.test(argument)
  return isId && (await kindOf(supplied)) === 'folder' ? supplied : null
}

async function kindOf(target: string): Promise<'file' | 'folder' | null> {
  const found = await stat(target).catch(() => null)
  if (!found) return null
  return found.isDirectory() ? 'folder' : 'file'
}

/** Plugins that one in this folder may use. */
export const availablePlugins = async (directory: string, { plugins }: Terminal): Promise<readonly LoadedPlugin[]> =>
  (await surroundings(directory, plugins)).available

interface Surroundings {
  readonly available: readonly LoadedPlugin[]
  readonly broken: ReadonlySet<string>
}

async function surroundings(directory: string, supplied: string): Promise<Surroundings> {
  const beside = path.dirname(directory)
  const folders = beside === supplied ? [supplied] : [beside, supplied]
  const loaded = await Promise.all(folders.map((folder) => loadPlugins(folder)))
  const failed = loaded.flatMap((one) => one.failed).filter((one) => path.resolve(one.directory) !== directory)
  const available: LoadedPlugin[] = []
  for (const plugin of loaded.flatMap((one) => one.plugins)) {
    const twin = createRegistry(available).get(plugin.ref.id, plugin.ref.version)
    if (!twin) available.push(plugin)
  }
  return { available, broken: new Set(failed.flatMap(({ id }) => (id === null ? [] : [id]))) }
}

/** The path as the user would type it. */
export function shownPath(target: string, from: string): string {
  const relative = path.relative(from, target)
  return relative === '' ? '.' : relative.split(path.sep).join('/')
}

export const faultsOf = (error: unknown): readonly Fault[] | null => (error instanceof FaultError ? error.faults : null)
