import type { Column } from '../../numeric/column.ts'
import { pairCounts } from '../../numeric/pair-counts.ts'
import { ranks } from '../../numeric/ranks.ts'
import { sum } from '../../numeric/sum.ts'
import { normalTwoSided } from '../../numeric/tails.ts'

const EXACT_BELOW = 50

/**
 * Two-sided p-value of Kendall's tau against independence: exact below 50 rows without ties, else normal with the variance
 * corrected for ties and without a continuity correction.
 *
 * @param x - Length n, no missing value, not constant; n at least 2.
 * @param y - Length n, likewise.
 * @see Kendall and Gibbons (1990), Rank correlation methods, 5th edition, chapters 4 and 5
 * @example kendallTwoSided([1, 2, 3], [1, 2, 3]) // 1 / 3
 */
export function kendallTwoSided(x: Column, y: Column): number {
  const { rows, concordant, discordant, tiesX, tiesY, tiesBoth } = pairCounts(x, y)
  if (rows < EXACT_BELOW && tiesX + tiesY + tiesBoth === 0) return exact(rows, Math.min(concordant, discordant))
  const [s, t] = [ties(x), ties(y)]
  const base = rows * (rows - 1)
  const variance =
    (base * (2 * rows + 5) - s.v - t.v) / 18 +
    (s.two * t.two) / (2 * base) +
    (rows > 2 ? (s.three * t.three) / (9 * base * (rows - 2)) : 0)
  return normalTwoSided((concordant - discordant) / Math.sqrt(variance))
}

/** Sums over the groups of equal values, each of size g. */
function ties(values: Column): { readonly v: number; readonly two: number; readonly three: number } {
  const sizes = new Map<number, number>()
  for (const rank of ranks(values, { ties: 'min', first: 'smallest' })) sizes.set(rank, (sizes.get(rank) ?? 0) + 1)
  const groups = [...sizes.values()]
  return {
    v: sum(groups.map((g) => g * (g - 1) * (2 * g + 5))),
    two: sum(groups.map((g) => g * (g - 1))),
    three: sum(groups.map((g) => g * (g - 1) * (g - 2))),
  }
}

/** Share of the orders of n things that have at most `exchanges` exchanges, or as few the other way; at most 1. */
function exact(n: number, exchanges: number): number {
  let shares = [1]
  for (let size = 2; size <= n; size += 1) {
    const before = shares
    const most = Math.min(exchanges, (size * (size - 1)) / 2)
    shares = Array.from({ length: most + 1 }, (_, k) => sum(before.slice(Math.max(0, k - size + 1), k + 1)) / size)
  }
  return Math.min(1, 2 * sum(shares))
}
