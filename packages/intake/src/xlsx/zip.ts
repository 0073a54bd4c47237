/**
 * The little of ZIP that an XLSX needs, with the sizes checked before anything is unpacked.
 *
 * PKWARE APPNOTE 6.3.10: end of central directory (4.3.16), central directory header (4.3.12), local header (4.3.7).
 */
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { fault, FaultError } from '@plumbline/kernel'
import { MAX_UNPACKED_BYTES } from '../table/limits.ts'

export interface Zip {
  readonly has: (name: string) => boolean
  /** The text of one entry, in chunks. */
  readonly text: (name: string) => AsyncGenerator<string>
}

interface Entry {
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly start: number
}

const END_SIGNATURE = 0x06054b50
const DIRECTORY_SIGNATURE = 0x02014b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff

/**
 * Opens a ZIP held in memory.
 *
 * @throws FaultError FILE_DAMAGED - not a ZIP that can be read.
 * @throws FaultError XLSX_ENCRYPTED - protected by a password.
 * @throws FaultError XLSX_UNPACKS_TOO_LARGE - the entries together are larger than allowed.
 */
export function openZip(bytes: Uint8Array): Zip {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(view)
  const unpacked = [...entries.values()].reduce((sum, entry) => sum + entry.unpacked, 0)
  if (unpacked > MAX_UNPACKED_BYTES) {
    const params = { megabytes: Math.ceil(unpacked / 2 ** 20), most: MAX_UNPACKED_BYTES / 2 ** 20 }
    throw new FaultError([fault('XLSX_UNPACKS_TOO_LARGE', params)])
  }
  return {
    has: (name) => entries.has(name),
    text: (name) => entryText(view, entries.get(name)),
  }
}

const damaged = (): FaultError => new FaultError([fault('FILE_DAMAGED')])

function readDirectory(view: Buffer): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  try {
    const end = findEnd(view)
    const count = view.readUInt16LE(end + 10)
    let at = view.readUInt32LE(end + 16)
    for (let index = 0; index < count; index++) {
      if (view.readUInt32LE(at) !== DIRECTORY_SIGNATURE) throw damaged()
      if ((view.readUInt16LE(at + 8) & 1) === 1) throw new FaultError([fault('XLSX_ENCRYPTED')])
      const nameLength = view.readUInt16LE(at + 28)
      const name = view.toString('utf8', at + 46, at + 46 + nameLength)
      entries.set(name, {
        method: view.readUInt16LE(at + 10),
        packed: view.readUInt32LE(at + 20),
        unpacked: view.readUInt32LE(at + 24),
        start: view.readUInt32LE(at + 42),
      })
      at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
    }
  } catch (error) {
    throw error instanceof FaultError ? error : damaged()
  }
  return entries
}

function findEnd(view: Buffer): number {
  const least = Math.max(0, view.length - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.length - END_LENGTH; at >= least; at--) {
    if (view.readUInt32LE(at) === END_SIGNATURE) return at
  }
  throw damaged()
}

async function* entryText(view: Buffer, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry || entry.start + 30 > view.length) throw damaged()
  const data = entry.start + 30 + view.readUInt16LE(entry.start + 26) + view.readUInt16LE(entry.start + 28)
  const packed = view.subarray(data, data + entry.packed)
  if (entry.method !== 0 && entry.method !== 8) throw damaged()
  const source = Readable.from([packed])
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let length = 0
  try {
    const unpacked: AsyncIterable<Uint8Array> = entry.method === 0 ? source : source.pipe(createInflateRaw())
    for await (const piece of unpacked) {
      length += piece.length
      // The directory promised a size; a file that says less than it holds is made to harm.
      if (length > entry.unpacked) throw damaged()
      yield decoder.decode(piece, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    throw error instanceof FaultError ? error : damaged()
  }
}
