import type { CorrelationKind } from '../../numeric/correlation.ts'
import { refuse, type PillarColumn } from '../named-column.ts'
import { thresholdFaults } from '../threshold.ts'
import { correlationPairs, type CorrelationPair } from './correlation-pairs.ts'

/** Pairs and groups that say the same. */
export interface Redundancy {
  /** Pairs over the threshold, the closest first; equals in the order of the columns. */
  readonly pairs: readonly CorrelationPair[]
  /** Indicators joined by such pairs: of each group one might carry the others' information. In column order. */
  readonly groups: readonly (readonly string[])[]
}

/**
 * Indicators that say the same: pairs with |r| at or above a threshold, within and across pillars. Opposite ones (r near
 * -1) say the same too, and cancel each other out.
 *
 * @param columns - m columns of length n with their pillars; pairwise over the rows in which both have a value.
 * @param options - `threshold` 0.9 unless said; `kind` Pearson unless said.
 * @returns A pair without a correlation (constant, too few rows) is not redundant.
 * @throws FaultError THRESHOLD_OUT_OF_RANGE - the threshold is outside 0 to 1.
 * @throws FaultError COLUMNS_TOO_FEW, COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @see OECD/JRC (2008) Handbook on Constructing Composite Indicators, steps 4 and 6 (double counting)
 * @example
 * redundantPairs([
 *   { id: 'a', pillar: 'p', values: Float64Array.of(1, 2, 3) },
 *   { id: 'b', pillar: 'q', values: Float64Array.of(2, 4, 6) },
 * ]).groups // [['a', 'b']]
 */
export function redundantPairs(
  columns: readonly PillarColumn[],
  { threshold = 0.9, kind = 'pearson' }: { readonly threshold?: number; readonly kind?: CorrelationKind } = {},
): Redundancy {
  refuse(thresholdFaults({ threshold }, { least: 0, most: 1 }))
  const size = ({ r }: CorrelationPair): number => Math.abs(r ?? 0)
  const pairs = correlationPairs(columns, kind)
    .filter((pair) => pair.state === 'ok' && size(pair) >= threshold)
    .sort((a, b) => size(b) - size(a))
  return {
    pairs,
    groups: joined(
      columns.map(({ id }) => id),
      pairs,
    ),
  }
}

/** Groups of two and more ids that pairs connect. */
function joined(ids: readonly string[], pairs: readonly CorrelationPair[]): string[][] {
  const groupOf = new Map(ids.map((id) => [id, [id]]))
  for (const { first, second } of pairs) {
    const [a, b] = [groupOf.get(first) ?? [], groupOf.get(second) ?? []]
    if (a === b) continue
    const merged = [...a, ...b]
    for (const id of merged) groupOf.set(id, merged)
  }
  const groups = [...new Set(groupOf.values())].filter((group) => group.length > 1)
  return groups.map((group) => ids.filter((id) => group.includes(id)))
}
