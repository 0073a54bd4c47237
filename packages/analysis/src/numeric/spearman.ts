import { averageRanks } from './average-ranks.ts'
import type { Column } from './column.ts'
import { completePairs } from './pairs.ts'
import { pearson } from './pearson.ts'

/**
 * Spearman's rank correlation: Pearson's on average ranks, so ties are right.
 *
 * @param first - Length n; rows in which either value is missing are left out before ranking (pairwise).
 * @param second - Length n.
 * @returns NaN with fewer than two complete rows, or where either column is constant on them.
 * @example spearman([1, 2, 3], [1, 10, 100]) // 1
 */
export function spearman(first: Column, second: Column): number {
  const { x, y } = completePairs(first, second)
  return pearson(averageRanks(x), averageRanks(y))
}
