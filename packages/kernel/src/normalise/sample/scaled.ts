import { fault, FaultError } from '../../errors.ts'
import { bounded, scoreDirected, turn, type Outside, type SampleDirection } from './directed.ts'

/** The two ends of the raw scale. */
export interface ScaledOptions {
  /** The ends of the scale in raw values, the lower one first, whatever the direction. */
  readonly lower: number
  readonly upper: number
  readonly full?: number
  readonly outside?: Outside
}

/**
 * A given scale: full (x - lower) / (upper - lower), full (upper - x) / (upper - lower) where less is better.
 *
 * The two ends are the agreed ones of the raw scale and are not swapped for a negative indicator.
 *
 * @param raw - Length n; NaN stays missing. Not changed. Nothing is read of the sample: constants and single units score.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_SCALE_EMPTY - the ends are not finite or not in rising order.
 * @example normaliseByScale(Float64Array.of(1, 4, 9), 'negative', { lower: 0, upper: 10 }) // [90, 60, 10]
 * Source: OECD/JRC (2008) Handbook, step 5; COINr 1.1.14, n_scaled and n_goalposts.
 */
export function normaliseByScale(
  raw: Float64Array,
  direction: SampleDirection,
  { lower, upper, full = 100, outside = 'extend' }: ScaledOptions,
): Float64Array {
  if (!(lower < upper) || !Number.isFinite(upper - lower)) {
    throw new FaultError([fault('SAMPLE_SCALE_EMPTY', { lower: String(lower), upper: String(upper) })])
  }
  const worst = Math.min(turn(direction, lower), turn(direction, upper))
  return scoreDirected(raw, { direction }, () => (value) => {
    return bounded(((value - worst) / (upper - lower)) * full, outside, [0, full])
  })
}
