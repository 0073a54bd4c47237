/** Value rules that read the batch: the statistics of a column in steps of their own, then the score. */
import type { SampleNormaliseSpec } from '@plumbline/kernel'
import type { Batch } from './batch-scope.ts'
import { number, text } from './node-cells.ts'
import { held, line } from './normalise.ts'
import type { Prepared } from './prepare.ts'
import { statisticsOf, type Sampled, type Statistics } from './sample-statistics.ts'

interface Scoring {
  readonly spec: Sampled
  readonly prepared: Prepared
  readonly batch: Batch
  /** The value at hand, and the sample: a range, or values that the standard has written down. */
  readonly x: string
  readonly sample: string
  readonly statistics: Statistics
  readonly isNegative: boolean
}

/** An error of the sheet, where the kernel refuses the sample. */
const REFUSED = '1/0'
const demand = (condition: string, value: string): string => `IF(${condition},${value},${REFUSED})`
const within = (score: string, [low, high]: readonly [number, number] = [0, 100]): string =>
  `MIN(${number(high)},MAX(${number(low)},${score}))`

/** The score of a value that is there, statistics in steps before it. */
export function addSampleScore(spec: Sampled, prepared: Prepared, batch: Batch): string {
  const { sample: frozen } = spec.normalise
  const isNegative = spec.direction === 'negative'
  const sample = frozen === undefined ? prepared.sample.range : 'values' in frozen ? `{${frozen.values.join(';')}}` : ''
  const scoring: Scoring = {
    spec,
    prepared,
    batch,
    x: prepared.value.cell,
    sample,
    statistics: statisticsOf(spec, sample, { batch, isNegative }),
    isNegative,
  }
  return scoreOf(spec.normalise, scoring)
}

function scoreOf(normalise: SampleNormaliseSpec, scoring: Scoring): string {
  const { statistics, x, prepared, isNegative, spec } = scoring
  const { minimum, maximum, mean, deviation, worst, best } = statistics
  const sign = isNegative ? '-1' : '1'
  const share = (value: string, from: string, to: string): string => `(${value}-${from})/(${to}-${from})`
  /** A sample of equal values has no range: a set score, else the data are refused. */
  const spread = (value: string): string => constantOr(spec, `${minimum}=${maximum}`, value)
  switch (normalise.method) {
    case 'min-max': {
      const { low, high } = normalise
      return spread(within(`${share(x, worst, best)}*${number(high - low)}+${number(low)}`, [low, high]))
    }
    case 'distance-to-maximum':
      return spread(line(x, worst, best))
    case 'z-score':
      return spread(
        within(`${sign}*(${x}-${mean})/${deviation}*${number(normalise.deviation)}+${number(normalise.mean)}`),
      )
    case 'scaled': {
      const ends = [prepared.carry(normalise.lower), prepared.carry(normalise.upper)].map(number)
      const [from = '', to = ''] = isNegative ? ends.toReversed() : ends
      return line(x, from, to)
    }
    case 'rank':
    case 'borda':
    case 'percentile-rank':
    case 'mid-percentile':
      return rankScore(normalise, scoring)
    case 'fraction-of-maximum': {
      if (!isNegative) return demand(`${maximum}>0`, held(`${x}/${maximum}`))
      return normalise.lessIsBetter === 'complement'
        ? demand(`${maximum}>0`, held(`1-${x}/${maximum}`))
        : demand(`MIN(${x},${minimum})>0`, held(`${minimum}/${x}`))
    }
    case 'distance-to-reference':
    case 'distance-to-target':
      return distanceScore(normalise, scoring)
    case 'efficacy': {
      const { satisfactory, unacceptable, base, span, outside } = normalise
      const to = satisfactory === undefined ? best : number(prepared.carry(satisfactory))
      const from = unacceptable === undefined ? worst : number(prepared.carry(unacceptable))
      const score = within(
        `${number(base)}+${share(x, from, to)}*${number(span)}`,
        outside === 'hold' ? [base, base + span] : [0, 100],
      )
      return satisfactory === undefined && unacceptable === undefined
        ? spread(score)
        : demand(`${sign}*(${to}-${from})>0`, score)
    }
    case 'categorical':
      return categorical(normalise.categories, scoring)
    case 'sigmoid': {
      const middle = normalise.midpoint === undefined ? mean : number(prepared.carry(normalise.midpoint))
      const width = normalise.scale === undefined ? deviation : number(normalise.scale)
      // EXP overflows in a sheet from 710 on, where the score is 0 anyway.
      const score = `100/(1+EXP(MIN(700,${number(-normalise.steepness)}*${sign}*(${x}-${middle})/${width})))`
      return normalise.scale === undefined ? spread(score) : score
    }
  }
}

/** A set score, or a refusal, where the sample cannot be read. */
const constantOr = ({ normalise: { constant } }: Sampled, condition: string, value: string): string =>
  `IF(${condition},${constant === undefined ? REFUSED : number(constant)},${value})`

type Ranked = Extract<SampleNormaliseSpec, { method: 'rank' | 'borda' | 'percentile-rank' | 'mid-percentile' }>

function rankScore(normalise: Ranked, scoring: Scoring): string {
  const { count } = scoring.statistics
  switch (normalise.method) {
    case 'rank':
      return within(`100*${placeOf(normalise.ties, scoring)}/${count}`)
    case 'borda':
    case 'percentile-rank':
      return constantOr(scoring.spec, `${count}=1`, within(`100*(${placeOf(normalise.ties, scoring)}-1)/(${count}-1)`))
    case 'mid-percentile': {
      const { below, equal } = placesOf(scoring)
      return held(`(${below}+${equal}/2)/${count}`)
    }
  }
}

/** How many values of the sample are worse than the one at hand, and how many equal it. */
function placesOf({ spec, batch, x, sample, isNegative }: Scoring): { readonly below: string; readonly equal: string } {
  const { steps, head, nameOf } = batch
  const count = (key: 'below' | 'equal', sign: string): string =>
    steps.add(`${spec.id}.${key}`, {
      head: head(nameOf(spec.id), key),
      formula: `IF(ISNUMBER(${x}),SUMPRODUCT(ISNUMBER(${sample})*(${sample}${sign}${x})),"")`,
    }).cell
  return { below: count('below', isNegative ? '>' : '<'), equal: count('equal', '=') }
}

/** The place of a value, the worst in place 1; beyond a frozen sample no higher than its last. */
function placeOf(ties: 'min' | 'average' | 'max', scoring: Scoring): string {
  const { below, equal } = placesOf(scoring)
  const more = { min: '1', max: `MAX(1,${equal})`, average: `(1+MAX(1,${equal}))/2` }[ties]
  return `MIN(${scoring.statistics.count},${below}+${more})`
}

type Distanced = Extract<SampleNormaliseSpec, { method: 'distance-to-reference' | 'distance-to-target' }>

/** The way from the worst value to an aim; two-sided the way from the aim. */
function distanceScore(normalise: Distanced, scoring: Scoring): string {
  const { statistics, x, prepared, isNegative, spec } = scoring
  const { minimum, maximum, worst } = statistics
  const isTarget = normalise.method === 'distance-to-target'
  const aim = isTarget ? number(prepared.carry(normalise.target)) : referenceOf(normalise.reference, scoring)
  if (isTarget && normalise.sides === 'two') {
    const farthest = `MAX(ABS(${minimum}-${aim}),ABS(${maximum}-${aim}))`
    return `IF(${x}=${aim},100,IF(${farthest}=0,0,${held(`1-ABS(${x}-${aim})/${farthest}`)}))`
  }
  const beyond = `${isNegative ? '-1' : '1'}*(${aim}-${worst})>0`
  const equal = `AND(${minimum}=${maximum},NOT(${beyond}))`
  return constantOr(spec, equal, demand(beyond, line(x, worst, aim)))
}

/** A raw value, or that of a unit of the sample; without it the data are refused. */
function referenceOf(reference: number | string, { spec, prepared, batch }: Scoring): string {
  if (typeof reference === 'number') return number(prepared.carry(reference))
  const { steps, head, nameOf, unit } = batch
  const { range } = prepared.sample
  const found = `(${unit.range}=${text(reference)})*ISNUMBER(${range})`
  return steps.add(`${spec.id}.reference`, {
    head: head(nameOf(spec.id), 'reference'),
    formula: `IF(SUM(${found})=0,${REFUSED},SUM(IF(${found}=1,${range})))`,
    array: true,
  }).cell
}

/** Each category from its quantile on (type 7); the worst one holds below all. */
function categorical(categories: readonly (readonly [number, number])[], scoring: Scoring): string {
  const { spec, batch, sample, x, isNegative, statistics } = scoring
  const { steps, head, nameOf } = batch
  const order = isNegative ? 'LARGE' : 'SMALL'
  return categories.reduce((rest, [from, score], index) => {
    if (index === 0) return number(score)
    const place = `ROUND(${number(from)}*(${statistics.count}-1),9)`
    const [low, high] = [
      `${order}(${sample},INT(${place})+1)`,
      `${order}(${sample},MIN(${statistics.count},INT(${place})+2))`,
    ]
    const limit = steps.add(`${spec.id}.from.${index}`, {
      head: head(nameOf(spec.id), 'limit'),
      formula: `IF(${statistics.count}=0,"",${low}+(${place}-INT(${place}))*(${high}-${low}))`,
    })
    return `IF(${x}${isNegative ? '<=' : '>='}${limit.cell},${number(score)},${rest})`
  }, '')
}
