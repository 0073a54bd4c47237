import { fault, FaultError } from '../errors.ts'

export interface SampleRows {
  /** Places of the rows that are read; without it every row. Rows outside are filled all the same. */
  readonly sample?: readonly number[]
}

/** The values of a column that are read. */
export const sampled = (values: Float64Array, sample?: readonly number[]): Float64Array =>
  sample ? Float64Array.from(sample, (row) => values[row] ?? NaN) : values

/** The ways in which a missing cell is filled. */
export type ImputeMethod =
  | 'mean'
  | 'median'
  | 'group-mean'
  | 'group-median'
  | 'row-mean'
  | 'row-median'
  | 'neighbours'
  | 'em'
  | 'carry-forward'
  | 'linear'
  | 'nearest-period'

/** One cell that was missing and is no longer. */
export interface ImputedCell {
  readonly row: number
  readonly value: number
  readonly method: ImputeMethod
  /** Rows whose observed values gave this one; in row-wise methods the columns. Null where all observed data did. */
  readonly donors: readonly number[] | null
}

/** A column after imputation. */
export interface ImputedColumn {
  /** Length n; an observed value is the very one that came in. NaN where nothing could be put. */
  readonly values: Float64Array
  readonly cells: readonly ImputedCell[]
  /** Rows that stay missing, because nothing is observed to go by. */
  readonly left: readonly number[]
}

/** What one missing cell gets: a value and where it is from, or null where there is nothing to go by. */
export type Filling = Omit<ImputedCell, 'row'> | null

/** Fills the missing cells of a column, one by one, and marks each; IMPUTE_NOT_FINITE where a value overflows. */
export function fillMissing(values: Float64Array, fill: (row: number) => Filling): ImputedColumn {
  const filled = Float64Array.from(values)
  const cells: ImputedCell[] = []
  const left: number[] = []
  for (const [row, value] of values.entries()) {
    if (!Number.isNaN(value)) continue
    const found = fill(row)
    if (found === null) {
      left.push(row)
      continue
    }
    if (!Number.isFinite(found.value)) throw new FaultError([fault('IMPUTE_NOT_FINITE', { row: row + 1 })])
    filled[row] = found.value
    cells.push({ row, ...found })
  }
  return { values: filled, cells, left }
}
