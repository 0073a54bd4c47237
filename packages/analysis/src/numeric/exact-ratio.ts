/** An exact fraction, denominator above 0; not necessarily in lowest terms. */
export interface Ratio {
  readonly numerator: bigint
  readonly denominator: bigint
}

/**
 * The fraction that a double is.
 *
 * @param value - Finite.
 * @example exactRatio(2.5) // { numerator: 5n, denominator: 2n }
 */
export function exactRatio(value: number): Ratio {
  let denominator = 1n
  let scaled = value
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    denominator *= 2n
  }
  return { numerator: BigInt(scaled), denominator }
}

/**
 * The double next to a fraction, to the last bit but one.
 *
 * @example toNumber({ numerator: 1n, denominator: 4n }) // 0.25
 */
export function toNumber({ numerator, denominator }: Ratio): number {
  if (numerator < 0n) return -toNumber({ numerator: -numerator, denominator })
  const shift = Math.max(0, denominator.toString(2).length - numerator.toString(2).length + 64)
  return Number((numerator << BigInt(shift)) / denominator) / 2 ** shift
}

export const compareRatios = (a: Ratio, b: Ratio): number => {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator]
  return left < right ? -1 : left > right ? 1 : 0
}
