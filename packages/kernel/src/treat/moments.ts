import { compensatedSum } from '../numeric/sum.ts'

/** The shape of a column: how lopsided and how heavy-tailed its values are. */
export interface Shape {
  /** Type 2, G1; null below three values or where all are equal. */
  readonly skewness: number | null
  /** Excess, type 2, G2; null below four values or where all are equal. */
  readonly kurtosis: number | null
}

/** The values that are not missing, in their order. */
export const observed = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value))

/** True where all observed values are equal, or none is observed. */
export function isConstant(values: Float64Array): boolean {
  const present = observed(values)
  return present.every((value) => value === present[0])
}

/**
 * Mean of the observed values, corrected once for rounding; equal values have exactly their own mean.
 *
 * @param present - Length n, none missing, all finite.
 * @returns NaN for an empty column: the mean of nothing is missing.
 * @example meanOf(Float64Array.of(0.1, 0.1, 0.1)) // 0.1
 */
export function meanOf(present: Float64Array): number {
  const { length } = present
  const [first = NaN] = present
  if (present.every((value) => value === first)) return first
  const sum = compensatedSum(present)
  const mean = Number.isFinite(sum) ? sum / length : present.reduce((total, value) => total + value / length, 0)
  return mean + present.reduce((total, value) => total + (value - mean) / length, 0)
}

/**
 * Sample standard deviation, over n - 1.
 *
 * @param present - Length n, none missing, all finite.
 * @returns 0 for equal values; NaN for fewer than two values.
 * @example deviationOf(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9)) // 2.138089935299395
 */
export function deviationOf(present: Float64Array): number {
  const scaled = scaledDeviations(present)
  if (present.length < 2) return NaN
  if (scaled === null) return 0
  const squares = compensatedSum(scaled.values.map((value) => value * value))
  return scaled.times * (scaled.scale * Math.sqrt(squares / (present.length - 1)))
}

/**
 * Skewness and excess kurtosis of the observed values, both of type 2: the estimators of spreadsheets, SAS and SPSS.
 *
 * G1 = g1 sqrt(n (n - 1)) / (n - 2); G2 = (n - 1) ((n + 1) g2 + 6) / ((n - 2) (n - 3)), with g1 and g2 the standardised
 * third moment and the excess fourth moment.
 *
 * @param values - Length n; NaN is missing and left out. All others finite.
 * @returns null, not NaN, for what is not defined: fewer than 3 (4) values, or all values equal.
 * @example shapeOf(Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6)).skewness // 0.833503138533666
 * Source: Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, The Statistician 47(1).
 */
export function shapeOf(values: Float64Array): Shape {
  const present = observed(values)
  const n = present.length
  const scaled = scaledDeviations(present)
  if (scaled === null) return { skewness: null, kurtosis: null }
  const moment = (power: 2 | 3 | 4): number =>
    compensatedSum(scaled.values.map((value) => integerPower(value, power))) / n
  const variance = moment(2)
  const g1 = moment(3) / (variance * Math.sqrt(variance))
  const g2 = moment(4) / (variance * variance) - 3
  return {
    skewness: n < 3 ? null : (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    kurtosis: n < 4 ? null : ((n - 1) * ((n + 1) * g2 + 6)) / ((n - 2) * (n - 3)),
  }
}

interface ScaledDeviations {
  readonly values: Float64Array
  /** The largest deviation is `times` this; apart, because it may be beyond what a number can be. */
  readonly scale: number
  readonly times: number
}

/** Deviations from the mean over the largest of them, so that no power of them overflows; null where all are equal. */
function scaledDeviations(present: Float64Array): ScaledDeviations | null {
  const mean = meanOf(present)
  const deviations = present.map((value) => value - mean)
  if (deviations.some((value) => !Number.isFinite(value))) {
    const quartered = scaledDeviations(present.map((value) => value / 4)) // exact, and four times as far from the edge
    return quartered && { ...quartered, times: 4 * quartered.times }
  }
  const scale = deviations.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
  return isConstant(present) || scale === 0
    ? null
    : { values: deviations.map((value) => value / scale), scale, times: 1 }
}

/** By multiplication: the language leaves the last bits of `**` to each engine. */
function integerPower(value: number, power: 2 | 3 | 4): number {
  const square = value * value
  return power === 2 ? square : power === 3 ? square * value : square * square
}
