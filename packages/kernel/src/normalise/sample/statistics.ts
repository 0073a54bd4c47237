import { infiniteValues, throwFaults } from '../../screen/finite.ts'
import { deviationOf, meanOf, observed } from '../../treat/moments.ts'

/** What a sample method reads of a column. Of a reference year or group it is taken once, kept, and passed in. */
export interface SampleStatistics {
  /** Observed values. */
  readonly count: number
  readonly minimum: number
  readonly maximum: number
  readonly mean: number
  /** Over n - 1; NaN for fewer than two values. */
  readonly deviation: number
  /** The observed values, lowest first. */
  readonly sorted: Float64Array
}

/**
 * Statistics of a column, to be frozen as a reference.
 *
 * @param values - Length n; NaN is missing and left out. Not changed.
 * @returns With a count of 0 all else is NaN.
 * @throws FaultError PREPARE_VALUE_INFINITE - a value is infinite.
 * @example sampleStatistics(Float64Array.of(4, NaN, 2)).mean // 3
 */
export function sampleStatistics(values: Float64Array): SampleStatistics {
  throwFaults(infiniteValues(values))
  const present = observed(values)
  const sorted = present.toSorted()
  return {
    count: present.length,
    minimum: sorted[0] ?? NaN,
    maximum: sorted.at(-1) ?? NaN,
    mean: meanOf(present),
    deviation: deviationOf(present),
    sorted,
  }
}

const ROUNDING = 1e-9

/**
 * Quantile of type 7: straight between the order statistics, the default of R and spreadsheets.
 *
 * @param sorted - Lowest first, none missing.
 * @param share - 0 to 1.
 * @returns NaN for an empty sample.
 * @example quantile(Float64Array.of(1, 2, 3, 4), 0.5) // 2.5
 * Source: Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4).
 */
export function quantile(sorted: Float64Array, share: number): number {
  const exact = share * (sorted.length - 1)
  const whole = Math.round(exact)
  const place = Math.abs(exact - whole) < ROUNDING ? whole : exact // 0.07 of 100 is the seventh, not just past it
  const low = sorted[Math.floor(place)] ?? NaN
  const high = sorted[Math.ceil(place)] ?? NaN
  return low === high ? low : low + (place - Math.floor(place)) * (high - low)
}
