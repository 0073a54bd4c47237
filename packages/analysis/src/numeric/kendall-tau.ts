import type { Column } from './column.ts'
import { pairCounts } from './pair-counts.ts'

/**
 * Kendall's tau-b, corrected for ties: (C - D) / sqrt((P - Tx)(P - Ty)), with P = n (n - 1) / 2 pairs.
 *
 * @param first - Length n; rows in which either value is missing are left out (pairwise).
 * @param second - Length n.
 * @returns NaN with fewer than two complete rows, or where either column is constant on them.
 * @see Kendall (1945), The treatment of ties in ranking problems, doi:10.1093/biomet/33.3.239
 * @example kendallTau([1, 2, 3], [1, 3, 2]) // 0.3333333333333333
 */
export function kendallTau(first: Column, second: Column): number {
  const { concordant, discordant, tiesX, tiesY } = pairCounts(first, second)
  const untiedX = concordant + discordant + tiesY
  const untiedY = concordant + discordant + tiesX
  return untiedX > 0 && untiedY > 0 ? (concordant - discordant) / Math.sqrt(untiedX * untiedY) : NaN
}
