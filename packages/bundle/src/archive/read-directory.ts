import { fault, FaultError, type FaultPlace } from '@plumbline/kernel'
import { LIMITS } from './limits.ts'
import { ZIP, type ZipEntry } from './zip-format.ts'

/**
 * Reads the directory at the end of an archive. Nothing is unpacked.
 *
 * @throws FaultError BUNDLE_NOT_ARCHIVE - no ZIP, cut off, or a directory that points outside the file.
 * @throws FaultError BUNDLE_TOO_MANY_ENTRIES - more entries than allowed; the directory is not read then.
 */
export function readDirectory(bytes: Uint8Array, at: FaultPlace): readonly ZipEntry[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const notArchive = (): FaultError => new FaultError([fault('BUNDLE_NOT_ARCHIVE', {}, at)])
  const end = findEnd(view)
  if (end === null) throw notArchive()
  const count = view.readUInt16LE(end + 10)
  if (count > LIMITS.entries) {
    throw new FaultError([fault('BUNDLE_TOO_MANY_ENTRIES', { actual: count, most: LIMITS.entries }, at)])
  }
  const entries: ZipEntry[] = []
  let position = view.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    const entry = entryAt(view, position, end)
    if (entry === null) throw notArchive()
    entries.push(entry.entry)
    position = entry.next
  }
  if (position !== end) throw notArchive()
  return entries
}

function findEnd(view: Buffer): number | null {
  const least = Math.max(0, view.length - ZIP.endLength - ZIP.longestComment)
  for (let at = view.length - ZIP.endLength; at >= least; at--) if (view.readUInt32LE(at) === ZIP.end) return at
  return null
}

function entryAt(view: Buffer, at: number, end: number): { readonly entry: ZipEntry; readonly next: number } | null {
  if (at + ZIP.directoryLength > end || view.readUInt32LE(at) !== ZIP.directory) return null
  const nameEnd = at + ZIP.directoryLength + view.readUInt16LE(at + 28)
  const next = nameEnd + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  if (next > end) return null
  const entry = {
    name: view.toString('utf8', at + ZIP.directoryLength, nameEnd),
    flags: view.readUInt16LE(at + 8),
    method: view.readUInt16LE(at + 10),
    crc: view.readUInt32LE(at + 16),
    packed: view.readUInt32LE(at + 20),
    unpacked: view.readUInt32LE(at + 24),
    mode: view.readUInt16LE(at + 40),
    start: view.readUInt32LE(at + 42),
  }
  return { entry, next }
}
