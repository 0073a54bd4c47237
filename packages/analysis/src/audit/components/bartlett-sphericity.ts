import { invertPositiveDefinite } from '../../numeric/cholesky.ts'
import { chiSquareUpper } from '../../numeric/tails.ts'
import type { NamedColumn } from '../named-column.ts'
import { regularCorrelationsOf } from './correlations-of.ts'

/** Bartlett's test. */
export interface Sphericity {
  readonly chiSquare: number
  readonly df: number
  /** Small: the indicators correlate, so that components mean something. */
  readonly p: number
  readonly rows: number
}

/**
 * Bartlett's test that no two indicators correlate: chi2 = -(n - 1 - (2 m + 5) / 6) ln det R, with m (m - 1) / 2 degrees of
 * freedom.
 *
 * @param columns - m columns of length n; rows with a missing value are left out. Raw values turn by their `direction`.
 * @throws FaultError CORRELATIONS_SINGULAR - some indicators are mixtures of others, or there are no more complete rows
 *   than indicators.
 * @throws FaultError ROWS_TOO_FEW, COLUMN_CONSTANT, COLUMNS_TOO_FEW, COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS,
 *   COLUMN_INFINITE - see `principalComponents`.
 * @see Bartlett (1951), The effect of standardization on a chi-square approximation in factor analysis,
 *   doi:10.1093/biomet/38.3-4.337
 * @example
 * const a = { id: 'a', values: Float64Array.of(1, 2, 3, 4) }
 * const b = { id: 'b', values: Float64Array.of(1, 3, 2, 4) }
 * bartlettSphericity([a, b]).chiSquare // -1.5 * Math.log(0.36)
 */
export function bartlettSphericity(columns: readonly NamedColumn[]): Sphericity {
  const { matrix, rows } = regularCorrelationsOf(columns)
  const m = matrix.length
  const factor = rows.length - 1 - (2 * m + 5) / 6
  const chiSquare = Math.max(0, -factor * invertPositiveDefinite(matrix).lnDeterminant)
  const df = (m * (m - 1)) / 2
  return { chiSquare, df, p: chiSquareUpper(chiSquare, df), rows: rows.length }
}
