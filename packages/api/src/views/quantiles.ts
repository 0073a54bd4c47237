import { quantile as quantileOf } from '@plumbline/kernel'

/**
 * Quantile of type 7 for an answer on the wire, which has no NaN.
 *
 * @param sorted - Ascending, without NaN.
 * @returns null for an empty list.
 * @example quantile([1, 2, 3, 4], 0.25) // 1.75
 */
export const quantile = (sorted: readonly number[], p: number): number | null =>
  sorted.length === 0 ? null : quantileOf(Float64Array.from(sorted), p)

/** Ascending, blanks left out. */
export const sortedValues = (values: readonly (number | null)[]): readonly number[] =>
  values.filter((value) => value !== null).sort((a, b) => a - b)

/** Minimum, lower quartile, median, upper quartile, maximum; null for an empty list. */
export function fiveNumbers(sorted: readonly number[]): readonly [number, number, number, number, number] | null {
  const at = (p: number) => quantile(sorted, p) ?? Number.NaN
  return sorted.length === 0 ? null : [at(0), at(0.25), at(0.5), at(0.75), at(1)]
}
