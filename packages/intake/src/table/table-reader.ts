/** Takes a file's rows one by one and makes the table, the faults and the preview of them. */
import { fault, type Fault } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import type { FileHabits } from '../cells/cell-reader.ts'
import { cellText, type Cell } from '../cells/sheet-cell.ts'
import type { Correction, DataTable, Preview } from '../contract.ts'
import { bindHeader, type Binding } from '../header/bind-header.ts'
import { cellAddress, parseAddress } from './address.ts'
import { corrections } from './corrections.ts'
import { faultList } from './fault-list.ts'
import { columnFaults, itemColumn, keepReading, type ItemColumn } from './item-column.ts'
import { keepKeys, keyColumns, type KeyColumns } from './key-columns.ts'
import { keyReader, type KeyReader } from './keys.ts'
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts'
import { previewRows } from './preview.ts'
import { cellFaults, shapeFaults, type FileRow } from './row-faults.ts'
import { uniqueRows } from './unique-rows.ts'

export interface TableReader {
  /** One row of the file, in order; the first that is not empty is the header. */
  readonly row: (row: number, cells: readonly (Cell | undefined)[]) => void
  /** Something that is wrong with the file itself. */
  readonly fault: (found: Fault) => void
  readonly finish: () => TableRead
}

export interface TableRead {
  readonly table: DataTable | null
  readonly faults: readonly Fault[]
  readonly preview: Preview
}

export interface TableOptions extends FileHabits {
  readonly corrections: readonly Correction[]
  /** Name of the sheet; null for a CSV, where a row with too few cells is a fault too. */
  readonly sheet: string | null
}

/** What the header row says of all rows below it. */
interface Bound {
  readonly binding: Binding
  readonly keys: KeyReader
  readonly columns: readonly ItemColumn[]
}

export function tableReader(catalogue: Catalogue, options: TableOptions): TableReader {
  const { sheet } = options
  const faults = faultList()
  const preview = previewRows()
  const corrected = corrections(options.corrections)
  const unique = uniqueRows(sheet)
  const kept = keyColumns()
  let bound: Bound | null = null
  let full = false

  const begin = (row: number, cells: FileRow['cells']): void => {
    if (cells.length > MAX_COLUMNS) faults.add(fault('TOO_MANY_COLUMNS', { count: cells.length, most: MAX_COLUMNS }))
    bound = bindTable(cells.slice(0, MAX_COLUMNS), catalogue, { ...options, row })
    for (const found of bound.binding.faults) faults.add(found)
  }

  const take = (row: number, cells: FileRow['cells'], { binding, keys: readKeys, columns }: Bound): void => {
    const keys = readKeys(row, cells)
    const readings = columns.map((column) => ({ column, reading: column.read(cells[column.index] ?? '') }))
    const found = [
      ...shapeFaults({ row, cells, sheet }, binding),
      ...keys.faults,
      ...unique.check(row, keys, binding),
      ...readings.flatMap(({ column, reading }) => cellFaults(reading, column, { row, cells, sheet, keys })),
    ]
    for (const one of found.sort(byColumn)) faults.add(one)
    preview.add(row, cells, found.length > 0 ? 'faulty' : 'clean')
    keepKeys(kept, row, keys)
    for (const { column, reading } of readings) keepReading(column, reading)
  }

  return {
    row: (row, raw) => {
      const cells = corrected.apply(row, raw)
      if (cells.every((cell) => cellText(cell) === '')) return
      if (!bound) return begin(row, cells)
      if (kept.numbers.length < MAX_ROWS) return take(row, cells, bound)
      if (!full) faults.add(fault('TOO_MANY_ROWS', { most: MAX_ROWS }, { cell: cellAddress(row, 0) }))
      full = true
    },
    fault: faults.add,
    finish: () => {
      const last = [...corrected.unused(), ...columnFaults(bound?.columns ?? [], sheet)]
      for (const found of last) faults.add(found)
      if (!faults.hasErrors() && kept.numbers.length === 0) faults.add(fault(bound ? 'NO_ROWS' : 'FILE_EMPTY'))
      const table = bound && !faults.hasErrors() ? tableOf(bound.columns, kept) : null
      return { table, faults: faults.list(), preview: preview.finish(bound?.binding.preview ?? []) }
    },
  }
}

function bindTable(
  cells: FileRow['cells'],
  catalogue: Catalogue,
  options: TableOptions & { readonly row: number },
): Bound {
  const binding = bindHeader(cells, catalogue, options)
  return {
    binding,
    keys: keyReader(catalogue, binding, options.sheet),
    columns: binding.items.map((column) => itemColumn(column, catalogue, options)),
  }
}

function tableOf(
  items: readonly ItemColumn[],
  { units, names, periods, groups, areas, numbers }: KeyColumns,
): DataTable {
  const columns = new Map(items.map(({ of, column }) => [of.id, column.finish()] as const))
  return {
    dataset: { size: numbers.length, units, periods, groups, columns },
    names,
    areas,
    rows: numbers,
    items: [...columns.keys()],
  }
}

const byColumn = (a: Fault, b: Fault): number => columnOf(a) - columnOf(b)
const columnOf = (found: Fault): number => parseAddress(found.at.cell ?? '')?.column ?? 0
