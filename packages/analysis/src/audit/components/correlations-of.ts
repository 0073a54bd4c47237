import { fault } from '@plumbline/kernel'
import { collinear } from '../../numeric/collinear.ts'
import { correlationMatrix } from '../../numeric/correlation-matrix.ts'
import { completeRows, directedColumns, refuse, refuseConstant, type NamedColumn } from '../named-column.ts'

/** Columns on their complete rows, and their correlations there. */
export interface Correlated<C extends NamedColumn> {
  readonly columns: C[]
  readonly rows: number[]
  /** m x m, 1 on the diagonal. */
  readonly matrix: number[][]
}

/**
 * Pearson correlations over the complete rows: unlike pairwise ones they always form a correlation matrix.
 *
 * @param columns - m columns of length n; raw values turn by their `direction`.
 * @throws FaultError COLUMNS_TOO_FEW, COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @throws FaultError ROWS_TOO_FEW - fewer than three complete rows.
 * @throws FaultError COLUMN_CONSTANT - a column does not vary on the complete rows, for each such column.
 */
export function correlationsOf<C extends NamedColumn>(columns: readonly C[]): Correlated<C> {
  const complete = completeRows(directedColumns(columns, 2), 3)
  refuseConstant(complete.columns)
  const matrix = correlationMatrix(
    complete.columns.map(({ values }) => values),
    'pearson',
  )
  return { ...complete, matrix }
}

/**
 * Likewise, and the matrix can be inverted.
 *
 * @throws FaultError CORRELATIONS_SINGULAR - some columns are exact mixtures of each other, or there are no more rows than
 *   columns; `indicators` names those involved.
 */
export function regularCorrelationsOf<C extends NamedColumn>(columns: readonly C[]): Correlated<C> {
  const correlated = correlationsOf(columns)
  const mixtures = collinear(correlated.matrix)
  if (mixtures.length > 0) {
    const indicators = columns.filter((_, index) => mixtures.includes(index)).map(({ id }) => id)
    refuse([fault('CORRELATIONS_SINGULAR', { indicators, rows: correlated.rows.length, columns: columns.length })])
  }
  return correlated
}
