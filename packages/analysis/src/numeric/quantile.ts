import { quantile as quantileOf } from '@plumbline/kernel'
import { present, type Column } from './column.ts'

/**
 * Sample quantile of type 7: linear between the order statistics, at position (n - 1) p from 0.
 *
 * @param column - Length n; missing values are left out.
 * @param p - From 0 to 1.
 * @returns NaN when no value is there.
 * @see Hyndman and Fan (1996), Sample quantiles in statistical packages, doi:10.1080/00031305.1996.10473566
 * @example quantile([1, 2, 3, 4], 0.25) // 1.75
 */
export function quantile(column: Column, p: number): number {
  return quantileOf(Float64Array.from(present(column)).sort(), p)
}
