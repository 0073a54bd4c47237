import { fault, FaultError } from '../../errors.ts'
import { scoreDirected, type SampleDirection, type SampleOptions } from './directed.ts'
import { quantile } from './statistics.ts'

/** The categories and what they score. */
export interface CategoricalOptions extends SampleOptions {
  /**
   * Share of the sample from which on a score holds, the worst category first: `[[0, 0], [0.5, 60], [0.95, 100]]` gives the
   * worst half 0 and the best twentieth 100.
   */
  readonly categories: readonly (readonly [from: number, score: number])[]
}

/**
 * Categories by percentiles of the sample (quantiles of type 7). Equal values fall into one category, the better one.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed. All equal, or one unit: the best category.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_CATEGORIES - shares do not rise from 0 to below 1, or scores fall;
 * SAMPLE_REFERENCE_EMPTY.
 * @example normaliseByCategory(Float64Array.of(1, 2, 3), 'negative', { categories: [[0, 0], [0.5, 100]] }) // [100, 100, 0]
 * Source: OECD/JRC (2008) Handbook, step 5, categorical scales.
 */
export function normaliseByCategory(
  raw: Float64Array,
  direction: SampleDirection,
  { categories, reference }: CategoricalOptions,
): Float64Array {
  const sound = categories.every(([from, score], index) => {
    const [before, least] = categories[index - 1] ?? [-Infinity, -Infinity]
    return (index === 0 ? from === 0 : from > before && from < 1) && score >= least && Number.isFinite(score)
  })
  if (!sound || categories.length === 0) {
    throw new FaultError([fault('SAMPLE_CATEGORIES', { categories: categories.map((one) => one.join(' → ')) })])
  }
  return scoreDirected(raw, { direction, ...(reference && { reference }) }, ({ sorted }) => {
    const steps = categories.map(([from, score]) => ({ from: from === 0 ? -Infinity : quantile(sorted, from), score }))
    return (value) => steps.findLast((step) => value >= step.from)?.score ?? NaN
  })
}
