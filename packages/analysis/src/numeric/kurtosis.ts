import { shapeOf } from '@plumbline/kernel'
import type { Column } from './column.ts'

/**
 * Excess kurtosis of type 2: G2 = ((n + 1) g2 + 6) (n - 1) / ((n - 2)(n - 3)), with g2 = m4 / m2^2 - 3. The kernel's.
 *
 * @param column - Length n; missing values are left out.
 * @returns NaN with fewer than four values or for a constant column.
 * @see Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, doi:10.1111/1467-9884.00122
 * @example kurtosis([1, 2, 3, 4]) // -1.2
 */
export const kurtosis = (column: Column): number => shapeOf(Float64Array.from(column)).kurtosis ?? NaN
