import { ln } from './elementary.ts'

/** ln sqrt(2 pi). */
export const LN_SQRT_TWO_PI = 0.9189385332046728
const LARGE = 12
/** B_2k / (2k (2k - 1)), k = 1, ..., 8: below 1e-17 from `LARGE` on. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400]

const SQRT_PI = 1.772453850905516

/**
 * Natural logarithm of the gamma function, for x > 0: Stirling's series from 12 on; below, half-integers by their product
 * and the rest by shifting up with the recurrence.
 *
 * @see Abramowitz and Stegun (1964), 6.1.15 and 6.1.41
 * @example lnGamma(5) // Math.log(24)
 */
export function lnGamma(x: number): number {
  if (x < LARGE && Number.isInteger(2 * x)) return ln(halfIntegerGamma(x))
  let product = 1
  let shifted = x
  while (shifted < LARGE) {
    product *= shifted
    shifted += 1
  }
  return (shifted - 0.5) * ln(shifted) - shifted + LN_SQRT_TWO_PI + stirlingRemainder(shifted) - ln(product)
}

function halfIntegerGamma(x: number): number {
  let product = Number.isInteger(x) ? 1 : SQRT_PI
  for (let factor = x - 1; factor > 0; factor -= 1) product *= factor
  return product
}

/** ln gamma(x) - ((x - 1/2) ln x - x + ln sqrt(2 pi)), for x >= 12. */
export function stirlingRemainder(x: number): number {
  const square = x * x
  return STIRLING.reduceRight((total, term) => total / square + term, 0) / x
}

/** From here on `stirlingRemainder` is accurate. */
export const STIRLING_FROM: number = LARGE
