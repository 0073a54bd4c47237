import { present, type Column } from './column.ts'

/** Eight units in the last place: what is left of equal figures after a few roundings. */
const LAST_BITS = 2 ** -49

/**
 * True when the values that are there are all the same, up to the last bits of floating-point noise. Without that margin
 * the noise of a constant column would be correlated, standardised and rotated as if it were data.
 *
 * @param column - Length n; missing values are left out. True for a column without values.
 * @example isConstant([0.1 + 0.2, 0.3, NaN]) // true
 * @example isConstant([1e12, 1e12 + 1]) // false
 */
export function isConstant(column: Column): boolean {
  let [low, high] = [Infinity, -Infinity]
  for (const value of present(column)) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return !(high - low > LAST_BITS * Math.max(Math.abs(low), Math.abs(high)))
}
