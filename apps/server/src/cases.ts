import path from 'node:path'
import { readFile } from 'node:fs/promises'
import type { App } from '@plumbline/api'
import { codeOf } from '@plumbline/db'
import { discoverPlugins, folderCandidate } from '@plumbline/plugin-host'

const FILE = 'cases.yaml'

/**
 * Golden cases of a version: those that it was packed with, else those in its folder, read anew each time: they may be
 * corrected after it was loaded, which is no other version.
 *
 * @param plugins - Folder with plugin folders. A folder whose content has changed since is another version's.
 */
export const casesReader =
  (plugins: string): App['casesOf'] =>
  async ({ ref, bundle }) => {
    if (bundle.cases !== undefined) return { text: bundle.cases, name: `${ref.id} ${ref.version} ${FILE}` }
    const folders = await Promise.all((await discoverPlugins(plugins)).map(folderCandidate))
    const folder = folders.find((one) => 'digest' in one && one.digest === ref.digest)
    if (!folder) return null
    const name = `${path.basename(folder.directory)}/${FILE}`
    const text = await readFile(path.join(folder.directory, FILE), 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    })
    return text === null ? null : { text, name }
  }
