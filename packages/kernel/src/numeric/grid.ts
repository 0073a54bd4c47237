const GRID = 1e9
/** From here on a double's own spacing is wider than the grid. */
const WIDER_THAN_GRID = 4503599.627370496

/**
 * Nearest value on the 1e-9 grid on which scores are compared, graded, ranked and returned. It takes the last bits of
 * floating-point noise out, so that a score that is 70 by hand is 70, and ties are transitive.
 *
 * @param value - Any number. NaN and infinities come back as they are, negative zero as zero.
 * @example snap(0.1 + 0.2) // 0.3
 * @example snap(69.99999999999999) // 70
 */
export function snap(value: number): number {
  if (!(Math.abs(value) < WIDER_THAN_GRID)) return value
  const magnitude = Math.round(Math.abs(value) * GRID) / GRID
  return value < 0 && magnitude > 0 ? -magnitude : magnitude
}

/** True for a score that is 0 on the grid. */
export const isZero = (score: number): boolean => score < 0.5 / GRID
