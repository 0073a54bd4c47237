import type { IndicatorSpec } from '../framework.ts'
import type { FrozenSample, SampleNormaliseSpec } from '../normalise/sample/spec.ts'
import type { Finding } from './finding.ts'

/** Methods that need the single values of a frozen sample. */
const BY_VALUE: ReadonlySet<string> = new Set(['rank', 'borda', 'percentile-rank', 'mid-percentile', 'categorical'])

/** Faults of a normaliser that reads a sample, on its own and against the indicator's direction. */
export function sampleFindings(spec: SampleNormaliseSpec, direction: IndicatorSpec['direction']): readonly Finding[] {
  const twoSided = spec.method === 'distance-to-target' && spec.sides === 'two'
  return [
    ...((direction === 'target') === twoSided ? [] : [['DIRECTION_METHOD', { direction }, ''] as const]),
    ...(spec.constant === undefined ? [] : inRange('constant', spec.constant, [0, 100])),
    ...(spec.sample ? frozenFindings(spec, spec.sample) : []),
    ...methodFindings(spec, direction),
  ]
}

function methodFindings(spec: SampleNormaliseSpec, direction: IndicatorSpec['direction']): readonly Finding[] {
  switch (spec.method) {
    case 'min-max':
      return spec.low >= 0 && spec.low < spec.high && spec.high <= 100
        ? []
        : [['SAMPLE_ENDS', { low: spec.low, high: spec.high }, '']]
    case 'z-score':
      return [...inRange('mean', spec.mean, [0, 100]), ...positive('deviation', spec.deviation)]
    case 'scaled':
      return spec.lower < spec.upper && Number.isFinite(spec.upper - spec.lower)
        ? []
        : [['SAMPLE_SCALE_EMPTY', { lower: String(spec.lower), upper: String(spec.upper) }, '']]
    case 'distance-to-reference':
      return typeof spec.reference === 'string' || Number.isFinite(spec.reference)
        ? []
        : [['SAMPLE_REFERENCE_VALUE', { value: String(spec.reference) }, 'reference']]
    case 'distance-to-target':
      return Number.isFinite(spec.target) ? [] : [['SAMPLE_TARGET_VALUE', { target: String(spec.target) }, 'target']]
    case 'efficacy':
      return efficacyFindings(spec, direction)
    case 'categorical':
      return categoryFindings(spec.categories)
    case 'sigmoid':
      return [
        ...positive('steepness', spec.steepness),
        ...(spec.scale === undefined ? [] : positive('scale', spec.scale)),
        ...(spec.midpoint === undefined || Number.isFinite(spec.midpoint)
          ? []
          : [['PREPARE_OPTION_FINITE', { option: 'midpoint', value: String(spec.midpoint) }, 'midpoint'] as const]),
      ]
    default:
      return []
  }
}

function efficacyFindings(
  { satisfactory, unacceptable, base, span }: Extract<SampleNormaliseSpec, { method: 'efficacy' }>,
  direction: IndicatorSpec['direction'],
): readonly Finding[] {
  const sign = direction === 'negative' ? -1 : 1
  const ordered = satisfactory === undefined || unacceptable === undefined || sign * (satisfactory - unacceptable) > 0
  return [
    ...(base >= 0 && span > 0 && base + span <= 100
      ? []
      : [['SAMPLE_ENDS', { low: base, high: base + span }, 'span'] as const]),
    ...(ordered
      ? []
      : [
          [
            'SAMPLE_EFFICACY_ORDER',
            { satisfactory: String(satisfactory), unacceptable: String(unacceptable) },
            'satisfactory',
          ] as const,
        ]),
  ]
}

function categoryFindings(categories: readonly (readonly [number, number])[]): readonly Finding[] {
  const isSound = categories.every(([from, score], index) => {
    const [before, least] = categories[index - 1] ?? [-Infinity, 0]
    return (index === 0 ? from === 0 : from > before && from < 1) && score >= least && score <= 100
  })
  return isSound && categories.length > 0
    ? []
    : [['SAMPLE_CATEGORIES', { categories: categories.map((one) => one.join(' → ')) }, 'categories']]
}

function frozenFindings({ method }: SampleNormaliseSpec, sample: FrozenSample): readonly Finding[] {
  if ('values' in sample) {
    return sample.values.length > 0 && sample.values.every(Number.isFinite)
      ? []
      : [['PIPELINE_FROZEN_VALUES', {}, 'sample/values']]
  }
  const { count, minimum, maximum, mean, deviation } = sample
  if (BY_VALUE.has(method)) return [['PIPELINE_FROZEN_NEEDS_VALUES', { method }, 'sample']]
  const isSound =
    count >= 1 && minimum <= mean && mean <= maximum && deviation >= 0 && Number.isFinite(maximum - minimum)
  return isSound ? [] : [['PIPELINE_FROZEN_STATISTICS', { minimum, mean, maximum, deviation, count }, 'sample']]
}

function inRange(option: string, value: number, [least, most]: readonly [number, number]): readonly Finding[] {
  return value >= least && value <= most
    ? []
    : [['PREPARE_OPTION_RANGE', { option, value: String(value), least: String(least), most: String(most) }, option]]
}

const positive = (option: string, value: number): readonly Finding[] =>
  value > 0 && Number.isFinite(value) ? [] : [['PREPARE_OPTION_POSITIVE', { option, value: String(value) }, option]]
