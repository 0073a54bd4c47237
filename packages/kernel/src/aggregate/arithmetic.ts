import { at, type CountedRow } from './row.ts'

/**
 * Weighted arithmetic mean: the sum of w s. Every point lost in one child can be made good in another.
 *
 * Share of a child: w s.
 *
 * @example arithmetic(countedRow([80, 50], [0.4, 0.6])) // 62
 * Source: OECD/JRC (2008) Handbook, step 7.
 */
export function arithmetic(row: CountedRow): number {
  let sum = 0
  for (let i = 0; i < row.size; i++) {
    const share = at(row.weight, i) * at(row.score, i)
    row.share[i] = share
    sum += share
  }
  return sum
}
