import { createHash } from 'node:crypto'
import type { PluginBundle } from './contract.ts'

/**
 * Content digest of a plugin version: SHA-256 over its files, sorted by path (by code unit, so that no locale matters),
 * each path and content preceded by its length in bytes, so that no two sets of files read the same.
 *
 * @returns `sha256:` and 64 hex digits.
 * @example digestOf({ files: { 'plugin.yaml': 'id: x\n' } }) === digestOf({ files: { 'plugin.yaml': 'id: x\r\n' } })
 */
export function digestOf(bundle: PluginBundle): string {
  const hash = createHash('sha256')
  for (const [path, content] of Object.entries(bundle.files).sort(byPath)) {
    update(path)
    update(normaliseText(content))
  }
  return `sha256:${hash.digest('hex')}`

  function update(text: string): void {
    const bytes = Buffer.from(text, 'utf8')
    hash.update(`${bytes.length}:`).update(bytes)
  }
}

/** A checkout on Windows is the same content: no byte order mark, lines end in a line feed. */
export const normaliseText = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

const byPath = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : a > b ? 1 : 0)
