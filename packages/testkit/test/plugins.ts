import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { loadBundle, loadPlugins, readBundle, type LoadedPlugin } from '@plumbline/plugin-host'

const PLUGINS: string = fileURLToPath(new URL('../../../plugins', import.meta.url))

const { plugins: loaded } = await loadPlugins(PLUGINS)

export function supplied(id: string): LoadedPlugin {
  // Versions of one id stand oldest first, and the newest has the folder named after the id.
  const found = loaded.findLast(({ ref }) => ref.id === id)
  if (!found) throw new Error(`no plugin ${id}`)
  return found
}

export const casesText = (id: string): Promise<string> => readFile(`${PLUGINS}/${id}/cases.yaml`, 'utf8')

/** A supplied plugin with its manifest edited; the edit must change something. */
export async function edited(id: string, edit: (manifest: string) => string): Promise<LoadedPlugin> {
  const bundle = await readBundle(`${PLUGINS}/${id}`)
  const before = bundle.files['plugin.yaml'] ?? ''
  const after = edit(before)
  if (after === before) throw new Error(`the edit of ${id} changes nothing`)
  return loadBundle({ files: { ...bundle.files, 'plugin.yaml': after } }, loaded)
}

/** A small standard written as YAML, loaded. */
export const standard = (manifest: string): LoadedPlugin => loadBundle({ files: { 'plugin.yaml': manifest } }, [])
