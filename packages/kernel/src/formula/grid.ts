import { snap } from '../numeric/grid.ts'

/** From here on the 1e-9 grid is finer than a double can hold; fifteen digits take its place. */
const FINE = 4503599.627370496
const DIGITS = 15

/**
 * The decimal that a computed number stands for: on the 1e-9 grid, and to fifteen significant digits where that grid is
 * finer than a double. Comparisons, whole-number functions and the result of a formula use it, so 0.1 + 0.2 = 0.3 holds.
 *
 * @example onGrid(0.1 + 0.2) // 0.3
 * @example onGrid(0.1 * 300000000) // 30000000
 */
export function onGrid(value: number): number {
  if (Math.abs(value) < FINE) return snap(value)
  return Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(DIGITS))
}
