/** Aggregations that score a unit by the others of its batch, a step for each figure that their papers name. */
import type {
  BranchSpec,
  MissingPolicy,
  PreferenceSpec,
  SampleAggregateSpec,
  TopsisDistance,
  TopsisScaling,
} from '@plumbline/kernel'
import { besideScore, roleCells, stateFormula, termsOf, type Term } from './aggregate.ts'
import { putNode, type Batch } from './batch-scope.ts'
import { number, sum, text } from './node-cells.ts'
import type { Step } from './steps.ts'

export type ComparedBranch = BranchSpec & { readonly aggregate: SampleAggregateSpec }

/** So near, measured by their size, two numbers differ by rounding alone. */
const ROUNDING = '0.000000000001'
/** Stands for a value that is not there; scores are never below 0. */
const NONE = '-1'

/** One child over the batch. */
interface Criterion {
  readonly weight: string
  /** On the 1e-9 grid; below 0 where it does not count. */
  readonly value: Step
  /** Within the unit's own row, of sum 1. */
  readonly share: Step
  readonly low: Step
  readonly high: Step
}

interface Comparison {
  readonly batch: Batch
  readonly id: string
  readonly name: string
  readonly criteria: readonly Criterion[]
  /** 1 for each unit that this one is compared with, itself included. */
  readonly same: string
  readonly count: Step
}

/** Adds the steps of a branch, its score, value used and coverage last. */
export function addComparison(spec: ComparedBranch, policy: MissingPolicy, batch: Batch): void {
  const { steps, cells, nameOf, texts } = batch
  const { id, aggregate } = spec
  const name = nameOf(id)
  const terms = termsOf(spec, cells)
  for (const cell of roleCells(terms, cells)) putNode(batch, cell)
  const state = steps.add(`${id}.state`, {
    head: batch.head(name, 'state'),
    formula: stateFormula(spec, policy, { cells, terms, scored: '1' }),
  })
  const inside = steps.add(`${id}.in`, {
    head: batch.head(name, 'inside'),
    formula: `IF(${batch.kept.cell}=1,IF(${state.cell}=1,1,0),0)`,
  })
  const alike = aggregate.within === 'group' ? `*(${batch.group.range}=${batch.group.cell})` : ''
  const same = `(${inside.range}=1)${alike}`
  const count = steps.add(`${id}.count`, {
    head: batch.head(name, 'count'),
    formula: `SUMPRODUCT((${inside.range}=1)*1${alike})`,
  })
  const comparison: Comparison = {
    batch,
    id,
    name,
    criteria: terms.map((term) => criterionOf(term, terms, { batch, id, inside, same })),
    same,
    count,
  }
  const value = compared(aggregate, comparison)
  const scored = `IF(${count.cell}=1,${text(texts.words.alone)},MAX(0,MIN(100,${value})))`
  const { used, coverage } = besideScore(spec, policy, { cells, terms })
  const whole = `IF(${batch.kept.cell}=1,IF(${state.cell}=1,${scored},${state.cell}),"")`
  putNode(batch, { id, column: 'score', formula: whole, array: true })
  putNode(batch, { id, column: 'used', formula: used })
  putNode(batch, { id, column: 'coverage', formula: coverage })
}

function criterionOf(
  term: Term,
  terms: readonly Term[],
  {
    batch,
    id,
    inside,
    same,
  }: { readonly batch: Batch; readonly id: string; readonly inside: Step; readonly same: string },
): Criterion {
  const { steps, nameOf, head } = batch
  const [key, name] = [`${id}|${term.id}`, `${nameOf(id)}·${nameOf(term.id)}`]
  const total = sum(terms.map(({ counts, weight }) => `${counts}*${weight}`))
  const value = steps.add(`${key}.value`, {
    head: head(name, 'value'),
    formula: `IF(${inside.cell}=1,IF(${term.counts}=1,ROUND(N(${term.used}),9),${NONE}),${NONE})`,
  })
  const share = steps.add(`${key}.share`, {
    head: head(name, 'share'),
    formula: `IF(${value.cell}<0,0,${term.weight}/${total})`,
  })
  const there = `${same}*(${value.range}>=0)=1`
  const [low, high] = (['MIN', 'MAX'] as const).map((end) =>
    steps.add(`${key}.${end}`, {
      head: head(name, end === 'MIN' ? 'low' : 'high'),
      formula: `${end}(IF(${there},${value.range}))`,
      array: true,
    }),
  )
  return { weight: term.weight, value, share, low: low ?? value, high: high ?? value }
}

function compared(spec: SampleAggregateSpec, comparison: Comparison): string {
  switch (spec.method) {
    case 'copeland':
      return copeland(comparison)
    case 'topsis':
      return topsis(spec, comparison)
    case 'vikor':
      return vikor(spec.v, comparison)
    case 'promethee':
      return promethee(spec.preference, comparison)
    case 'grey-relation': {
      const rho = number(spec.rho)
      return `100*${sum(comparison.criteria.map((one) => `${one.share.cell}*${rho}/(1-${near(one)}+${rho})`))}`
    }
  }
}

const isFlat = ({ low, high }: Pick<Criterion, 'low' | 'high'>): string =>
  `(${high.cell}-${low.cell}<=${ROUNDING}*MAX(ABS(${low.cell}),ABS(${high.cell})))`

/** From 0, the worst of the batch, to 1, the best; 1 where all are equal. */
const near = ({ value, low, high }: Criterion): string =>
  `IF(${isFlat({ low, high })},1,(${value.cell}-${low.cell})/(${high.cell}-${low.cell}))`

/** The columns that the row at hand and another both have, and what the row is ahead there. */
const both = ({ value }: Criterion): string => `(${value.cell}>=0)*(${value.range}>=0)`
const lead = ({ value }: Criterion): string => `(${value.cell}-${value.range})`
const least = ({ low, high }: Criterion): string => `${ROUNDING}*(${high.cell}-${low.cell})`
const common = (criteria: readonly Criterion[]): string => sum(criteria.map((one) => `${one.weight}*${both(one)}`))

/** The unit itself comes out of the sum as a tie, half a victory. */
function copeland({ criteria, same, count }: Comparison): string {
  const support = sum(
    criteria.map((one) => `${one.weight}*${both(one)}*((${lead(one)}>${least(one)})+(${lead(one)}>=-${least(one)}))/2`),
  )
  const shared = common(criteria)
  const outcome = `(1+SIGN(ROUND((${support}+(${shared}=0)/2)/(${shared}+(${shared}=0)),9)-0.5))/2`
  return `100*(SUMPRODUCT(${same}*${outcome})-0.5)/(${count.cell}-1)`
}

function promethee(preference: PreferenceSpec, { criteria, same, count }: Comparison): string {
  const shared = common(criteria)
  const flow = sum(
    criteria.map(
      (one) => `${one.weight}*${both(one)}*(ABS${lead(one)}>${least(one)})*${preferenceOf(preference, lead(one))}`,
    ),
  )
  return `50*(1+SUMPRODUCT(${same}*${flow}/(${shared}+(${shared}=0)))/(${count.cell}-1))`
}

/** How far a lead is a preference; below 0 for the other. */
function preferenceOf(spec: PreferenceSpec, d: string): string {
  const ahead = `SIGN${d}`
  const size = `ABS${d}`
  switch (spec.shape) {
    case 'usual':
      return ahead
    case 'u-shape':
      return `${ahead}*(${size}>${number(spec.q)})`
    case 'v-shape':
      return `((${size}<${number(spec.p)})*${d}/${number(spec.p)}+(${size}>=${number(spec.p)})*${ahead})`
    case 'level':
      return `${ahead}*((${size}>${number(spec.q)})+(${size}>${number(spec.p)}))/2`
    case 'linear': {
      const [q, p] = [number(spec.q), number(spec.p)]
      return `${ahead}*((${size}>=${p})+(${size}>${q})*(${size}<${p})*(${size}-${q})/(${p}-${q}))`
    }
    case 'gaussian':
      return `${ahead}*(1-EXP(-(${d}^2)/${number(2 * spec.s * spec.s)}))`
  }
}

function topsis(
  { scaling, distance }: { readonly scaling: TopsisScaling; readonly distance: TopsisDistance },
  { batch, id, name, criteria, same }: Comparison,
): string {
  const [worst, best] = (['low', 'high'] as const).map((end) => {
    const gaps = criteria.map((one, index) => {
      const norm = normOf(one, scaling, { batch, key: `${id}|${index}`, name, same })
      const gap = `${one.share.cell}*ABS(${one.value.cell}-${one[end].cell})`
      return norm === null ? gap : `IF(${norm}>0,${gap}/${norm},0)`
    })
    return batch.steps.add(`${id}.${end}`, {
      head: batch.head(name, end === 'low' ? 'fromWorst' : 'toBest'),
      formula: lengthOf(gaps, distance),
    })
  })
  const length = `(${worst?.cell}+${best?.cell})`
  return `100*IF(${length}>0,${worst?.cell}/${length},0.5)`
}

interface Norming {
  readonly batch: Batch
  readonly key: string
  readonly name: string
  readonly same: string
}

/** What a column is divided by; null where it is not scaled. */
function normOf(one: Criterion, scaling: TopsisScaling, { batch, key, name, same }: Norming): string | null {
  if (scaling === 'none') return null
  const there = `${same}*(${one.value.range}>=0)=1`
  const formula = {
    vector: `SQRT(SUM(IF(${there},${one.value.range}^2)))`,
    sum: `SUM(IF(${there},${one.value.range}))`,
    'min-max': `IF(${isFlat(one)},0,${one.high.cell}-${one.low.cell})`,
  }[scaling]
  return batch.steps.add(`${key}.norm`, { head: batch.head(name, 'norm'), formula, array: true }).cell
}

function lengthOf(gaps: readonly string[], distance: TopsisDistance): string {
  if (distance === 'euclidean') return `SQRT(${sum(gaps.map((gap) => `(${gap})^2`))})`
  return distance === 'manhattan' ? sum(gaps) : `MAX(${gaps.join(',')})`
}

function vikor(v: number, { batch, id, name, criteria, same }: Comparison): string {
  const regrets = criteria.map((one) => `(${one.share.cell}-${one.share.cell}*${near(one)})`)
  const parts = (
    [
      ['s', 'utility', sum(regrets)],
      ['r', 'regret', `MAX(${regrets.join(',')})`],
    ] as const
  ).map(([key, head, formula]) => {
    const own = batch.steps.add(`${id}.${key}`, { head: batch.head(name, head), formula })
    const [low, high] = (['MIN', 'MAX'] as const).map((end) =>
      batch.steps.add(`${id}.${key}.${end}`, {
        head: batch.head(`${name}·${key.toUpperCase()}`, end === 'MIN' ? 'low' : 'high'),
        formula: `${end}(IF(${same}*1=1,${own.range}))`,
        array: true,
      }),
    )
    const range = { low: low ?? own, high: high ?? own }
    return `IF(${isFlat(range)},0,(${own.cell}-${range.low.cell})/(${range.high.cell}-${range.low.cell}))`
  })
  return `100*(1-(${number(v)}*${parts[0]}+${number(1 - v)}*${parts[1]}))`
}
