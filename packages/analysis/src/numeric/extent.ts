import type { Column } from './column.ts'

/**
 * Least and greatest of the values that are there.
 *
 * @param column - Length n; missing values are left out.
 * @returns Infinity and -Infinity when no value is there.
 * @example extent([2, NaN, 5]) // { min: 2, max: 5 }
 */
export function extent(column: Column): { readonly min: number; readonly max: number } {
  let [min, max] = [Infinity, -Infinity]
  for (const value of column) {
    if (value < min) min = value
    if (value > max) max = value
  }
  return { min, max }
}
