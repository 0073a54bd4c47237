import { invertPositiveDefinite } from '../../numeric/cholesky.ts'
import { sum } from '../../numeric/sum.ts'
import type { NamedColumn } from '../named-column.ts'
import { regularCorrelationsOf } from './correlations-of.ts'

/** The measure for all indicators and for each. */
export interface SamplingAdequacy {
  /** From 0 to 1: below 0.5 unacceptable, from 0.6 mediocre, from 0.7 middling, from 0.8 meritorious, from 0.9 marvellous. */
  readonly overall: number
  /** The same for each indicator. */
  readonly indicators: readonly { readonly id: string; readonly adequacy: number }[]
  readonly rows: number
}

/**
 * Kaiser-Meyer-Olkin measure of sampling adequacy: how much of the correlations is shared by all, and not between two
 * indicators alone; sum of r^2 / (sum of r^2 + sum of partial r^2), without the diagonal.
 *
 * @param columns - m columns of length n; rows with a missing value are left out. Raw values turn by their `direction`.
 * @returns An indicator that correlates with no other has 0: nothing of it is shared.
 * @throws FaultError CORRELATIONS_SINGULAR - some indicators are mixtures of others, so partial correlations do not exist.
 * @throws FaultError ROWS_TOO_FEW, COLUMN_CONSTANT, COLUMNS_TOO_FEW, COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS,
 *   COLUMN_INFINITE - see `principalComponents`.
 * @see Kaiser and Rice (1974), Little jiffy, mark IV, doi:10.1177/001316447403400115
 * @example
 * const a = { id: 'a', values: Float64Array.of(1, 2, 3, 4) }
 * const b = { id: 'b', values: Float64Array.of(1, 3, 2, 4) }
 * kaiserMeyerOlkin([a, b]).overall // 0.5
 */
export function kaiserMeyerOlkin(columns: readonly NamedColumn[]): SamplingAdequacy {
  const { matrix, rows } = regularCorrelationsOf(columns)
  const { inverse } = invertPositiveDefinite(matrix)
  const root = inverse.map((row, j) => Math.sqrt(row[j] ?? NaN))
  const squares = matrix.map((row, j) => sum(row.filter((_, k) => k !== j).map((r) => r * r)))
  const partialSquares = inverse.map((row, j) =>
    sum(row.map((entry, k) => (j === k ? 0 : entry / ((root[j] ?? NaN) * (root[k] ?? NaN)))).map((r) => r * r)),
  )
  return {
    overall: share(sum(squares), sum(partialSquares)),
    indicators: columns.map(({ id }, j) => ({ id, adequacy: share(squares[j] ?? NaN, partialSquares[j] ?? NaN) })),
    rows: rows.length,
  }
}

const share = (common: number, own: number): number => (common === 0 ? 0 : common / (common + own))
