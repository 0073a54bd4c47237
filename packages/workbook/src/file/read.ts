/** From the cells of a file to tables: sheets by name in either language, columns by the hidden keys, else by title. */
import { cellAddress, cellText, readSheets, type Cell, type SheetRows } from '@plumbline/intake'
import { workbookTexts } from '@plumbline/i18n'
import { fault, FaultError, type Fault } from '@plumbline/kernel'
import { keyOf } from '../cells/read.ts'
import type { JsonObject } from '../json.ts'
import { readJson } from '../cells/text.ts'
import { FIRST_ROW, ID_COLUMN, KEY_ROW, TITLE_ROW } from '../layout/place.ts'
import { SHEETS, type ReadRow, type ReadTable, type ReadTables, type SheetKey } from '../table.ts'

/** What the hidden sheet remembers of the standard as it was written out. */
export interface Remembered {
  readonly head: JsonObject
  /** Rows by sheet and hidden id, each with the name that it had. */
  readonly rows: readonly (readonly [sheet: SheetKey, id: string, name: string])[]
  readonly terms: readonly (readonly [vocabulary: string, id: string, name: string])[]
}

export interface ReadWorkbook {
  readonly tables: ReadTables
  readonly remembered: Remembered
  /** What is wrong with the layout of sheets that can be read all the same. */
  readonly faults: readonly Fault[]
}

export const IDS_SHEET = '_ids'
/** Layout of the sheets; a workbook of a later one is refused. */
export const WORKBOOK_SCHEMA = 1

/**
 * @throws FaultError WORKBOOK_NOT_OURS, WORKBOOK_NEWER, WORKBOOK_SHEET_MISSING, WORKBOOK_COLUMN_MISSING, and what a file
 * that is no workbook gives.
 */
export async function readWorkbookFile(bytes: Uint8Array): Promise<ReadWorkbook> {
  const sheets = await readSheets(bytes)
  const hidden = sheets.find(({ name }) => name === IDS_SHEET)
  const byKey = new Map(
    sheets.flatMap((sheet) => {
      const key = keyOf('sheets', sheet.name)
      return key === undefined ? [] : [[key, sheet] as const]
    }),
  )
  if (!hidden || byKey.size === 0) throw new FaultError([fault('WORKBOOK_NOT_OURS')])
  const remembered = remember(hidden)
  const schema = Number(remembered.head['schema'])
  if (schema > WORKBOOK_SCHEMA) throw new FaultError([fault('WORKBOOK_NEWER', { schema, known: WORKBOOK_SCHEMA })])
  const faults: Fault[] = []
  const tables = Object.fromEntries(
    SHEETS.map((key) => {
      const sheet = byKey.get(key)
      if (!sheet) faults.push(fault('WORKBOOK_SHEET_MISSING', { sheet: workbookTexts['zh-CN'].sheets[key] }))
      return [key, sheet ? tableOf(key, sheet, faults) : { rows: [], columns: [] }]
    }),
  ) as Record<SheetKey, ReadTable>
  if (faults.length > 0) throw new FaultError(faults)
  return { tables, remembered, faults: [...byKey.values()].flatMap(mergedFaults) }
}

/** Merged cells lose what stood in all but the first; heads may be merged. */
const mergedFaults = ({ name, merged }: SheetRows): readonly Fault[] =>
  merged.flatMap((range) => {
    const [cell = '', last = cell] = range.split(':')
    return Number(/\d+$/.exec(last)?.[0] ?? 0) < FIRST_ROW
      ? []
      : [fault('WORKBOOK_MERGED', { range }, { sheet: name, cell })]
  })

/** Columns without which a sheet says nothing. */
const NEEDED: Readonly<Partial<Record<SheetKey, readonly string[]>>> = {
  tree: ['level', 'name', 'type', 'weight'],
  rules: ['name', 'method'],
  basics: ['name'],
  grades: ['name', 'kind'],
  subject: ['name', 'kind'],
  vocabulary: ['name', 'kind'],
  translations: ['chinese', 'english'],
}

function tableOf(key: SheetKey, { name, rows }: SheetRows, faults: Fault[]): ReadTable {
  const keys = headOf(rows.get(KEY_ROW) ?? [], rows.get(TITLE_ROW) ?? [])
  const places = new Map(keys.flatMap((column, index) => (column === '' ? [] : [[column, index] as const])))
  for (const column of NEEDED[key] ?? [])
    if (!places.has(column)) {
      const titles: Readonly<Record<string, string>> = workbookTexts['zh-CN'].columns
      faults.push(fault('WORKBOOK_COLUMN_MISSING', { column: titles[column] ?? column }, { sheet: name, cell: 'A1' }))
    }
  const read = [...rows]
    .filter(([number]) => number >= FIRST_ROW)
    .sort(([a], [b]) => a - b)
    .map(([number, cells]) => rowOf(number, cells, { key, name, places }))
  return { rows: read, columns: [...places.keys()] }
}

/** The hidden keys; where an author has added or emptied one, the title above it. */
const headOf = (keys: readonly (Cell | undefined)[], titles: readonly (Cell | undefined)[]): readonly string[] =>
  Array.from({ length: Math.max(keys.length, titles.length) }, (_, index) => {
    const key = cellText(keys[index])
    return key === '' ? (keyOf('columns', cellText(titles[index])) ?? '') : key
  })

function rowOf(
  number: number,
  cells: readonly (Cell | undefined)[],
  {
    key,
    name,
    places,
  }: { readonly key: SheetKey; readonly name: string; readonly places: ReadonlyMap<string, number> },
): ReadRow {
  const at = places.get(ID_COLUMN)
  return {
    sheet: key,
    id: at === undefined ? '' : cellText(cells[at]),
    number,
    cell: (column) => {
      const place = places.get(column)
      return place === undefined
        ? { cell: undefined, at: { sheet: name, cell: cellAddress(number, 0) } }
        : { cell: cells[place], at: { sheet: name, cell: cellAddress(number, place) } }
    },
  }
}

function remember({ rows }: SheetRows): Remembered {
  let head: JsonObject = {}
  const kept: (readonly [SheetKey, string, string])[] = []
  const terms: (readonly [string, string, string])[] = []
  for (const cells of rows.values()) {
    const [kind, first = '', second = '', third = ''] = [0, 1, 2, 3].map((index) => cellText(cells[index]))
    const sheet = SHEETS.find((one) => one === first)
    if (kind === 'row' && sheet) kept.push([sheet, second, third])
    if (kind === 'term') terms.push([first, second, third])
    if (kind === 'head') head = { ...head, [first]: parsed(second) }
  }
  return { head, rows: kept, terms }
}

function parsed(text: string): JsonObject[string] {
  try {
    return readJson(text)
  } catch {
    return text
  }
}
