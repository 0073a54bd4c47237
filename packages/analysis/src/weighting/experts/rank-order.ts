import { fault, FaultError } from '@plumbline/kernel'
import { averageRanks } from '../../numeric/average-ranks.ts'
import type { Column } from '../../numeric/column.ts'
import { sum } from '../../numeric/sum.ts'
import { indicatorName, type Names } from '../common/names.ts'
import { toShares } from '../common/shares.ts'

/** The formulas for weights from an order. */
export type RankOrderMethod = 'centroid' | 'sum' | 'reciprocal'

/** Importance of place k of m, before scaling. */
const OF_PLACE: Readonly<Record<RankOrderMethod, (k: number, m: number) => number>> = {
  centroid: (k, m) => sum(Array.from({ length: m - k + 1 }, (_, i) => 1 / (k + i))),
  sum: (k, m) => m + 1 - k,
  reciprocal: (k) => 1 / k,
}

/**
 * Weights from an order of importance alone. For place k of m:
 * centroid (ROC) w = Σ_{i=k..m} (1/i) / m; rank sum w = 2 (m + 1 - k) / (m (m + 1)); rank reciprocal w = (1/k) / Σ 1/i.
 *
 * Only the order of `ranks` counts. Tied indicators share the mean of the weights of the places they fill.
 *
 * @param ranks - Length m, 1 for the most important; none missing.
 * @returns Length m; sum 1.
 * @throws FaultError WEIGHTS_NO_INDICATORS - `ranks` is empty.
 * @throws FaultError WEIGHTS_RANK_REFUSED - a rank is missing or infinite, one fault each.
 * @see Stillwell, Seaver and Edwards (1981), doi:10.1016/0030-5073(81)90015-5;
 *   Barron and Barrett (1996), doi:10.1287/mnsc.42.11.1515
 * @example rankOrderWeights([1, 2], 'centroid') // [0.75, 0.25]
 */
export function rankOrderWeights(ranks: Column, method: RankOrderMethod, names: Names = {}): number[] {
  if (ranks.length === 0) throw new FaultError([fault('WEIGHTS_NO_INDICATORS')])
  const faults = Array.from(ranks, (value, j) =>
    Number.isFinite(value)
      ? []
      : [fault('WEIGHTS_RANK_REFUSED', { value: String(value) }, { id: indicatorName(j, names) })],
  ).flat()
  if (faults.length > 0) throw new FaultError(faults)

  const m = ranks.length
  const places = averageRanks(ranks)
  const importance = places.map((place) => {
    const tied = places.filter((other) => other === place).length
    const first = place - (tied - 1) / 2
    return sum(Array.from({ length: tied }, (_, t) => OF_PLACE[method](first + t, m))) / tied
  })
  return toShares(importance)
}
