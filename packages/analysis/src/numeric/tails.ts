import { incompleteBeta } from './incomplete-beta.ts'
import { incompleteGamma } from './incomplete-gamma.ts'

/**
 * P(|Z| >= |z|) of the standard normal distribution.
 *
 * @example normalTwoSided(1.959963984540054) // 0.05
 */
export const normalTwoSided = (z: number): number => incompleteGamma(0.5, (z * z) / 2)

/**
 * P(X >= x) of the chi-square distribution.
 *
 * @param df - Degrees of freedom, above 0.
 * @example chiSquareUpper(2, 2) // Math.exp(-1)
 */
export const chiSquareUpper = (x: number, df: number): number => incompleteGamma(df / 2, x / 2)

/**
 * P(F >= f) of the F distribution.
 *
 * @param df - Degrees of freedom of numerator and denominator, above 0.
 * @example fUpper(1, { numerator: 2, denominator: 2 }) // 0.5
 */
export function fUpper(f: number, df: { readonly numerator: number; readonly denominator: number }): number {
  if (f === Infinity) return 0
  const total = df.denominator + df.numerator * f
  const shape = { a: df.denominator / 2, b: df.numerator / 2 }
  return incompleteBeta(shape, df.denominator / total, (df.numerator * f) / total)
}

/**
 * P(|T| >= |t|) for the t of a correlation r with `df` = n - 2 degrees of freedom: I(1 - r^2; df / 2, 1 / 2), taken from r
 * itself, since t = r sqrt(df / (1 - r^2)) loses the digits of an r close to 1.
 *
 * @example correlationTwoSided(0.5, 1) // 0.6666666666666666
 */
export function correlationTwoSided(r: number, df: number): number {
  return incompleteBeta({ a: df / 2, b: 0.5 }, (1 - r) * (1 + r), r * r)
}
