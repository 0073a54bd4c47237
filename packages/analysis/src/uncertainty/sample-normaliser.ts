import { normaliseByMinMax, normaliseByZScore, sampleStatistics } from '@plumbline/kernel'

/**
 * A normaliser that takes its marks from the sample, which those that a standard can name never do. Scores
 * outside 0 to 100 are held at the ends.
 */
export type SampleNormaliser =
  /** The worst value of the sample scores `low`, the best `high`. */
  | { readonly method: 'sample-min-max'; readonly low: number; readonly high: number }
  /** Mean and sample standard deviation (n - 1) are brought to `mean` and `sd`. */
  | { readonly method: 'sample-z-score'; readonly mean: number; readonly sd: number }
  /** Any other: scores 0 to 100 from the raw values, NaN where they are; cannot be sent to another thread. */
  | { readonly method: 'custom'; readonly scores: (values: Float64Array) => Float64Array }

export const isSampleNormaliser = (option: { readonly method: string }): option is SampleNormaliser =>
  option.method === 'sample-min-max' || option.method === 'sample-z-score' || option.method === 'custom'

/**
 * Scores a column by its own sample.
 *
 * @param values - Length n, raw; NaN is missing and stays missing. Not changed.
 * @param sign - 1 where more is better, -1 where less is.
 * @returns Length n. A column without spread gets the middle of the range (min-max) or the mean (z-score): the sample
 * says nothing about its units.
 * @example normaliseBySample({ method: 'sample-min-max', low: 0, high: 100 }, Float64Array.of(2, 4, 3), 1) // [0, 100, 50]
 */
export function normaliseBySample(option: SampleNormaliser, values: Float64Array, sign: 1 | -1): Float64Array {
  if (option.method === 'custom') return option.scores(values)
  const direction = sign === 1 ? 'positive' : 'negative'
  const { minimum, maximum } = sampleStatistics(values)
  if (minimum === maximum) return values.map((value) => (Number.isNaN(value) ? NaN : middleOf(option)))
  return option.method === 'sample-min-max'
    ? normaliseByMinMax(values, direction, { low: option.low, high: option.high })
    : normaliseByZScore(values, direction, { mean: option.mean, deviation: option.sd })
}

/** What a unit gets where the sample tells none apart. */
const middleOf = (option: Exclude<SampleNormaliser, { readonly method: 'custom' }>): number =>
  option.method === 'sample-min-max' ? (option.low + option.high) / 2 : option.mean
