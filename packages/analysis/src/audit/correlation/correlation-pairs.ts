import type { CorrelationKind } from '../../numeric/correlation.ts'
import { directedColumns, type PillarColumn } from '../named-column.ts'
import { testCorrelation, type Correlation } from './correlation-test.ts'

/** Two indicators and how they move together. */
export interface CorrelationPair extends Correlation {
  /** Ids, in the order of the columns. */
  readonly first: string
  readonly second: string
  /** Pillars of the two. */
  readonly pillars: readonly [string, string]
  readonly place: 'within' | 'across'
}

/**
 * Every two indicators with their correlation and whether they stand in the same pillar.
 *
 * @param columns - m columns of length n with their pillars; pairwise over the rows in which both have a value.
 * @param kind - Pearson unless said.
 * @returns m (m - 1) / 2 pairs, in the order of the columns.
 * @throws FaultError COLUMNS_TOO_FEW, COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @example
 * correlationPairs([
 *   { id: 'a', pillar: 'p', values: Float64Array.of(1, 2, 3) },
 *   { id: 'b', pillar: 'q', values: Float64Array.of(1, 2, 3) },
 * ])[0]?.place // 'across'
 */
export function correlationPairs(
  columns: readonly PillarColumn[],
  kind: CorrelationKind = 'pearson',
): CorrelationPair[] {
  const directed = directedColumns(columns, 1)
  return directed.flatMap((first, index) =>
    directed.slice(index + 1).map((second) => ({
      first: first.id,
      second: second.id,
      pillars: [first.pillar, second.pillar] as const,
      place: first.pillar === second.pillar ? ('within' as const) : ('across' as const),
      ...testCorrelation(first.values, second.values, kind),
    })),
  )
}
