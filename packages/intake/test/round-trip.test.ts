/** Law: what is written to a file comes back as the same columns and the same blanks. */
import { Blank } from '@plumbline/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDataFile } from '../src/index.ts'
import { catalogue } from './catalogue.ts'
import { gb18030, utf8, xlsx } from './files.ts'

interface Written {
  readonly text: string
  readonly value: number
  readonly blank: Blank
}

const blank = fc.constantFrom<Written>(
  { text: '', value: Number.NaN, blank: Blank.unanswered },
  { text: 'N/A', value: Number.NaN, blank: Blank.notApplicable },
  { text: '不适用', value: Number.NaN, blank: Blank.notApplicable },
  { text: '无数据', value: Number.NaN, blank: Blank.notAvailable },
  { text: 'withheld', value: Number.NaN, blank: Blank.withheld },
)
const number = fc
  .double({ noNaN: true, min: -1e12, max: 1e12 })
  .map((value): Written => ({ text: String(value), value: value === 0 ? 0 : value, blank: Blank.none }))
const level = fc
  .integer({ min: 0, max: 3 })
  .map((value): Written => ({ text: String(value), value, blank: Blank.none }))
const boolean = fc.boolean().map((yes): Written => ({ text: yes ? '是' : '否', value: yes ? 1 : 0, blank: Blank.none }))
const fact = fc
  .oneof(fc.nat(), fc.constant(Number.NaN))
  .map((value): Written =>
    Number.isNaN(value)
      ? { text: '', value, blank: Blank.unanswered }
      : { text: String(value), value, blank: Blank.none },
  )

const row = fc.record({
  name: fc
    .string({ unit: fc.constantFrom('甲', '乙', 'A', ',', '"', ';', '\n', '\t', ' ', '|') })
    .map((name) => name.trim()),
  cells: fc.tuple(
    fc.oneof(number, blank),
    fc.oneof(number, blank),
    fc.oneof(level, blank),
    fc.oneof(boolean, blank),
    fact,
  ),
})
const rows = fc.array(row, { minLength: 1, maxLength: 30 })
const COLUMNS = ['growth', 'on-time', 'depth', 'certified', 'incidents']
const HEADER = ['unit', 'name', 'period', ...COLUMNS]

type Row = { readonly name: string; readonly cells: readonly Written[] }
const textRows = (given: readonly Row[]): string[][] =>
  given.map(({ name, cells }, n) => [`U${n}`, name, '2025', ...cells.map((cell) => cell.text)])
const quoted = (cells: readonly string[], delimiter: string): string =>
  cells.map((cell) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)

/** What comes back of the file, in the shape of what was written. */
async function readBack(bytes: Uint8Array): Promise<ReadBack> {
  const { table, faults } = await readDataFile({ name: 'data', bytes }, catalogue)
  const columns = COLUMNS.map((id) => table?.dataset.columns.get(id))
  return {
    errors: faults.filter((one) => one.severity === 'error'),
    names: table?.names ?? [],
    values: columns.map((column) => Array.from(column?.values ?? [])),
    blanks: columns.map((column) => Array.from(column?.blanks ?? [])),
  }
}

interface ReadBack {
  readonly errors: readonly unknown[]
  readonly names: readonly string[]
  readonly values: readonly (readonly number[])[]
  readonly blanks: readonly (readonly number[])[]
}

const asWritten = (given: readonly Row[]): ReadBack => ({
  errors: [],
  names: given.map(({ name }, n) => name || `U${n}`),
  values: COLUMNS.map((_, column) => given.map(({ cells }) => cells[column]?.value ?? Number.NaN)),
  blanks: COLUMNS.map((_, column) => given.map(({ cells }) => cells[column]?.blank ?? Blank.unanswered)),
})

it('holds for CSV, whatever the separator, line end and encoding', async () => {
  const habits = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n'),
    encode: fc.constantFrom(utf8, gb18030, (text: string) => utf8(`\ufeff${text}`)),
  })
  await fc.assert(
    fc.asyncProperty(rows, habits, async (given, { delimiter, end, encode }) => {
      const text = [HEADER, ...textRows(given)].map((cells) => quoted(cells, delimiter)).join(end)
      expect(await readBack(encode(text))).toEqual(asWritten(given))
    }),
  )
})

it('holds for XLSX', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const typed = given.map(({ name, cells }, n) => [
        `U${n}`,
        name || null,
        2025,
        ...cells.map((cell) => (cell.blank === Blank.none ? cell.value : cell.text || null)),
      ])
      expect(await readBack(await xlsx({ data: [HEADER, ...typed] }))).toEqual(asWritten(given))
    }),
    { numRuns: 30 },
  )
})
