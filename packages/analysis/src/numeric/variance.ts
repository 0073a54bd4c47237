import { present, type Column } from './column.ts'
import { isConstant } from './is-constant.ts'
import { mean } from './mean.ts'
import { sum } from './sum.ts'

/**
 * Sample variance, divisor n - 1.
 *
 * @param column - Length n; missing values are left out.
 * @returns NaN with fewer than two values; exactly 0 for a constant column.
 * @example variance([2, 4, NaN, 6]) // 4
 */
export function variance(column: Column): number {
  const values = present(column)
  if (values.length < 2) return NaN
  if (isConstant(values)) return 0
  const centre = mean(values)
  return sum(values.map((value) => (value - centre) * (value - centre))) / (values.length - 1)
}
