import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a hand-made archive: each field as a forger may set it, the rest as it ought to be. */
export interface Forged {
  readonly name: string
  readonly content?: Uint8Array | string
  readonly method?: 0 | 8 | 12
  readonly flags?: number
  readonly mode?: number
  /** What the directory says in place of the true size. */
  readonly unpacked?: number
  readonly crc?: number
  readonly localName?: string
}

/** Builds a ZIP that says whatever it is told to, written apart from the code under test. */
export function forge(entries: readonly Forged[], count: number = entries.length): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, central } = build(entry, offset)
    locals.push(local)
    directory.push(central)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, central, end]))
}

function build(entry: Forged, offset: number): { readonly local: Buffer; readonly central: Buffer } {
  const content = Buffer.from(entry.content ?? 'x')
  const method = entry.method ?? 0
  const data = method === 8 ? deflateRawSync(content) : content
  const fields = Buffer.alloc(20)
  fields.writeUInt16LE(entry.flags ?? 0, 0)
  fields.writeUInt16LE(method, 2)
  fields.writeUInt32LE(entry.crc ?? crc32(content), 8)
  fields.writeUInt32LE(data.length, 12)
  fields.writeUInt32LE(entry.unpacked ?? content.length, 16)
  const name = Buffer.from(entry.name)
  const localName = Buffer.from(entry.localName ?? entry.name)
  const lengths = Buffer.alloc(4)
  lengths.writeUInt16LE(localName.length)
  const rest = Buffer.alloc(18)
  rest.writeUInt16LE(name.length, 0)
  rest.writeUInt16LE(entry.mode ?? 0, 12)
  rest.writeUInt32LE(offset, 14)
  return {
    local: Buffer.concat([Buffer.from('504b03041400', 'hex'), fields, lengths, localName, data]),
    central: Buffer.concat([Buffer.from('504b010214001400', 'hex'), fields, rest, name]),
  }
}
