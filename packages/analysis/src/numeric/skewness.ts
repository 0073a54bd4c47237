import type { Column } from './column.ts'
import { scaledMoments } from './moments.ts'

/**
 * Skewness of type 2, adjusted Fisher-Pearson: G1 = g1 sqrt(n (n - 1)) / (n - 2), with g1 = m3 / m2^(3/2).
 *
 * @param column - Length n; missing values are left out.
 * @returns NaN with fewer than three values or for a constant column.
 * @see Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, doi:10.1111/1467-9884.00122
 * @example skewness([1, 2, 3]) // 0
 */
export function skewness(column: Column): number {
  const moments = scaledMoments(column)
  if (!moments || moments.n < 3) return NaN
  const { n, m2, m3 } = moments
  return (m3 / (m2 * Math.sqrt(m2))) * (Math.sqrt(n * (n - 1)) / (n - 2))
}
