/** Files made for the tests: bytes as other programs would write them. */
import writeXlsx from 'write-excel-file/node'
import { deflateRawSync } from 'node:zlib'

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** GB18030 bytes, by inverting the platform's decoder over the characters that the tests use. */
export function gb18030(text: string): Uint8Array {
  const table = gbkTable()
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)]
      const pair = table.get(character)
      if (!pair) throw new Error(`no GBK pair for ${character}`)
      return pair
    }),
  )
}

let cachedTable: Map<string, number[]> | null = null

function gbkTable(): Map<string, number[]> {
  if (cachedTable) return cachedTable
  const table = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (Array.from(character).length === 1 && !table.has(character)) table.set(character, [lead, trail])
    }
  }
  cachedTable = table
  return table
}

export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

type Given = string | number | boolean | Date | null | { readonly value: number; readonly format: string }

/** A workbook by write-excel-file, one array of rows for each sheet. */
export async function xlsx(sheets: Readonly<Record<string, readonly (readonly Given[])[]>>): Promise<Uint8Array> {
  const data = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map((cell) => (cell instanceof Date ? { value: cell, format: 'yyyy-mm-dd' } : cell))),
  }))
  return writeXlsx(data as unknown as Parameters<typeof writeXlsx>[0]).toBuffer()
}

export interface ZipPart {
  readonly name: string
  readonly text: string
  /** What the directory claims; the true length where not given. */
  readonly claims?: number
  readonly flags?: number
}

/** A ZIP made by hand, also such as no program would make. */
export function zip(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const packed = deflateRawSync(Buffer.from(part.text))
    const size = part.claims ?? Buffer.byteLength(part.text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(part.flags ?? 0, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(part.flags ?? 0, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, name, packed)
    directory.push(entry, name)
    offset += 30 + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

/** The parts of a workbook with one sheet, written by hand: for cells that a writing library cannot make. */
export function workbookParts(sheetXml: string, styles = ''): readonly ZipPart[] {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return [
    {
      name: 'xl/workbook.xml',
      text: `<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><x:sheets><x:sheet name="表1" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', text: styles || '<styleSheet><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>' },
    { name: 'xl/worksheets/sheet1.xml', text: sheetXml },
  ]
}
