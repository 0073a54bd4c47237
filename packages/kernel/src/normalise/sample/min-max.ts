import { bounded, scoreDirected, spanOf, type Outside, type SampleDirection, type SampleOptions } from './directed.ts'

/** The scores of the lowest and of the highest value. */
export interface MinMaxOptions extends SampleOptions {
  /** Score of the worst value. */
  readonly low?: number
  /** Score of the best value. */
  readonly high?: number
  /** Matters only against a frozen reference: within its own sample nothing lies outside. */
  readonly outside?: Outside
}

/**
 * Min-max: low + (high - low) (x - min) / (max - min), from the best end where less is better.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_CONSTANT - all values are equal, or there is only one;
 * SAMPLE_RANGE_WIDE; SAMPLE_REFERENCE_EMPTY.
 * @example normaliseByMinMax(Float64Array.of(2, 6, 4), 'negative') // [100, 0, 50]
 * Source: OECD/JRC (2008) Handbook, step 5.
 */
export function normaliseByMinMax(
  raw: Float64Array,
  direction: SampleDirection,
  { low = 0, high = 100, outside = 'extend', reference }: MinMaxOptions = {},
): Float64Array {
  return scoreDirected(raw, { direction, ...(reference && { reference }) }, (sample) => {
    const span = spanOf(sample)
    return (value) => bounded(((value - sample.minimum) / span) * (high - low) + low, outside, [low, high])
  })
}
