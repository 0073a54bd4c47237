import { isZero } from '../numeric/grid.ts'
import { at, type CountedRow } from './row.ts'

/**
 * Weighted harmonic mean: 1 / sum of (w / s). Stricter than the geometric mean; a child at 0 gives 0.
 *
 * Share of a child: w f² / s with f the score (Euler).
 *
 * @example harmonic(countedRow([60, 30], [0.5, 0.5])) // 40
 * Source: COINr, `a_hmean`.
 */
export function harmonic(row: CountedRow): number {
  let sum = 0
  let zero = false
  for (let i = 0; i < row.size; i++) {
    if (isZero(at(row.score, i))) zero = true
    else sum += at(row.weight, i) / at(row.score, i)
  }
  const mean = zero ? 0 : 1 / sum
  for (let i = 0; i < row.size; i++) row.share[i] = zero ? 0 : at(row.weight, i) * mean * (mean / at(row.score, i))
  return mean
}
