import { present, type Column } from './column.ts'
import { sum } from './sum.ts'

/**
 * Arithmetic mean of the values that are there.
 *
 * @param column - Length n; missing values are left out.
 * @returns NaN when none is there.
 * @example mean([1, NaN, 3]) // 2
 */
export function mean(column: Column): number {
  const values = present(column)
  return sum(values) / values.length
}
