import { digestOfLists, type CanonicalValue } from '@plumbline/digest'
import { Blank, type Column, type Dataset } from '@plumbline/kernel'

/** What one unit reported in one period, as it is stored. */
export interface InputUnit {
  readonly code: string
  readonly period: string
  readonly group: string | null
  readonly cells: readonly InputCell[]
}

/** One cell of what a run read. */
export interface InputCell {
  readonly item: string
  /** null exactly where `blank` is above 0. */
  readonly value: number | null
  /** A `Blank` of the kernel. */
  readonly blank: number
  /** Single ratings of a panel, where they were given. */
  readonly ratings: readonly number[] | null
}

/**
 * What a row is spelled as in a digest and in a receipt. A cell is its number, `{ blank }`, or `{ ratings, value }`; an
 * unanswered cell is left out, as a column that is not in the file is. Row numbers, names and file names do not count.
 */
export function inputForm(row: InputUnit): CanonicalValue {
  const cells: Record<string, CanonicalValue> = {}
  for (const { item, value, blank, ratings } of row.cells)
    if (blank !== Blank.unanswered) cells[item] = ratings ? { ratings, value } : blank ? { blank } : value
  return { unit: row.code, period: row.period, group: row.group, cells }
}

/**
 * Digest of everything a run is computed from, apart from the plugin, which has its own: sha256 over the canonical JSON
 * of `{ rows, history }`.
 */
export const inputDigest = (rows: readonly InputUnit[], history: readonly InputUnit[]): string =>
  digestOfLists({ rows: eachOf(rows, inputForm), history: eachOf(history, inputForm) })

function* eachOf<T>(items: readonly T[], turn: (item: T) => CanonicalValue): Generator<CanonicalValue> {
  for (const item of items) yield turn(item)
}

/** Columns from rows, in their order; an item that a row has no cell for is unanswered there. */
export function datasetOf(rows: readonly InputUnit[]): Dataset {
  const columns = new Map<string, MutableColumn>()
  for (const [row, { cells }] of rows.entries())
    for (const cell of cells) {
      const column = columns.get(cell.item) ?? emptyColumn(rows.length)
      columns.set(cell.item, column)
      writeCell(column, row, cell)
    }
  return {
    size: rows.length,
    units: rows.map(({ code }) => code),
    periods: rows.map(({ period }) => period),
    groups: rows.map(({ group }) => group),
    columns: new Map(
      Array.from(columns, ([item, { ratings, ...column }]) => [
        item,
        ratings.size > 0 ? { ...column, ratings } : column,
      ]),
    ),
  }
}

type MutableColumn = Omit<Column, 'ratings'> & { readonly ratings: Map<number, readonly number[]> }

function emptyColumn(size: number): MutableColumn {
  return {
    values: new Float64Array(size).fill(Number.NaN),
    blanks: new Uint8Array(size).fill(Blank.unanswered),
    ratings: new Map(),
  }
}

function writeCell(column: MutableColumn, row: number, cell: InputCell): void {
  column.values[row] = cell.value ?? Number.NaN
  column.blanks[row] = cell.blank
  if (cell.ratings) column.ratings.set(row, cell.ratings)
}
