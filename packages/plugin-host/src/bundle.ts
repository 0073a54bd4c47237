import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fault, FaultError, type Fault } from '@plumbline/kernel'
import type { PluginBundle } from './contract.ts'
import { normaliseText } from './digest.ts'

/** Bytes of one file: a hand-written standard is a few hundred kilobytes at most. */
export const MAX_FILE = 1024 * 1024
const MAX_FILES = 200

/**
 * Not part of a version's content. A changelog, a readme and package metadata say something about a version, and golden
 * cases check it: none of them can change a score or a sentence of it, and all of them may be corrected afterwards.
 * Everything else, method notes included, is what a reader of a published result relies on.
 */
const ASIDE = /^(CHANGELOG(\..*)?|README(\..*)?|package\.json|cases(\.ya?ml)?)$/i

/** Packed versions may lie beside what they were packed from. */
const PACKED = '.plb'

/**
 * Reads a plugin folder: every text file that belongs to its content, hidden files, `node_modules` and
 * packed versions left out.
 *
 * @param name - What faults call the folder; the folder as given where nothing is said.
 * @throws FaultError PLUGIN_FOLDER, PLUGIN_FILE_TOO_LARGE, PLUGIN_TOO_MANY_FILES, PLUGIN_FILE_LINK, PLUGIN_FILE_NOT_TEXT
 */
export async function readBundle(directory: string, name: string = directory): Promise<PluginBundle> {
  const faults: Fault[] = []
  const files: Record<string, string> = {}
  const paths = await contentPaths(directory, '').catch(() => {
    throw new FaultError([fault('PLUGIN_FOLDER', {}, { file: name })])
  })
  if (paths.length > MAX_FILES)
    throw new FaultError([fault('PLUGIN_TOO_MANY_FILES', { most: MAX_FILES, actual: paths.length }, { file: name })])
  for (const { path, link } of paths) {
    const at = { file: `${name}/${path}` }
    if (link) faults.push(fault('PLUGIN_FILE_LINK', {}, at))
    else {
      const text = await readText(join(directory, path))
      if (typeof text === 'string') files[path] = text
      else faults.push(fault(text.code, text.params, at))
    }
  }
  if (faults.length > 0) throw new FaultError(faults)
  return { files }
}

interface ContentPath {
  readonly path: string
  readonly link: boolean
}

async function contentPaths(directory: string, below: string): Promise<readonly ContentPath[]> {
  const entries = await readdir(join(directory, below), { withFileTypes: true })
  const found = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules' && !name.endsWith(PACKED))
      .filter(({ name }) => below !== '' || !ASIDE.test(name))
      .map(async (entry) => {
        const path = below === '' ? entry.name : `${below}/${entry.name}`
        return entry.isDirectory() ? contentPaths(directory, path) : [{ path, link: entry.isSymbolicLink() }]
      }),
  )
  return found.flat().sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The text, or why it is none. The size is asked first, so that a huge file is never read. */
async function readText(path: string): Promise<string | Pick<Fault, 'code' | 'params'>> {
  const { size } = await stat(path)
  if (size > MAX_FILE) return { code: 'PLUGIN_FILE_TOO_LARGE', params: { most: MAX_FILE, actual: size } }
  try {
    return normaliseText(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)))
  } catch {
    return { code: 'PLUGIN_FILE_NOT_TEXT', params: {} }
  }
}
