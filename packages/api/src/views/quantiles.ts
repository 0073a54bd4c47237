/**
 * Quantile by straight lines between order statistics, h = (n - 1) p: type 7 of Hyndman and Fan (1996), which R and
 * NumPy use by default.
 *
 * @param sorted - Ascending, without NaN.
 * @returns null for an empty list.
 * @example quantile([1, 2, 3, 4], 0.25) // 1.75
 */
export function quantile(sorted: readonly number[], p: number): number | null {
  const h = (sorted.length - 1) * p
  const low = sorted[Math.floor(h)]
  const high = sorted[Math.ceil(h)]
  if (low === undefined || high === undefined) return null
  return low + (h - Math.floor(h)) * (high - low)
}

/** Ascending, blanks left out. */
export const sortedValues = (values: readonly (number | null)[]): readonly number[] =>
  values.filter((value) => value !== null).sort((a, b) => a - b)

/** Minimum, lower quartile, median, upper quartile, maximum; null for an empty list. */
export function fiveNumbers(sorted: readonly number[]): readonly [number, number, number, number, number] | null {
  const at = (p: number) => quantile(sorted, p) ?? Number.NaN
  return sorted.length === 0 ? null : [at(0), at(0.25), at(0.5), at(0.75), at(1)]
}
