import { shapeOf } from '@plumbline/kernel'
import type { Column } from './column.ts'

/**
 * Skewness of type 2, adjusted Fisher-Pearson: G1 = g1 sqrt(n (n - 1)) / (n - 2), with g1 = m3 / m2^(3/2). The kernel's.
 *
 * @param column - Length n; missing values are left out.
 * @returns NaN with fewer than three values or for a constant column.
 * @see Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, doi:10.1111/1467-9884.00122
 * @example skewness([1, 2, 3]) // 0
 */
export const skewness = (column: Column): number => shapeOf(Float64Array.from(column)).skewness ?? NaN
