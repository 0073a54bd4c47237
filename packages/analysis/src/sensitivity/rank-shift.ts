/**
 * Mean absolute change of rank over the rows that are ranked in both.
 *
 * @param before - Length n; 0 where not ranked.
 * @returns 0 where no row is ranked in both.
 * @example meanRankShift(Int32Array.of(1, 2, 3), Int32Array.of(2, 1, 3)) // 0.6666666666666666
 */
export function meanRankShift(before: Int32Array, after: Int32Array): number {
  let [sum, count] = [0, 0]
  for (const [row, rank] of before.entries()) {
    const now = after[row] ?? 0
    if (rank === 0 || now === 0) continue
    sum += Math.abs(now - rank)
    count++
  }
  return count > 0 ? sum / count : 0
}
