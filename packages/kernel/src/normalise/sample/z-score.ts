import { scoreDirected, spanOf, type SampleDirection, type SampleOptions } from './directed.ts'

/** The mean and deviation that the scores shall have. */
export interface ZScoreOptions extends SampleOptions {
  readonly mean?: number
  readonly deviation?: number
  /** Divisor of the sample's variance: `n - 1` unless told. */
  readonly over?: 'n - 1' | 'n'
}

/**
 * Standard scores: mean + deviation (x - sample mean) / sample deviation, turned where less is better.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_CONSTANT - all values are equal, or there is only one;
 * SAMPLE_RANGE_WIDE; SAMPLE_REFERENCE_EMPTY.
 * @example normaliseByZScore(Float64Array.of(1, 2, 3), 'negative', { mean: 50, deviation: 10 }) // [60, 50, 40]
 * Source: OECD/JRC (2008) Handbook, step 5.
 */
export function normaliseByZScore(
  raw: Float64Array,
  direction: SampleDirection,
  { mean = 0, deviation = 1, over = 'n - 1', reference }: ZScoreOptions = {},
): Float64Array {
  return scoreDirected(raw, { direction, ...(reference && { reference }) }, (sample) => {
    spanOf(sample)
    const own = over === 'n' ? sample.deviation * Math.sqrt(1 - 1 / sample.count) : sample.deviation
    return (value) => ((value - sample.mean) / own) * deviation + mean
  })
}
