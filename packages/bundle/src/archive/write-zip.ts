import { crc32 } from 'node:zlib'
import { ZIP } from './zip-format.ts'

/** Version 2.0 of the format, made by nobody in particular: an archive does not tell on which system it was made. */
const VERSION = 20
/** 1980-01-01, the first day a ZIP can name: an archive does not tell when it was made. */
const DATE = 0x0021

/**
 * Packs entries into a ZIP whose bytes depend on nothing but the entries: in the order given, stored without
 * compression (compressors differ from machine to machine), no times, no owners.
 *
 * @param entries - Name and content; names in ASCII or UTF-8.
 */
export function writeZip(entries: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of entries) {
    const path = Buffer.from(name, 'utf8')
    const shared = sharedFields(path, content)
    const local = Buffer.concat([uint32(ZIP.local), shared, path, content])
    parts.push(local)
    directory.push(directoryHeader({ shared, path, offset }))
    offset += local.length
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  return new Uint8Array(Buffer.concat([...parts, ...directory, endRecord(entries.length, size, offset)]))
}

/** Version to extract, flags, method, time, date, checksum, both sizes, lengths of name and extra field. */
function sharedFields(path: Buffer, content: Uint8Array): Buffer {
  const fields = Buffer.alloc(ZIP.localLength - 4)
  fields.writeUInt16LE(VERSION, 0)
  fields.writeUInt16LE(ZIP.utf8, 2)
  fields.writeUInt16LE(ZIP.stored, 4)
  fields.writeUInt16LE(DATE, 8)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(content.length, 14)
  fields.writeUInt32LE(content.length, 18)
  fields.writeUInt16LE(path.length, 22)
  return fields
}

interface Placed {
  readonly shared: Buffer
  readonly path: Buffer
  readonly offset: number
}

function directoryHeader({ shared, path, offset }: Placed): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([uint32(ZIP.directory), uint16(VERSION), shared, rest, path])
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(ZIP.endLength)
  end.writeUInt32LE(ZIP.end, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
