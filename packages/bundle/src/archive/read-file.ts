import { readFile, stat } from 'node:fs/promises'
import { fault, FaultError } from '@plumbline/kernel'
import { LIMITS } from './limits.ts'
import type { PackedPlugin } from './packed-plugin.ts'
import { readPlb } from './read-plb.ts'

/**
 * Reads a packed plugin version from a file. The size is asked first, so that a huge file is never read.
 *
 * @throws FaultError BUNDLE_FILE - there is no such file, or it may not be read.
 * @throws FaultError with everything that `readPlb` refuses.
 */
export async function readPlbFile(path: string, name: string = path): Promise<PackedPlugin> {
  const unreadable = (): never => {
    throw new FaultError([fault('BUNDLE_FILE', {}, { file: name })])
  }
  const found = await stat(path).catch(unreadable)
  if (!found.isFile()) unreadable()
  if (found.size > LIMITS.archive)
    throw new FaultError([fault('BUNDLE_TOO_LARGE', { actual: found.size, most: LIMITS.archive }, { file: name })])
  return readPlb(new Uint8Array(await readFile(path).catch(unreadable)), name)
}
