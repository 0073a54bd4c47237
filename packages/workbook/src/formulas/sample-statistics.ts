/** The statistics of a sample, each in a step of its own. */
import { frozenStatistics, type IndicatorSpec, type SampleNormaliseSpec } from '@plumbline/kernel'
import type { Batch } from './batch-scope.ts'
import { number } from './node-cells.ts'

/** An indicator that is scored against a sample. */
export type Sampled = IndicatorSpec & { readonly normalise: SampleNormaliseSpec }

/** What is read of a sample, as cells or figures; `worst` and `best` by the direction. */
export interface Statistics {
  readonly count: string
  readonly minimum: string
  readonly maximum: string
  readonly mean: string
  readonly deviation: string
  readonly worst: string
  readonly best: string
}

/** Statistics of a range, or those that the standard has written down. */
export function statisticsOf(
  { id, normalise }: Sampled,
  range: string,
  { batch, isNegative }: { readonly batch: Batch; readonly isNegative: boolean },
): Statistics {
  const { steps, head, nameOf } = batch
  const frozen = normalise.sample && frozenStatistics(normalise.sample)
  const figure = (key: keyof typeof FUNCTIONS): string =>
    frozen ? number(frozen[key]) : steps.reserve(`${id}.${key}`, head(nameOf(id), FUNCTIONS[key].head)).cell
  if (!frozen)
    for (const key of USED[normalise.method])
      steps.add(`${id}.${key}`, {
        head: head(nameOf(id), FUNCTIONS[key].head),
        formula: key === 'deviation' ? `IF(COUNT(${range})<2,0,STDEV(${range}))` : `${FUNCTIONS[key].name}(${range})`,
      })
  const of = (key: keyof typeof FUNCTIONS): string => (USED[normalise.method].includes(key) ? figure(key) : '0')
  const [minimum, maximum] = [of('minimum'), of('maximum')]
  return {
    count: of('count'),
    minimum,
    maximum,
    mean: of('mean'),
    deviation: of('deviation'),
    worst: isNegative ? maximum : minimum,
    best: isNegative ? minimum : maximum,
  }
}

const FUNCTIONS = {
  count: { name: 'COUNT', head: 'countValues' },
  minimum: { name: 'MIN', head: 'low' },
  maximum: { name: 'MAX', head: 'high' },
  mean: { name: 'AVERAGE', head: 'mean' },
  deviation: { name: 'STDEV', head: 'deviation' },
} as const

/** The statistics that a method reads. */
const USED: Readonly<Record<SampleNormaliseSpec['method'], readonly (keyof typeof FUNCTIONS)[]>> = {
  'min-max': ['minimum', 'maximum'],
  'z-score': ['minimum', 'maximum', 'mean', 'deviation'],
  scaled: [],
  rank: ['count'],
  borda: ['count'],
  'percentile-rank': ['count'],
  'mid-percentile': ['count'],
  'fraction-of-maximum': ['minimum', 'maximum'],
  'distance-to-maximum': ['minimum', 'maximum'],
  'distance-to-reference': ['minimum', 'maximum'],
  'distance-to-target': ['minimum', 'maximum'],
  efficacy: ['minimum', 'maximum'],
  categorical: ['count'],
  sigmoid: ['minimum', 'maximum', 'mean', 'deviation'],
}
