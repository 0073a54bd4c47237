import type { CorrelationKind } from '../../numeric/correlation.ts'
import { directedColumns, type NamedColumn } from '../named-column.ts'
import { testCorrelation, type Correlation } from './correlation-test.ts'

/** The correlations of every two columns. */
export interface CorrelationTable {
  readonly kind: CorrelationKind
  readonly ids: readonly string[]
  /** m x m, symmetric, in the order of `ids`. */
  readonly cells: readonly (readonly Correlation[])[]
}

/**
 * Correlations of every two of m columns, with p-values.
 *
 * @param columns - m columns of length n; pairwise over the rows in which both have a value. Raw values turn by their
 *   `direction`.
 * @param kind - Pearson unless said.
 * @returns A constant column has cells with state `constant`, also on the diagonal.
 * @throws FaultError COLUMNS_TOO_FEW, COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @example
 * const columns = [{ id: 'a', values: Float64Array.of(1, 2, 3) }, { id: 'b', values: Float64Array.of(3, 2, 1) }]
 * correlationTable(columns).cells[0]?.[1]?.r // -1
 */
export function correlationTable(columns: readonly NamedColumn[], kind: CorrelationKind = 'pearson'): CorrelationTable {
  const directed = directedColumns(columns, 1)
  const below = directed.map(({ values }, j) =>
    directed.slice(0, j + 1).map((other) => testCorrelation(other.values, values, kind)),
  )
  const undefinedCell: Correlation = { r: null, n: 0, p: null, state: 'tooFew' }
  return {
    kind,
    ids: columns.map(({ id }) => id),
    cells: directed.map((_, j) => directed.map((__, k) => below[Math.max(j, k)]?.[Math.min(j, k)] ?? undefinedCell)),
  }
}
