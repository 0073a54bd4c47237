import { crc32, inflateRawSync } from 'node:zlib'
import { fault, type Fault, type FaultPlace } from '@plumbline/kernel'
import { ZIP, type ZipEntry } from './zip-format.ts'

/**
 * The bytes of one entry. Never unpacks more than the directory promised, whatever the entry holds.
 *
 * @param entry - One that `entryFaults` has nothing against.
 * @returns The bytes, or the fault: BUNDLE_NOT_ARCHIVE (points outside the file, or is no deflate), BUNDLE_SIZE_LIES,
 * BUNDLE_CHECKSUM.
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, at: FaultPlace): Uint8Array | Fault {
  const packed = packedBytes(bytes, entry)
  if (packed === null) return fault('BUNDLE_NOT_ARCHIVE', {}, at)
  const content = entry.method === ZIP.stored ? packed : inflated(packed, entry.unpacked)
  if (content === 'broken') return fault('BUNDLE_NOT_ARCHIVE', {}, at)
  if (content === 'too-long' || content.length !== entry.unpacked)
    return fault('BUNDLE_SIZE_LIES', { declared: entry.unpacked }, at)
  return crc32(content) === entry.crc ? content : fault('BUNDLE_CHECKSUM', {}, at)
}

function packedBytes(bytes: Uint8Array, { start, packed, name }: ZipEntry): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (start + ZIP.localLength > view.length || view.readUInt32LE(start) !== ZIP.local) return null
  const nameStart = start + ZIP.localLength
  const nameEnd = nameStart + view.readUInt16LE(start + 26)
  const data = nameEnd + view.readUInt16LE(start + 28)
  // A reader that goes by local headers must see the same name.
  if (view.toString('utf8', nameStart, nameEnd) !== name || data + packed > view.length) return null
  return view.subarray(data, data + packed)
}

function inflated(packed: Uint8Array, most: number): Uint8Array | 'too-long' | 'broken' {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) })
  } catch (error) {
    return error instanceof RangeError ? 'too-long' : 'broken'
  }
}
