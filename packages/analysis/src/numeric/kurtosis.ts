import type { Column } from './column.ts'
import { scaledMoments } from './moments.ts'

/**
 * Excess kurtosis of type 2: G2 = ((n + 1) g2 + 6) (n - 1) / ((n - 2)(n - 3)), with g2 = m4 / m2^2 - 3.
 *
 * @param column - Length n; missing values are left out.
 * @returns NaN with fewer than four values or for a constant column.
 * @see Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, doi:10.1111/1467-9884.00122
 * @example kurtosis([1, 2, 3, 4]) // -1.2
 */
export function kurtosis(column: Column): number {
  const moments = scaledMoments(column)
  if (!moments || moments.n < 4) return NaN
  const { n, m2, m4 } = moments
  const g2 = m4 / (m2 * m2) - 3
  return (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3))
}
