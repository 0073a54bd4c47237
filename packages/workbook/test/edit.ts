/** A workbook as a person edits it: cells by row id and column, rows added, copied and taken away; saved by another writer. */
import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx'

export interface Editor {
  /** Address of a cell, such as `指标树!F12`. */
  readonly address: (sheet: string, id: string, column: string) => string
  readonly set: (sheet: string, id: string, cells: Readonly<Record<string, CellValue>>) => void
  readonly add: (sheet: string, cells: Readonly<Record<string, CellValue>>, below?: string) => void
  readonly remove: (sheet: string, id: string) => void
  readonly save: (strings?: 'shared' | 'inline') => Promise<Uint8Array>
}

export async function edit(bytes: Uint8Array): Promise<Editor> {
  const workbook = await readXlsx(bytes)
  const rowsOf = (name: string): CellValue[][] => workbook.sheets.find((sheet) => sheet.name === name)?.rows ?? []
  const columnOf = (name: string, column: string): number => (rowsOf(name)[1] ?? []).indexOf(column)
  const placeOf = (name: string, id: string): number => {
    const found = rowsOf(name).findIndex((row) => row[columnOf(name, '_id')] === id)
    if (found < 0) throw new Error(`no row ${id} in ${name}`)
    return found
  }
  const put = (name: string, row: CellValue[], cells: Readonly<Record<string, CellValue>>): void => {
    for (const [column, value] of Object.entries(cells)) row[columnOf(name, column)] = value
  }
  return {
    address: (name, id, column) => `${name}!${letter(columnOf(name, column))}${placeOf(name, id) + 1}`,
    set: (name, id, cells) => put(name, rowsOf(name)[placeOf(name, id)] ?? [], cells),
    add: (name, cells, below) => {
      const rows = rowsOf(name)
      const row: CellValue[] = []
      put(name, row, cells)
      const blank = rows.findIndex((one, index) => index > 1 && one.every((cell) => cell === null))
      rows.splice(below === undefined ? (blank < 0 ? rows.length : blank) : placeOf(name, below) + 1, 0, row)
    },
    remove: (name, id) => void rowsOf(name).splice(placeOf(name, id), 1),
    save: async (strings = 'shared') =>
      new Uint8Array(
        await writeXlsx({ sheets: workbook.sheets.map(({ name, rows }) => ({ name, rows })), stringMode: strings }),
      ),
  }
}

const letter = (index: number): string =>
  (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') + String.fromCharCode(65 + (index % 26))

/** A workbook in which values are typed and formulas stay: by sheet, row id and column key. */
export async function retyped(
  bytes: Uint8Array,
  typed: readonly (readonly [sheet: string, id: string, column: string, value: string | number])[],
): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes)
  for (const [name, id, column, value] of typed) {
    const sheet = sheets.find((one) => one.name === name)
    const row = sheet?.rows.findIndex((cells) => cells[0] === id) ?? -1
    const at = sheet?.rows[1]?.indexOf(column) ?? -1
    if (row < 0 || at < 0) throw new Error(`no cell ${name} ${id} ${column}`)
    const cells = sheet?.rows[row]
    if (cells) cells[at] = value
    sheet?.cells?.set(`${row},${at}`, { value, type: typeof value === 'number' ? 'number' : 'string' })
  }
  return new Uint8Array(
    await writeXlsx({ sheets: sheets.map(({ name, rows, cells = new Map() }) => ({ name, rows, cells })) }),
  )
}
