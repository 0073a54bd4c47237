import type { Column } from './column.ts'
import { mean } from './mean.ts'
import { completePairs } from './pairs.ts'
import { sum } from './sum.ts'

/**
 * Sample covariance, divisor n - 1.
 *
 * @param first - Length n; rows in which either value is missing are left out (pairwise).
 * @param second - Length n.
 * @returns NaN with fewer than two complete rows.
 * @example covariance([1, 2, 3], [2, 4, 6]) // 2
 */
export function covariance(first: Column, second: Column): number {
  const { x, y } = completePairs(first, second)
  if (x.length < 2) return NaN
  const [meanX, meanY] = [mean(x), mean(y)]
  return sum(x.map((value, row) => (value - meanX) * ((y[row] ?? NaN) - meanY))) / (x.length - 1)
}
