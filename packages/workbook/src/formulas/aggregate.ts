import {
  capacityOfSets,
  shapleyOf,
  snap,
  type AggregateSpec,
  type BranchSpec,
  type MissingPolicy,
  type SampleAggregateSpec,
} from '@plumbline/kernel'
import { absent, number, sum, text, type NodeCells } from './node-cells.ts'
import { isOrdered, orderedScore, partFormulas, type OrderedSpec, type PartFormulas } from './ordered.ts'

/** One child as a parent's formula sees it. */
export interface Term {
  readonly id: string
  /** Its weight, or 1 where the method does not read weights. */
  readonly weight: string
  /** Its part in the coverage. */
  readonly part: string
  readonly used: string
  readonly coverage: string
  /** 1 where it applies and has a weight. */
  readonly applies: string
  /** 1 where it counts. */
  readonly counts: string
}

/** What a branch's own cells hold, and what it adds to its children's. */
export interface BranchFormulas {
  readonly score: string
  readonly used: string
  readonly coverage: string
  readonly children: readonly ChildCell[]
}

/** A cell of a child that only its parent's method can fill. */
export interface ChildCell {
  readonly id: string
  readonly column: 'applies' | 'counts' | 'lower' | 'upper' | 'part'
  readonly formula: string
}

/** A branch whose score needs no other unit. */
export type RowBranch = BranchSpec & { readonly aggregate: Exclude<AggregateSpec, SampleAggregateSpec> }

/** Score, value used and coverage of a branch that is aggregated unit by unit. */
export function branchFormulas(spec: RowBranch, policy: MissingPolicy, cells: NodeCells): BranchFormulas {
  const { aggregate } = spec
  const terms = termsOf(spec, cells)
  const value = isOrdered(aggregate) ? orderedScore(aggregate, terms, { cells, zero: ZERO }) : scoreOf(aggregate, terms)
  return {
    score: stateFormula(spec, policy, { cells, terms, scored: `MAX(0,MIN(100,${value}))` }),
    ...besideScore(spec, policy, { cells, terms }),
    children: [
      ...roleCells(terms, cells),
      ...(isOrdered(aggregate) ? partFormulas({ ...spec, aggregate }, terms, cells).flatMap(partCells) : []),
    ],
  }
}

const partCells = ({ id, reach, part }: PartFormulas): readonly ChildCell[] => [
  ...(reach
    ? [
        { id, column: 'lower' as const, formula: reach.from },
        { id, column: 'upper' as const, formula: reach.to },
      ]
    : []),
  { id, column: 'part', formula: part },
]

/** Whether each child applies, and whether it counts. */
export function roleCells(terms: readonly Term[], { texts: { words } }: NodeCells): readonly ChildCell[] {
  return terms.flatMap(({ id, weight, used }): readonly ChildCell[] => {
    const out = [words.notApplicable, words.screenedOut].map((word) => `(${used}<>${text(word)})`)
    const weighs = `(${weight}<>0)`
    return [
      { id, column: 'applies', formula: `${weighs}*${out.join('*')}` },
      { id, column: 'counts', formula: `${weighs}*ISNUMBER(${used})` },
    ]
  })
}

interface Beside {
  readonly cells: NodeCells
  readonly terms: readonly Term[]
}

/** Value used and coverage. */
export function besideScore(
  spec: BranchSpec,
  policy: MissingPolicy,
  { cells, terms }: Beside,
): { readonly used: string; readonly coverage: string } {
  const { words } = cells.texts
  const score = cells.node(spec.id, 'score')
  const lost = [words.belowCoverage, words.alone].map((word) => `${score}=${text(word)}`)
  const weight = sum(terms.map((one) => `${one.applies}*${one.part}`))
  const covered = sum(terms.map((one) => `${one.applies}*${one.part}*N(${one.coverage})`))
  return {
    used: `IF(OR(${lost.join(',')}),${absent(policy, cells.texts)},${score})`,
    coverage: `IF(${isNone(spec, terms)},"",(${covered})/(${weight}))`,
  }
}

/** The word that stands for a score, or what is scored where there is one. */
export function stateFormula(
  spec: BranchSpec,
  policy: MissingPolicy,
  { cells, terms, scored }: Beside & { readonly scored: string },
): string {
  const { words } = cells.texts
  const [first] = terms
  const blocked = terms.map((one) => `${one.applies}*(${one.used}=${text(words.noResult)})`)
  const unfit = [
    `${sum(blocked)}>0`,
    `${sum(terms.map((one) => one.counts))}=0`,
    ...(spec.aggregate.method === 'bonus' && first ? [`NOT(ISNUMBER(${first.used}))`] : []),
  ]
  const below = `ROUND(${cells.node(spec.id, 'coverage')},9)<N(${cells.node(spec.id, 'minCoverage')})`
  const nothing = absent(policy, cells.texts)
  return `IF(${isNone(spec, terms)},${text(words.notApplicable)},IF(${below},${text(words.belowCoverage)},IF(OR(${unfit.join(',')}),${nothing},${scored})))`
}

function isNone({ aggregate }: BranchSpec, terms: readonly Term[]): string {
  const [first] = terms
  const nothing = `${sum(terms.map((one) => one.applies))}=0`
  return aggregate.method === 'bonus' && first ? `OR(${nothing},${first.applies}=0)` : nothing
}

/** The children of a branch. */
export function termsOf(spec: BranchSpec, cells: NodeCells): readonly Term[] {
  const shapley = shapleyWeights(spec)
  return spec.children.map(({ id }, index) => {
    const [used, coverage] = [cells.node(id, 'used'), cells.node(id, 'coverage')]
    const isBonus = spec.aggregate.method === 'bonus'
    const alike = ALIKE.has(spec.aggregate.method) || (isBonus && index === 0)
    const weight = alike ? '1' : shapley ? number(shapley[index] ?? 0) : `N(${cells.node(id, 'weight')})`
    const part = isBonus ? (index === 0 ? '1' : '0') : weight
    return { id, weight, part, used, coverage, applies: cells.node(id, 'applies'), counts: cells.node(id, 'counts') }
  })
}

/** Methods that do not read weights. */
const ALIKE: ReadonlySet<string> = new Set(['minimum', 'staircase', 'product', 'owa'])

const shapleyWeights = ({ aggregate, children }: BranchSpec): readonly number[] | null =>
  aggregate.method === 'choquet-capacity'
    ? Array.from(
        shapleyOf(
          capacityOfSets(
            children.map(({ id }) => id),
            aggregate.capacity,
          ),
        ),
        snap,
      )
    : null

/** Scores below this are 0 on the kernel's grid. */
const ZERO = '0.0000000005'

function scoreOf(spec: Exclude<RowBranch['aggregate'], OrderedSpec>, terms: readonly Term[]): string {
  const weights = sum(terms.map(({ counts, weight }) => `${counts}*${weight}`))
  const weighted = (value: (used: string) => string): string =>
    sum(terms.map(({ counts, weight, used }) => `${counts}*${weight}*${value(`N(${used})`)}`))
  const anyZero = `${sum(terms.map(({ counts, used }) => `${counts}*(N(${used})<${ZERO})`))}>0`
  const safe = (used: string, of: (used: string) => string): string => `IF(${used}<${ZERO},0,${of(used)})`
  switch (spec.method) {
    case 'arithmetic':
      return `${weighted((used) => used)}/${weights}`
    case 'geometric':
      return `IF(${anyZero},0,EXP(${weighted((used) => safe(used, (one) => `LN(${one})`))}/${weights}))`
    case 'harmonic':
      return `IF(${anyZero},0,${weights}/${weighted((used) => safe(used, (one) => `1/${one}`))})`
    case 'power': {
      const mean = `(${weighted((used) => safe(used, (one) => `${one}^${number(spec.exponent)}`))}/${weights})^(1/${number(spec.exponent)})`
      return spec.exponent < 0 ? `IF(${anyZero},0,${mean})` : `IF(${weighted((used) => used)}<${ZERO},0,${mean})`
    }
    case 'minimum':
      return `MIN(${terms.map(({ used }) => used).join(',')})`
    case 'product':
      return `100*${terms.map(({ counts, used }) => `IF(${counts}=1,N(${used})/100,1)`).join('*')}`
    case 'staircase':
      return staircase(terms, spec.metAt)
    case 'deduct': {
      const total = sum(terms.map(({ weight }) => weight))
      return `MAX(0,${number(spec.full)}-${weighted((used) => `(100-${used})`)}*${total}/${weights}/100)`
    }
    case 'bonus': {
      const [base, ...others] = terms
      const extra = sum(others.map(({ counts, weight, used }) => `${counts}*${weight}*N(${used})/100`))
      const from = base?.used ?? '0'
      return `MIN(${number(spec.max)},${from}+IF(ROUND(${from},9)>${number(spec.above)},${extra},0))`
    }
  }
}

/** Each step counts while every one before it that counts is met. */
function staircase(terms: readonly Term[], metAt: number): string {
  const met = ({ used }: Term): string => `(ROUND(N(${used}),9)>=${number(metAt)})`
  const steps = terms.map((term, index) => {
    const before = terms.slice(0, index).map((one) => `IF(${one.counts}=1,1*${met(one)},1)`)
    return [term.counts, ...before, `IF(${met(term)},100,N(${term.used}))`].join('*')
  })
  return `${sum(steps)}/${sum(terms.map(({ counts }) => counts))}`
}
