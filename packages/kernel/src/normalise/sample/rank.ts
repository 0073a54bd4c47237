import { fault, FaultError } from '../../errors.ts'
import { scoreDirected, type SampleDirection, type SampleOptions } from './directed.ts'
import type { SampleStatistics } from './statistics.ts'

/** The rank that equal values share. */
export interface RankOptions extends SampleOptions {
  /** The rank that equal values share: the lowest of their places, the mean, or the highest. */
  readonly ties?: 'min' | 'average' | 'max'
}

/** Full marks, and the rank that equal values share. */
export interface PercentileRankOptions extends RankOptions {
  readonly full?: number
}

/**
 * Ranks as scores: the worst value 1, the best n, n the number of observed values.
 *
 * Against a frozen reference a value takes the place it would have there, n at most.
 *
 * @param raw - Length n; NaN stays missing. Not changed. All equal: all get the same rank; one unit: 1.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_REFERENCE_EMPTY.
 * @example normaliseByRank(Float64Array.of(10, 30, 30), 'positive') // [1, 2, 2]
 * Source: OECD/JRC (2008) Handbook, step 5; COINr 1.1.14, n_rank.
 */
export function normaliseByRank(
  raw: Float64Array,
  direction: SampleDirection,
  { ties = 'min', reference }: RankOptions = {},
): Float64Array {
  return scoreDirected(raw, { direction, ...(reference && { reference }) }, (sample) => rankIn(sample, ties))
}

/**
 * Borda points: the number of observed values that a unit beats; its rank less one.
 *
 * @param raw - Length n; NaN stays missing. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_REFERENCE_EMPTY.
 * @example normaliseByBorda(Float64Array.of(10, 30, 20), 'negative') // [2, 0, 1]
 * Source: Borda (1781); COINr 1.1.14, n_borda.
 */
export function normaliseByBorda(
  raw: Float64Array,
  direction: SampleDirection,
  { ties = 'min', reference }: RankOptions = {},
): Float64Array {
  return scoreDirected(raw, { direction, ...(reference && { reference }) }, (sample) => {
    const rank = rankIn(sample, ties)
    return (value) => rank(value) - 1
  })
}

/**
 * Percentile rank: full (rank - 1) / (n - 1), the worst 0, the best full marks.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed. All equal: as the ties rule says.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_TOO_FEW - one value alone has no percentile; SAMPLE_REFERENCE_EMPTY.
 * @example normaliseByPercentileRank(Float64Array.of(5, 7, 9), 'positive') // [0, 50, 100]
 * Source: COINr 1.1.14, n_prank.
 */
export function normaliseByPercentileRank(
  raw: Float64Array,
  direction: SampleDirection,
  { full = 100, ties = 'min', reference }: PercentileRankOptions = {},
): Float64Array {
  return scoreDirected(raw, { direction, ...(reference && { reference }) }, (sample) => {
    const { count } = sample
    if (count === 1) throw new FaultError([fault('SAMPLE_TOO_FEW', { count, least: 2 })])
    const rank = rankIn(sample, ties)
    return (value) => ((rank(value) - 1) / (count - 1)) * full
  })
}

/**
 * Mid percentile: full (values beaten + half of the equal ones, itself included) / n. The mean is half of full marks.
 *
 * @param raw - Length n; NaN stays missing. Not changed. One unit, or all equal: half of full marks.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_REFERENCE_EMPTY.
 * @example normaliseByMidPercentile(Float64Array.of(5, 7, 7, 9), 'positive') // [12.5, 50, 50, 87.5]
 * Source: SciPy, percentileofscore with kind "mean".
 */
export function normaliseByMidPercentile(
  raw: Float64Array,
  direction: SampleDirection,
  { full = 100, reference }: Omit<PercentileRankOptions, 'ties'> = {},
): Float64Array {
  return scoreDirected(raw, { direction, ...(reference && { reference }) }, ({ sorted, count }) => (value) => {
    const { below, equal } = placeOf(sorted, value)
    return ((below + equal / 2) / count) * full
  })
}

function rankIn({ sorted, count }: SampleStatistics, ties: 'min' | 'average' | 'max'): (value: number) => number {
  return (value) => {
    const { below, equal } = placeOf(sorted, value)
    const first = below + 1
    const last = below + Math.max(1, equal)
    return Math.min(count, ties === 'min' ? first : ties === 'max' ? last : (first + last) / 2)
  }
}

/** How many of the sorted values lie below a value, and how many equal it. */
function placeOf(sorted: Float64Array, value: number): { readonly below: number; readonly equal: number } {
  const below = firstWhere(sorted, (other) => other >= value)
  return { below, equal: firstWhere(sorted, (other) => other > value) - below }
}

function firstWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle] ?? NaN)) high = middle
    else low = middle + 1
  }
  return low
}
