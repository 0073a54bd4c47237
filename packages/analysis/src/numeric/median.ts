import type { Column } from './column.ts'
import { quantile } from './quantile.ts'

/**
 * Median; the mean of the two middle values when their number is even.
 *
 * @param column - Length n; missing values are left out.
 * @returns NaN when no value is there.
 * @example median([3, 1, NaN, 2]) // 2
 */
export const median = (column: Column): number => quantile(column, 0.5)
