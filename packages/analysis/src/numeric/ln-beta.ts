import { ln } from './elementary.ts'
import { lnGamma, LN_SQRT_TWO_PI, STIRLING_FROM, stirlingRemainder } from './ln-gamma.ts'
import { lnOnePlus } from './ln-one-plus.ts'

/**
 * Natural logarithm of the beta function. For large arguments the large parts of the three gamma functions are taken
 * together first, since their differences would cost the last digits.
 *
 * @param a - Above 0.
 * @param b - Above 0.
 * @see Didonato and Morris (1992), Algorithm 708, doi:10.1145/131766.131776
 * @example lnBeta(2, 3) // Math.log(1 / 12)
 */
export function lnBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a]
  if (large < STIRLING_FROM) return lnGamma(small) + lnGamma(large) - lnGamma(small + large)
  const outer = stirlingRemainder(large) - stirlingRemainder(small + large)
  const tail = (large - 0.5) * lnOnePlus(-small / (small + large))
  if (small < STIRLING_FROM) return lnGamma(small) + outer + small - small * ln(small + large) + tail
  return (
    -0.5 * ln(small + large) +
    LN_SQRT_TWO_PI +
    stirlingRemainder(small) +
    outer +
    (small - 0.5) * ln(small / (small + large)) +
    tail
  )
}
