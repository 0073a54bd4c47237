/** Whatever bytes come, the answer is a report, soon, and never a table together with an error. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDataFile } from '../src/index.ts'
import { catalogue } from './catalogue.ts'
import { gb18030, utf16, utf8, workbookParts, zip } from './files.ts'
import { firstFault } from './reports.ts'

const read = (bytes: Uint8Array) => readDataFile({ name: 'x', bytes }, catalogue)
const header = 'unit,period,on-time,depth,panel,certified,incidents\n'

describe('any bytes', () => {
  const honest = async (bytes: Uint8Array): Promise<boolean> => {
    const { table, faults } = await read(bytes)
    return (table === null) === faults.some(({ severity }) => severity === 'error')
  }

  it('as a file', () => fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), honest)))

  it('as cells', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 7, maxLength: 40 }),
        (cells) => honest(utf8(header + cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))),
      ),
    ))

  it('within a workbook', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), (xml) => honest(zip(workbookParts(xml)))),
    ))
})

describe('a text made to cost time', () => {
  it.each([
    ['a long number', `A,2025,${'1'.repeat(900_000)},1,1,1,1`, 'CELL_NOT_A_NUMBER'],
    ['a long run of separators', `A,2025,1,1,"${';'.repeat(900_000)}",1,1`, 'RATING_EMPTY'],
    ['a long word', `A,2025,1,1,1,${'('.repeat(900_000)},1`, 'CELL_NOT_A_BOOLEAN'],
    ['a row without end', `A,2025,${'x'.repeat(3_000_000)}`, 'CSV_ROW_TOO_LONG'],
    ['a file of one line', 'x'.repeat(9_000_000), 'CSV_ROW_TOO_LONG'],
  ])('%s', async (_, row, code) => {
    const report = await read(utf8(header + row))
    expect(firstFault(report)).toMatchObject({ code })
    expect(JSON.stringify(report.faults).length).toBeLessThan(2000)
  })

  it('a long header', async () => {
    const report = await read(utf8(`${'('.repeat(400_000)},unit\n1,2\n`))
    expect(firstFault(report)).toMatchObject({ code: 'COLUMN_UNKNOWN', cell: 'A1' })
  })
})

it.each([
  ['a PDF', '%PDF-1.7\n1 0 obj'],
  ['a web page', '<!DOCTYPE html><html lang="zh">'],
  ['an RTF', '{\\rtf1\\ansi'],
])('refuses %s as no table, with that one fault', async (_, text) => {
  const { table, faults } = await read(utf8(text))
  expect(table).toBeNull()
  expect(faults.map(({ code }) => code)).toEqual(['FILE_NOT_A_TABLE'])
})

describe('limits', () => {
  it('refuses more columns than any standard has', async () => {
    const report = await read(utf8(`unit,period,${Array.from({ length: 1000 }, (_, n) => `#${n}`).join(',')}\n`))
    expect(firstFault(report)).toMatchObject({ code: 'TOO_MANY_COLUMNS' })
  })

  it('refuses a file beyond 64 MB without reading it', async () => {
    const report = await read(new Uint8Array(64 * 2 ** 20 + 1))
    expect(report.faults).toMatchObject([{ code: 'FILE_TOO_LARGE', params: { megabytes: 65, most: 64 } }])
  })
})

it('finds the damaged character of UTF-16', async () => {
  const good = utf16(`${header}甲`, 'le')
  const lone = Buffer.concat([good, Uint8Array.of(0x00, 0xdc), Buffer.from(',2025\n', 'utf16le')])
  expect((await read(lone)).faults).toMatchObject([
    { code: 'ENCODING_DAMAGED', params: { encoding: 'UTF-16LE', line: 2, byte: good.length + 2 } },
  ])
})

it('reads UTF-16 with characters beyond the first plane across chunks', async () => {
  const names = Array.from({ length: 30_000 }, (_, n) => `${'a'.repeat(n % 2)}𠮷`)
  const text = `unit,name,period\n${names.map((name, n) => `U${n},${name},2025`).join('\n')}`
  for (const order of ['le', 'be'] as const) {
    const { table } = await read(utf16(text, order))
    expect(table?.names).toEqual(names)
  }
})

it('keeps GB18030 apart from UTF-8 even for one short name', async () => {
  const { table } = await readDataFile({ name: 'x', bytes: gb18030('unit,name,period\nA1,联通,2025\n') }, catalogue)
  expect(table?.names).toEqual(['联通'])
})
