const TINY = 1e-300
const ENOUGH = 2 ** -52
const MOST_STEPS = 10_000

/**
 * Value of a(0) / (b(0) + a(1) / (b(1) + a(2) / ...)), by the modified Lentz method.
 *
 * @param numerator - a of the step, from 0.
 * @param denominator - b of the step, from 0.
 * @see Press et al. (2007), Numerical Recipes, 5.2
 * @example continuedFraction(() => 1, () => 1) // (Math.sqrt(5) - 1) / 2
 */
export function continuedFraction(numerator: (step: number) => number, denominator: (step: number) => number): number {
  let value = TINY
  let c = TINY
  let d = 0
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const [a, b] = [numerator(step), denominator(step)]
    d = 1 / nonZero(b + a * d)
    c = nonZero(b + a / c)
    value *= c * d
    if (Math.abs(c * d - 1) < ENOUGH) break
  }
  return value
}

const nonZero = (x: number): number => (Math.abs(x) < TINY ? TINY : x)
