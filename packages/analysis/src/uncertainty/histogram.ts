/**
 * Quantile of type 1 of a histogram of whole numbers: the smallest value that at least so many per cent of the counts do
 * not exceed. Whole-number arithmetic, so no rounding moves it.
 *
 * @param counts - By value; the first is not counted (not ranked).
 * @param percent - A whole number from 1 to 100.
 * @returns 0 when nothing is counted.
 * @see Hyndman and Fan (1996), Sample quantiles in statistical packages, doi:10.1080/00031305.1996.10473566
 * @example rankQuantile(Uint32Array.of(0, 5, 4, 1), 50) // 1
 */
export function rankQuantile(counts: Uint32Array, percent: number): number {
  const total = counts.reduce((sum, count, value) => (value === 0 ? 0 : sum + count), 0)
  let below = 0
  for (const [value, count] of counts.entries()) {
    if (value === 0) continue
    below += count
    if (below > 0 && below * 100 >= percent * total) return value
  }
  return 0
}

/** Mean of the counted values and its standard error, from whole-number sums; NaN when nothing is counted. */
export function rankMean(counts: Uint32Array): { readonly mean: number; readonly standardError: number } {
  let [n, sum, squares] = [0, 0, 0]
  for (const [value, count] of counts.entries()) {
    if (value === 0) continue
    n += count
    sum += count * value
    squares += count * value * value
  }
  const variance = (squares - (sum * sum) / n) / (n - 1)
  return { mean: n > 0 ? sum / n : NaN, standardError: n > 1 ? Math.sqrt(Math.max(0, variance) / n) : NaN }
}
