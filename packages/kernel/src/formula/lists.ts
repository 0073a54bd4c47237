/** Sums and means of one row's operands, in their order, so that every engine gives the same bits. */

export const sum = (x: Float64Array): number => x.reduce((total, value) => total + value, 0)

export const product = (x: Float64Array): number => x.reduce((total, value) => total * value, 1)

export const mean = (x: Float64Array): number => sum(x) / x.length

/** The middle value, or the mean of the two in the middle. */
export function median(x: Float64Array): number {
  const sorted = Float64Array.from(x).sort()
  const half = sorted.length >> 1
  const [below = NaN, above = NaN] = sorted.subarray(half - 1, half + 1)
  const middle = sorted[half] ?? NaN
  return sorted.length % 2 === 1 ? middle : (below + above) / 2
}

/** Of a sample (n - 1). */
export function standardDeviation(x: Float64Array): number {
  const centre = mean(x)
  return Math.sqrt(sum(x.map((value) => (value - centre) ** 2)) / (x.length - 1))
}
