import { Blank, type Column, type Dataset } from '@plumbline/kernel'

/** What stands in one cell: a raw value, null for unanswered, `N/A` for not applicable. */
export type Cell = number | null | 'N/A'

/** One invented unit: a value for every indicator and fact that it has an answer to. */
export interface SampleRow {
  readonly group: string | null
  readonly cells: ReadonlyMap<string, Cell>
}

/**
 * Invented rows as a dataset. Each is a unit of its own in a period of its own, so that no row is another's peer or past.
 *
 * @param apart - false puts all of them into one period, as peers of each other.
 */
export function datasetOf(rows: readonly SampleRow[], apart = true): Dataset {
  const ids = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  return {
    size: rows.length,
    units: rows.map((_, row) => `u${row + 1}`),
    periods: rows.map((_, row) => (apart ? `p${String(row + 1).padStart(6, '0')}` : 'p')),
    groups: rows.map(({ group }) => group),
    columns: new Map([...ids].map((id) => [id, columnOf(rows.map(({ cells }) => cells.get(id) ?? null))])),
  }
}

const columnOf = (cells: readonly Cell[]): Column => ({
  values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
  blanks: Uint8Array.from(cells, (cell) =>
    typeof cell === 'number' ? Blank.none : cell === null ? Blank.unanswered : Blank.notApplicable,
  ),
})

/** The row with other cells. */
export const withCells = (row: SampleRow, changed: Iterable<readonly [string, Cell]>): SampleRow => ({
  ...row,
  cells: new Map([...row.cells, ...changed]),
})
