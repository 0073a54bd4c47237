import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Catalogue, PluginRef } from '@plumbline/plugin-api'

/** What loading made of a plugin version whose content never changes: enough to skip reading its manifest again. */
export interface CachedLoad {
  readonly id: string
  readonly version: string
  /** What the manifest says it uses, by range, and what that was resolved to then. */
  readonly ranges: Readonly<Record<string, string>>
  readonly uses: readonly PluginRef[]
  readonly catalogue: Catalogue
}

/** Loads kept between two starts, by digest. Losing it costs time and nothing else. */
export interface LoadCache {
  read(digest: string): Promise<CachedLoad | null>
  write(digest: string, load: CachedLoad): void
}

/**
 * A cache of files in a folder.
 *
 * @param edition - Names the program that loads: what another one wrote is not read.
 */
export function createFileCache(directory: string, edition: string): LoadCache {
  const path = (digest: string): string => join(directory, `${digest.replace(':', '-')}.json`)
  return {
    read: async (digest) => {
      try {
        return recordOf(await readFile(path(digest), 'utf8'), edition)
      } catch {
        return null
      }
    },
    write: (digest, load) => {
      const content = JSON.stringify(load)
      const record = `${edition}\n${sealOf(content)}\n${content}`
      try {
        mkdirSync(directory, { recursive: true })
        // Renamed into place: another process sees the whole file or none.
        const partial = `${path(digest)}.${process.pid}`
        writeFileSync(partial, record)
        renameSync(partial, path(digest))
      } catch {
        // A folder that cannot be written only makes the next start slower.
      }
    },
  }
}

/** Three lines: edition, CRC-32 of the last, the load. What is cut off or half written is no record. */
function recordOf(text: string, edition: string): CachedLoad | null {
  const [first = '', seal = '', content = ''] = text.split('\n')
  if (first !== edition || seal !== sealOf(content)) return null
  // Parse step: what `write` wrote, seal and edition say so.
  return JSON.parse(content) as CachedLoad
}

/** Tells a damaged file; a forger could write the database itself. */
const sealOf = (content: string): string => crc32(content).toString(16)
