import type { CorrelationKind } from '../../numeric/correlation.ts'
import { refuse, type PillarColumn } from '../named-column.ts'
import { thresholdFaults } from '../threshold.ts'
import { correlationPairs, type CorrelationPair } from './correlation-pairs.ts'

/** A pair that correlates too much or too little. */
export interface CorrelationFlag extends CorrelationPair {
  /** `high`: above the upper threshold, one may be enough. `low`: below the lower one, they pull apart. */
  readonly flag: 'high' | 'low'
}

/**
 * Pairs within a pillar that correlate too much or too little for indicators of one concept.
 *
 * @param columns - m columns of length n with their pillars; pairwise over the rows in which both have a value.
 * @param options - `high` 0.9 and `low` 0 unless said; both strict. `kind` Pearson unless said.
 * @returns In the order of the columns. A pair without a correlation (constant, too few rows) has no flag.
 * @throws FaultError THRESHOLD_OUT_OF_RANGE - a threshold outside -1 to 1.
 * @throws FaultError COLUMNS_TOO_FEW, COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @see OECD/JRC (2008) Handbook on Constructing Composite Indicators, step 4; COINr's get_corr_flags
 * @example
 * correlationFlags([
 *   { id: 'a', pillar: 'p', values: Float64Array.of(1, 2, 3) },
 *   { id: 'b', pillar: 'p', values: Float64Array.of(3, 2, 1) },
 * ])[0]?.flag // 'low'
 */
export function correlationFlags(
  columns: readonly PillarColumn[],
  {
    high = 0.9,
    low = 0,
    kind = 'pearson',
  }: { readonly high?: number; readonly low?: number; readonly kind?: CorrelationKind } = {},
): CorrelationFlag[] {
  refuse(thresholdFaults({ high, low }, { least: -1, most: 1 }))
  return correlationPairs(columns, kind)
    .filter(({ place, state }) => place === 'within' && state === 'ok')
    .flatMap((pair): CorrelationFlag[] => {
      const r = pair.r ?? 0
      return r > high ? [{ ...pair, flag: 'high' }] : r < low ? [{ ...pair, flag: 'low' }] : []
    })
}
