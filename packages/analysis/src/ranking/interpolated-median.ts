/**
 * Weighted median as `matrixStats::weightedMedian` and COINr give it: straight between the values, each at the middle of
 * its weight. For comparison with them only: where values are equal it depends on which comes first, and it may fall
 * when a value rises.
 *
 * @param values - Length n, none missing.
 * @param weights - Not negative, not all 0; a value of weight 0 does not count.
 * @returns NaN for no value.
 * @example interpolatedMedian([10, 20, 30], [1, 1, 2]) // 70 / 3
 * @see matrixStats 1.x, weightedMedian, interpolate = TRUE
 */
export function interpolatedMedian(values: readonly number[], weights: readonly number[]): number {
  const sorted = values
    .map((value, place) => ({ value, weight: weights[place] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.value - b.value)
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
  let reached = 0
  let before: { readonly at: number; readonly value: number } | null = null
  for (const { value, weight } of sorted) {
    const at = reached + weight / 2
    if (at >= half)
      return before ? before.value + ((half - before.at) / (at - before.at)) * (value - before.value) : value
    before = { at, value }
    reached += weight
  }
  return NaN
}
