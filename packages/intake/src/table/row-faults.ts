/** What is wrong with one row beyond its keys: its shape and its cells. */
import { fault, type Fault } from '@plumbline/kernel'
import type { Reading } from '../cells/reading.ts'
import { cellText, quotedText, type Cell } from '../cells/sheet-cell.ts'
import type { Binding } from '../header/bind-header.ts'
import { cellAddress, sheetPlace } from './address.ts'
import type { ItemColumn } from './item-column.ts'
import type { RowKeys } from './keys.ts'

export interface FileRow {
  readonly row: number
  readonly cells: readonly (Cell | undefined)[]
  /** null in a CSV. */
  readonly sheet: string | null
}

/** Cells where the header has none, and, in a CSV, too few of them. */
export function shapeFaults({ row, cells, sheet }: FileRow, { width, preview }: Binding): readonly Fault[] {
  if (sheet === null && cells.length < width) {
    const params = { row, cells: cells.length, columns: width }
    return [fault('ROW_TOO_SHORT', params, { cell: cellAddress(row, cells.length) })]
  }
  const stray = cells.findIndex((cell, index) => (preview[index]?.text ?? '') === '' && cellText(cell) !== '')
  if (stray < 0) return []
  const at = { ...sheetPlace(sheet), cell: cellAddress(row, stray) }
  return [fault('CELL_WITHOUT_HEADER', { row, text: quotedText(cells[stray]) }, at)]
}

/** The fault of one cell, if it has one, with its address, unit, period and item. */
export function cellFaults(
  { problem }: Reading,
  column: ItemColumn,
  { row, cells, sheet, keys }: FileRow & { readonly keys: RowKeys },
): readonly Fault[] {
  if (!problem) return []
  const params = { text: quotedText(cells[column.index]), header: column.header, ...problem.params }
  const at = {
    ...sheetPlace(sheet),
    cell: cellAddress(row, column.index),
    ...(keys.unit === '' ? {} : { unit: keys.unit }),
    ...(keys.period === '' ? {} : { period: keys.period }),
    id: column.of.id,
  }
  return [{ ...fault(problem.code, params, at), severity: problem.severity }]
}
