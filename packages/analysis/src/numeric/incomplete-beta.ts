import { exp, ln } from './elementary.ts'
import { continuedFraction } from './continued-fraction.ts'
import { lnBeta } from './ln-beta.ts'

/**
 * Regularised incomplete beta function I_x(a, b), by its continued fraction on the side where that converges fast.
 *
 * @param shape - a and b, above 0.
 * @param x - From 0 to 1.
 * @param y - 1 - x, given apart so that an x close to 1 keeps its digits.
 * @see NIST Digital Library of Mathematical Functions, 8.17.22
 * @example incompleteBeta({ a: 1, b: 2 }, 0.25, 0.75) // 0.4375
 */
export function incompleteBeta({ a, b }: { readonly a: number; readonly b: number }, x: number, y: number): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta({ a: b, b: a }, y, x)
  const front = exp(a * ln(x) + b * ln(y) - lnBeta(a, b))
  const term = (step: number): number => {
    const k = step >> 1
    const at = a + step
    if (step === 0) return 1
    return step % 2 === 0 ? (k * (b - k) * x) / ((at - 1) * at) : (-(a + k) * (a + b + k) * x) / ((at - 1) * at)
  }
  return Math.min(1, (front / a) * continuedFraction(term, () => 1))
}
