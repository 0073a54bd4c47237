import { FaultError } from '../../errors.ts'
import type { NormalisedColumn } from '../method.ts'
import { normaliseByCategory } from './categorical.ts'
import type { SampleDirection } from './directed.ts'
import {
  normaliseAroundTarget,
  normaliseByDistanceToMaximum,
  normaliseByDistanceToReference,
  normaliseByDistanceToTarget,
} from './distance.ts'
import { normaliseByEfficacy } from './efficacy.ts'
import { normaliseByFractionOfMaximum } from './fraction.ts'
import { normaliseByMinMax } from './min-max.ts'
import { normaliseByBorda, normaliseByMidPercentile, normaliseByPercentileRank, normaliseByRank } from './rank.ts'
import { normaliseByScale } from './scaled.ts'
import { normaliseBySigmoid } from './sigmoid.ts'
import type { SampleNormaliseSpec } from './spec.ts'
import type { SampleStatistics } from './statistics.ts'
import { normaliseByZScore } from './z-score.ts'

/** What a sample method reads beside the column. */
export interface ScoreSample {
  readonly direction: SampleDirection
  readonly statistics: SampleStatistics
  /** The value of the reference unit; NaN where the sample has none. */
  readonly referenceValue: number
}

/** Faults that a sample has because its values are all equal, or because there is only one. */
const CONSTANT: ReadonlySet<string> = new Set([
  'SAMPLE_CONSTANT',
  'SAMPLE_TOO_FEW',
  'SAMPLE_REFERENCE_AT_WORST',
  'SAMPLE_TARGET_AT_WORST',
])

/**
 * Scores a column against a sample, on 0 to 100.
 *
 * @param raw - Length n; NaN stays missing. Not changed.
 * @returns `held` says which end holds a score that lies beyond it.
 * @throws FaultError What the method throws; where `constant` is given, a sample of equal values throws nothing.
 * @example scoreSample(Float64Array.of(2, 9), { method: 'min-max', low: 0, high: 100 }, { direction: 'positive', statistics:
 * sampleStatistics(Float64Array.of(0, 8)), referenceValue: NaN }) // { scores: [25, 100], held: [0, 1] }
 */
export function scoreSample(raw: Float64Array, spec: SampleNormaliseSpec, sample: ScoreSample): NormalisedColumn {
  const [low, high] = endsOf(spec)
  try {
    const scores = rawScores(raw, spec, sample)
    return {
      scores: scores.map((score) => Math.min(high, Math.max(low, score))),
      held: Int8Array.from(scores, (score) => (score < low ? -1 : score > high ? 1 : 0)),
    }
  } catch (error) {
    const { constant } = spec
    const isEqual = sample.statistics.minimum === sample.statistics.maximum
    const known = error instanceof FaultError && error.faults.every(({ code }) => CONSTANT.has(code))
    if (constant === undefined || !isEqual || !known) throw error
    return { scores: raw.map((value) => (Number.isNaN(value) ? NaN : constant)), held: new Int8Array(raw.length) }
  }
}

/** Lowest and highest score of a method. */
function endsOf(spec: SampleNormaliseSpec): readonly [number, number] {
  if (spec.method === 'min-max') return [spec.low, spec.high]
  return spec.method === 'efficacy' && spec.outside === 'hold' ? [spec.base, spec.base + spec.span] : [0, 100]
}

function rawScores(
  raw: Float64Array,
  spec: SampleNormaliseSpec,
  { direction, statistics: reference, referenceValue }: ScoreSample,
): Float64Array {
  switch (spec.method) {
    case 'min-max':
      return normaliseByMinMax(raw, direction, { low: spec.low, high: spec.high, reference })
    case 'z-score':
      return normaliseByZScore(raw, direction, { mean: spec.mean, deviation: spec.deviation, reference })
    case 'scaled':
      return normaliseByScale(raw, direction, { lower: spec.lower, upper: spec.upper })
    case 'rank':
      return normaliseByRank(raw, direction, { ties: spec.ties, reference }).map(
        (rank) => (100 * rank) / reference.count,
      )
    case 'borda':
      return bordaShares(raw, direction, { ties: spec.ties, reference })
    case 'percentile-rank':
      return normaliseByPercentileRank(raw, direction, { ties: spec.ties, reference })
    case 'mid-percentile':
      return normaliseByMidPercentile(raw, direction, { reference })
    case 'fraction-of-maximum':
      return normaliseByFractionOfMaximum(raw, direction, { lessIsBetter: spec.lessIsBetter, reference })
    case 'distance-to-maximum':
      return normaliseByDistanceToMaximum(raw, direction, { reference })
    case 'distance-to-reference':
      return normaliseByDistanceToReference(raw, direction, {
        referenceValue: typeof spec.reference === 'string' ? referenceValue : spec.reference,
        reference,
      })
    case 'distance-to-target':
      return spec.sides === 'two'
        ? normaliseAroundTarget(raw, { target: spec.target, reference })
        : normaliseByDistanceToTarget(raw, direction, { target: spec.target, reference })
    case 'efficacy':
      return normaliseByEfficacy(raw, direction, { ...spec, outside: 'extend', reference })
    case 'categorical':
      return normaliseByCategory(raw, direction, { categories: spec.categories, reference })
    case 'sigmoid':
      return normaliseBySigmoid(raw, direction, { ...spec, reference })
  }
}

/** Borda points over the most there are, n - 1; a percentile rank by another road, so one value alone is refused alike. */
function bordaShares(
  raw: Float64Array,
  direction: SampleDirection,
  { ties, reference }: { readonly ties: 'min' | 'average' | 'max'; readonly reference: SampleStatistics },
): Float64Array {
  if (reference.count === 1) return normaliseByPercentileRank(raw, direction, { ties, reference })
  return normaliseByBorda(raw, direction, { ties, reference }).map((points) => (100 * points) / (reference.count - 1))
}
