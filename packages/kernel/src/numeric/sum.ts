/**
 * Sum with a carried correction (Neumaier), so that the order of the terms moves the last bit at most.
 *
 * @param values - Any number; NaN gives NaN.
 * @example compensatedSum([0.1, 0.2, 0.3]) // 0.6
 * Source: Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54.
 */
export function compensatedSum(values: Iterable<number>): number {
  let total = 0
  let carried = 0
  for (const value of values) {
    const next = total + value
    carried += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + carried
}
