import { power } from '../numeric/exp-ln.ts'
import { isZero } from '../numeric/grid.ts'
import { arithmetic } from './arithmetic.ts'
import { at, type Aggregator, type CountedRow } from './row.ts'

/**
 * Weighted power mean: (sum of w s^p)^(1/p). Exponent 1 is the arithmetic mean, -1 the harmonic, 2 the quadratic. With a
 * negative exponent a child at 0 gives 0.
 *
 * Share of a child: w s^p f^(1-p) with f the score (Euler).
 *
 * @param exponent - Not 0.
 * @example powerMean(2)(countedRow([10, 70], [0.5, 0.5])) // 50
 * Source: COINr, `a_genmean`.
 */
export function powerMean(exponent: number): Aggregator {
  return exponent === 1 ? arithmetic : (row) => meanOf(row, exponent)
}

function meanOf(row: CountedRow, exponent: number): number {
  const scale = leading(row, exponent)
  if (isZero(scale)) {
    row.share.fill(0, 0, row.size)
    return 0
  }
  let sum = 0
  for (let i = 0; i < row.size; i++) {
    const term = at(row.weight, i) * power(at(row.score, i) / scale, exponent)
    row.share[i] = term
    sum += term
  }
  const mean = scale * power(sum, 1 / exponent)
  for (let i = 0; i < row.size; i++) row.share[i] = (at(row.share, i) / sum) * mean
  return mean
}

/** The child that rules the sum: scores are taken relative to it, so that no power overflows. */
function leading(row: CountedRow, exponent: number): number {
  let found = at(row.score, 0)
  for (let i = 1; i < row.size; i++) {
    found = exponent > 0 ? Math.max(found, at(row.score, i)) : Math.min(found, at(row.score, i))
  }
  return found
}
