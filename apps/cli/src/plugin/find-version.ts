/** From what the user typed to one version of a standard: a folder, a packed file, an id, or an id with a version. */
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { EXTENSION, loadPacked, readPlbFile } from '@plumbline/bundle'
import { fault, FaultError } from '@plumbline/kernel'
import { discoverPlugins, folderCandidate, type LoadedPlugin } from '@plumbline/plugin-host'
import { casesOf, readCases, type CaseFile } from '@plumbline/testkit'
import type { Terminal } from '../terminal.ts'
import { availablePlugins, findPlugin, shownPath } from './find.ts'

export interface FoundVersion {
  readonly plugin: LoadedPlugin
  /** Golden cases beside it, or those that came with a packed version. */
  readonly cases: CaseFile
}

/**
 * Loads the version that an argument names. `id@version` is looked for in the folder at hand, in `plugins` below it and
 * among the supplied plugins: in folders first, then in packed files. What it uses is found as `findPlugin` does.
 *
 * @throws FaultError with every fault of the plugin; PLUGIN_NOT_FOUND; VERSION_NOT_FOUND with the versions that there are.
 */
export async function findVersion(argument: string, terminal: Terminal): Promise<FoundVersion> {
  const file = path.resolve(terminal.directory, argument)
  if (argument.endsWith(EXTENSION)) return packedVersion(file, terminal)
  const [, id, version] = /^([a-z0-9][a-z0-9-]*)@(.+)$/i.exec(argument) ?? []
  const isThere = await stat(file).catch(() => null)
  if (id === undefined || version === undefined || isThere) return folderVersion(argument, terminal)
  const places = await placesOf(id, terminal)
  const place = places.find((one) => one.version === version)
  if (place) return place.packed ? packedVersion(place.path, terminal) : folderVersion(place.path, terminal)
  const versions = [...new Set(places.map((one) => one.version))]
  throw new FaultError([fault('VERSION_NOT_FOUND', { id, version, versions })])
}

async function folderVersion(argument: string, terminal: Terminal): Promise<FoundVersion> {
  const { plugin, directory } = await findPlugin(argument, terminal)
  return { plugin, cases: await readCases(directory, shownPath(directory, terminal.directory)) }
}

async function packedVersion(file: string, terminal: Terminal): Promise<FoundVersion> {
  const name = shownPath(file, terminal.directory)
  const packed = await readPlbFile(file, name)
  const plugin = loadPacked(packed, await availablePlugins(file, terminal), { name })
  return { plugin, cases: casesOf(plugin.bundle.cases, `${name}/cases.yaml`) }
}

interface Place {
  readonly path: string
  readonly version: string
  readonly packed: boolean
}

/** Where versions of a standard lie. */
async function placesOf(id: string, { directory, plugins }: Terminal): Promise<readonly Place[]> {
  const folders = [...new Set([directory, path.join(directory, 'plugins'), plugins])]
  const found = await Promise.all(folders.map(async (folder) => [await unpackedIn(folder), await packedIn(folder)]))
  return found.flat(2).flatMap((one) => (one.id === id ? [one] : []))
}

type NamedPlace = Place & { readonly id: string }

async function unpackedIn(folder: string): Promise<readonly NamedPlace[]> {
  const candidates = await Promise.all((await discoverPlugins(folder)).map(folderCandidate))
  return candidates.flatMap(({ id, version, directory }) =>
    id === null || version === null ? [] : [{ id, version, path: directory, packed: false }],
  )
}

async function packedIn(folder: string): Promise<readonly NamedPlace[]> {
  const names = await readdir(folder).catch((): string[] => [])
  const files = names.filter((name) => name.endsWith(EXTENSION)).map((name) => path.join(folder, name))
  const read = await Promise.all(files.map((file) => readPlbFile(file).catch(ifDamaged)))
  return read.flatMap((packed, place) =>
    packed ? [{ id: packed.ref.id, version: packed.ref.version, path: files[place] ?? '', packed: true }] : [],
  )
}

/** A file that cannot be read is not the version looked for; named itself, it is refused with its faults. */
function ifDamaged(error: unknown): null {
  if (error instanceof FaultError) return null
  throw error
}
