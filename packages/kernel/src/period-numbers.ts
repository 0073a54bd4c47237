/**
 * Periods as numbers: themselves where all are whole numbers (years), else their places among the sorted periods.
 *
 * @param periods - Length n.
 * @returns Length n.
 * @example periodNumbers(['2023-Q4', '2024-Q1', '2023-Q4']) // [0, 1, 0]
 */
export function periodNumbers(periods: readonly string[]): Float64Array {
  const position = positionsOf(periods)
  return Float64Array.from(periods, position)
}

/** The same as a function of the period. */
export function positionsOf(periods: readonly string[]): (period: string) => number {
  const distinct = [...new Set(periods)].sort()
  if (distinct.every((period) => /^\d+$/.test(period))) return Number
  const places = new Map(distinct.map((period, place) => [period, place]))
  return (period) => places.get(period) ?? NaN
}
