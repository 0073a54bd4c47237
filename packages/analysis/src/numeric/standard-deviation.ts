import { present, type Column } from './column.ts'
import { isConstant } from './is-constant.ts'
import { mean } from './mean.ts'
import { sum } from './sum.ts'

/**
 * Sample standard deviation, divisor n - 1. Squares are taken over the largest distance from the mean, so that they
 * neither overflow nor vanish.
 *
 * @param column - Length n; missing values are left out.
 * @returns NaN with fewer than two values; exactly 0 for a constant column.
 * @example standardDeviation([2, 4, NaN, 6]) // 2
 */
export function standardDeviation(column: Column): number {
  const values = present(column)
  if (values.length < 2) return NaN
  if (isConstant(values)) return 0
  const centre = mean(values)
  const distances = values.map((value) => value - centre)
  const largest = distances.reduce((most, distance) => Math.max(most, Math.abs(distance)), 0)
  const squares = distances.map((distance) => (distance / largest) * (distance / largest))
  return largest * Math.sqrt(sum(squares) / (values.length - 1))
}
