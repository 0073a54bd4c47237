import { deviationOf } from '@plumbline/kernel'
import { present, type Column } from './column.ts'
import { isConstant } from './is-constant.ts'

/**
 * Sample standard deviation, divisor n - 1. The kernel's, which neither overflows nor vanishes; but what differs in its last
 * bits only does not vary here.
 *
 * @param column - Length n; missing values are left out.
 * @returns NaN with fewer than two values; exactly 0 for a constant column.
 * @example standardDeviation([2, 4, NaN, 6]) // 2
 */
export function standardDeviation(column: Column): number {
  const values = Float64Array.from(present(column))
  if (values.length > 1 && isConstant(values)) return 0
  return deviationOf(values)
}
