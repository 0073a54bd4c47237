import { snap } from '../numeric/grid.ts'
import { at, type Aggregator, type CountedRow } from './row.ts'

/**
 * Staircase of n grades, lowest first: S counts the leading children that score at least `metAt`, plus the share
 * (score / 100) of the first that does not; the branch scores 100 S / n. What lies above an unmet grade counts nothing.
 *
 * Share of a child: 100 / n where met, score / n for the first unmet, 0 above it.
 *
 * @param metAt - Above 0, at most 100; compared on the 1e-9 grid.
 * @example staircase(80)(countedRow([90, 85, 50, 100], [0, 0, 0, 0])) // 62.5, S = 2.5
 * Source: GB/T 39117-2020, 智能制造能力成熟度评估方法.
 */
export function staircase(metAt: number): Aggregator {
  return (row: CountedRow): number => {
    let sum = 0
    let climbing = true
    for (let i = 0; i < row.size; i++) {
      const met = snap(at(row.score, i)) >= snap(metAt)
      const share = climbing ? (met ? 100 : at(row.score, i)) / row.size : 0
      row.share[i] = share
      sum += share
      climbing &&= met
    }
    return sum
  }
}
