import { continuedFraction } from './continued-fraction.ts'
import { exp, ln } from './elementary.ts'
import { lnGamma } from './ln-gamma.ts'

const ENOUGH = 2 ** -54

/**
 * Regularised upper incomplete gamma function Q(a, x): by the power series of P below a + 1, by the continued fraction
 * of Q above.
 *
 * @param a - Above 0.
 * @param x - Not below 0.
 * @see NIST Digital Library of Mathematical Functions, 8.7.1 and 8.9.2
 * @example incompleteGamma(1, 2) // Math.exp(-2)
 */
export function incompleteGamma(a: number, x: number): number {
  if (x <= 0) return 1
  if (x === Infinity) return 0
  const front = exp(a * ln(x) - x - lnGamma(a))
  if (x < a + 1) return 1 - front * series(a, x)
  return (
    front *
    continuedFraction(
      (step) => (step === 0 ? 1 : step * (a - step)),
      (step) => x - a + 1 + 2 * step,
    )
  )
}

function series(a: number, x: number): number {
  let term = 1 / a
  let total = term
  for (let step = 1; term > total * ENOUGH; step += 1) {
    term *= x / (a + step)
    total += term
  }
  return total
}
