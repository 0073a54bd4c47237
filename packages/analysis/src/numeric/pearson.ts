import type { Column } from './column.ts'
import { isConstant } from './is-constant.ts'
import { mean } from './mean.ts'
import { completePairs } from './pairs.ts'
import { sum } from './sum.ts'

/**
 * Pearson's product-moment correlation, held to [-1, 1].
 *
 * @param first - Length n; rows in which either value is missing are left out (pairwise).
 * @param second - Length n.
 * @returns NaN with fewer than two complete rows, or where either column is constant on them.
 * @example pearson([1, 2, 3], [2, 4, 6]) // 1
 */
export function pearson(first: Column, second: Column): number {
  const { x, y } = completePairs(first, second)
  if (x.length < 2 || isConstant(x) || isConstant(y)) return NaN
  const [a, b] = [deviations(x), deviations(y)]
  const products = sum(a.map((value, row) => value * (b[row] ?? NaN)))
  const squares = Math.sqrt(sum(a.map((value) => value * value)) * sum(b.map((value) => value * value)))
  return Math.min(1, Math.max(-1, products / squares))
}

/** Distances from the mean over the largest of them: the scale falls out of r, and so it cannot overflow. */
function deviations(values: readonly number[]): number[] {
  const centre = mean(values)
  const distances = values.map((value) => value - centre)
  const largest = distances.reduce((most, distance) => Math.max(most, Math.abs(distance)), 0)
  return distances.map((distance) => distance / largest)
}
