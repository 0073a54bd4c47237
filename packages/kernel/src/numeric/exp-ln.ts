/**
 * Own ln, exp and power. The language leaves the last bits of `Math.log`, `Math.exp` and `Math.pow` to each engine; these
 * use only operations that IEEE 754 fixes, so the same data give the same bits in every browser and on every server.
 */

/** ln 2 in two parts; the first has 21 zero bits at its end, so that a multiple by an exponent is exact. */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const OVERFLOW = 709.782712893384
const UNDERFLOW = -745.1332191019412

const EXPONENT_BIAS = 1023
const SMALLEST_NORMAL = 2.2250738585072014e-308
const TWO_TO_54 = 18014398509481984
const bits = new DataView(new ArrayBuffer(8))

/** 2/3, 2/5, ... of the series of 2 artanh(s), highest first: 11 terms, below 2^-56 for |s| <= 0.172. */
const ARTANH = Array.from({ length: 11 }, (_, k) => 2 / (2 * (11 - k) + 1))
/** 1/14!, ..., 1/2!, the Taylor series of exp without its first two terms, below 2^-56 for |r| <= 0.347. */
const TAYLOR = Array.from({ length: 13 }, (_, k) => 1 / factorial(14 - k))

/**
 * Natural logarithm, within 1 unit in the last place.
 *
 * @returns NaN below 0, -Infinity at 0.
 * @example ln(100) // 4.605170185988092
 */
export function ln(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? x : NaN
  const subnormal = x < SMALLEST_NORMAL
  bits.setFloat64(0, subnormal ? x * TWO_TO_54 : x)
  const high = bits.getUint32(0)
  bits.setUint32(0, (high & 0x000fffff) | (EXPONENT_BIAS << 20))
  const fraction = bits.getFloat64(0)
  const large = fraction > Math.SQRT2
  const exponent = (high >>> 20) - EXPONENT_BIAS - (subnormal ? 54 : 0) + (large ? 1 : 0)

  // x = 2^exponent (1 + f), and ln(1 + f) = f - f²/2 + s (f²/2 + R) with s = f / (2 + f)
  const f = (large ? fraction / 2 : fraction) - 1
  const s = f / (2 + f)
  const z = s * s
  const half = 0.5 * f * f
  return exponent * LN2_HIGH - (half - (s * (half + polynomial(ARTANH, z) * z) + exponent * LN2_LOW) - f)
}

/**
 * Exponential, within 1 unit in the last place.
 *
 * @returns Infinity above 709.78, 0 below -745.13.
 * @example exp(2) // 7.38905609893065
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN
  if (x > OVERFLOW) return Infinity
  if (x < UNDERFLOW) return 0
  const exponent = Math.round(x * Math.LOG2E)
  const high = x - exponent * LN2_HIGH
  const low = exponent * LN2_LOW
  const r = high - low
  const scaled = 1 + (high + (r * r * polynomial(TAYLOR, r) - low))
  const half = exponent >> 1
  return scaled * powerOfTwo(half) * powerOfTwo(exponent - half)
}

/**
 * base to the power exponent, for a base that is not negative; through `ln` and `exp`.
 *
 * @example power(4, 0.5) // 2
 */
export function power(base: number, exponent: number): number {
  return exponent === 1 ? base : exp(exponent * ln(base))
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (const coefficient of coefficients) sum = sum * x + coefficient
  return sum
}

function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + EXPONENT_BIAS) << 20)
  bits.setUint32(4, 0)
  return bits.getFloat64(0)
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1)
}
