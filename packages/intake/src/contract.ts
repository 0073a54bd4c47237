import type { Dataset, Fault } from '@plumbline/kernel'

/** A data file read and bound to a standard. */
export interface DataTable {
  readonly dataset: Dataset
  /** Length n: name as given, the unit's key where none is. */
  readonly names: readonly string[]
  /** Length n: code of the unit of another standard that the row's unit belongs to; null where none is given. */
  readonly areas: readonly (string | null)[]
  /** Length n: row number in the file, the header being row 1. */
  readonly rows: readonly number[]
  /** Indicator and fact ids that have a column in the file. */
  readonly items: readonly string[]
}

/** What a file came to: a table, or faults, or both. */
export interface IntakeReport {
  /** null when any fault is an error: a file is taken whole or not at all. */
  readonly table: DataTable | null
  /** Every fault of the file in row order, errors and warnings; cells by address (`F12`), unit, period, item id. */
  readonly faults: readonly Fault[]
  readonly preview: Preview
  /** Of the file's bytes, hex. */
  readonly sha256: string
}

/** What a screen shows of the file: its header, every row with a fault, and the first rows. Bounded. */
export interface Preview {
  readonly header: readonly PreviewColumn[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly totalRows: number
}

/** One column as it was understood. */
export interface PreviewColumn {
  /** `A`, `B`, … */
  readonly letter: string
  readonly text: string
  /** What the column is bound to: `unit`, `name`, `period`, `group`, `area`, an indicator or fact id; null where unknown. */
  readonly item: string | null
}

/** A cell that the user put right on screen: applied over the file before it is read. */
export interface Correction {
  readonly cell: string
  readonly value: string
}
