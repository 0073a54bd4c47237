import { fault, FaultError, type Fault, type FaultPlace } from '@plumbline/kernel'
import { entryFaults } from './check-entries.ts'
import { LIMITS } from './limits.ts'
import { readDirectory } from './read-directory.ts'
import { unpackEntry } from './unpack.ts'

/**
 * Every entry of an archive as text, by name, or every fault at once.
 *
 * @param name - What faults call the archive.
 * @throws FaultError BUNDLE_TOO_LARGE, BUNDLE_NOT_ARCHIVE, BUNDLE_TOO_MANY_ENTRIES, BUNDLE_ENTRY_…,
 * BUNDLE_UNPACKS_TOO_LARGE, BUNDLE_SIZE_LIES, BUNDLE_CHECKSUM
 */
export function readEntries(bytes: Uint8Array, name: string): ReadonlyMap<string, string> {
  const at: FaultPlace = { file: name }
  if (bytes.length > LIMITS.archive)
    throw new FaultError([fault('BUNDLE_TOO_LARGE', { actual: bytes.length, most: LIMITS.archive }, at)])
  const entries = readDirectory(bytes, at)
  const promised = entryFaults(entries, at)
  if (promised.length > 0) throw new FaultError(promised)

  const texts = new Map<string, string>()
  const faults: Fault[] = []
  for (const entry of entries) {
    const place = { ...at, path: entry.name }
    const content = unpackEntry(bytes, entry, place)
    const text = content instanceof Uint8Array ? decoded(content, place) : content
    if (typeof text === 'string') texts.set(entry.name, text)
    else faults.push(text)
  }
  if (faults.length > 0) throw new FaultError(faults)
  return texts
}

function decoded(content: Uint8Array, at: FaultPlace): string | Fault {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    return fault('BUNDLE_ENTRY_NOT_TEXT', {}, at)
  }
}
