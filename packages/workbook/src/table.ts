/** A sheet as a table: what stands in which row under which column, before it is laid out and after it was read. */
import type { CellValue, PlacedCell } from './cells/context.ts'

export const SHEETS = [
  'basics',
  'subject',
  'tree',
  'rules',
  'params',
  'vocabulary',
  'grades',
  'cases',
  'translations',
  'changes',
] as const
export type SheetKey = (typeof SHEETS)[number]

/** Sheets that are written and not read: the other units of a batch, and the steps by which they are compared. */
export type ShownKey = SheetKey | 'batch' | 'steps'

/** A row to be written. */
export interface Row {
  /** Stable id, kept in a hidden column; `@` in front: shown for the formulas, not part of the standard. */
  readonly id: string
  readonly cells: Readonly<Record<string, CellValue>>
}

export interface Table {
  readonly key: ShownKey
  /** In the order in which they are shown; `_id` is added in front. */
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** What the heads of columns say that are named after something of the standard. */
  readonly heads?: Readonly<Record<string, string>>
}

/** A row that was read; columns that the sheet does not have are empty. */
export interface ReadRow {
  readonly sheet: SheetKey
  /** Empty for a row that the author has added. */
  readonly id: string
  readonly number: number
  readonly cell: (column: string) => PlacedCell
}

export interface ReadTable {
  readonly rows: readonly ReadRow[]
  readonly columns: readonly string[]
}

export type ReadTables = Readonly<Record<SheetKey, ReadTable>>
