import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { folderCandidate } from './candidates/folder-candidate.ts'
import { loadCandidates, type LoadedPlugins } from './candidates/load-candidates.ts'
import { MANIFEST_FILE } from './read/manifest.ts'

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
  return loadCandidates(await Promise.all((await discoverPlugins(directory)).map(folderCandidate)))
}
