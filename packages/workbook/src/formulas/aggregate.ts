import type { AggregateSpec, BranchSpec, MissingPolicy } from '@plumbline/kernel'
import { absent, nodeCell, number, text, type CellFormula, type TrialContext } from './trial.ts'

/** One child as a parent's formula sees it. */
interface Term {
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

/** Score, value used and coverage of one branch. */
export function branchFormulas(spec: BranchSpec, policy: MissingPolicy, context: TrialContext): readonly CellFormula[] {
  const { words } = context.texts
  const terms = spec.children.map((child, index) => termOf(child.id, index, { spec, context }))
  const [first] = terms
  const aggregated = first ? aggregate(spec.aggregate, terms) : null
  const none = text(words.notApplicable)
  const onBase = spec.aggregate.method === 'bonus' && first !== undefined
  const nothing = `${sum(terms.map((one) => one.applies))}=0`
  const isNone = onBase ? `OR(${nothing},${first.used}=${none})` : nothing
  const weight = sum(terms.map((one) => `${one.applies}*${one.part}`))
  const covered = sum(terms.map((one) => `${one.applies}*${one.part}*N(${one.coverage})`))
  const blocked = terms.map((one) => `${one.applies}*(${one.used}=${text(words.noResult)})`)
  const unfit = [
    `${sum(blocked)}>0`,
    `${sum(terms.map((one) => one.counts))}=0`,
    ...(onBase ? [`NOT(ISNUMBER(${first.used}))`] : []),
  ]
  const value = aggregated === null ? text(words.outside) : `MAX(0,MIN(100,${aggregated}))`
  const cell = (column: string): string => nodeCell(context, spec.id, column)
  const row = context.rowOf('node', spec.id)
  const below = `ROUND(${cell('coverage')},9)<N(${cell('minCoverage')})`
  return [
    {
      sheet: 'tree',
      row,
      column: 'score',
      formula: `IF(${isNone},${none},IF(${below},${text(words.belowCoverage)},IF(OR(${unfit.join(',')}),${absent(policy, context.texts)},${value})))`,
    },
    {
      sheet: 'tree',
      row,
      column: 'used',
      formula: `IF(${cell('score')}=${text(words.belowCoverage)},${absent(policy, context.texts)},${cell('score')})`,
    },
    { sheet: 'tree', row, column: 'coverage', formula: `IF(${isNone},"",(${covered})/(${weight}))` },
  ]
}

function termOf(
  id: string,
  index: number,
  { spec, context }: { readonly spec: BranchSpec; readonly context: TrialContext },
): Term {
  const { words } = context.texts
  const [declared, used, coverage] = ['weight', 'used', 'coverage'].map((column) => nodeCell(context, id, column))
  const isBonus = spec.aggregate.method === 'bonus'
  const alike = ['minimum', 'staircase', 'product'].includes(spec.aggregate.method)
  const weight = alike || (isBonus && index === 0) ? '1' : `N(${declared})`
  const part = isBonus ? (index === 0 ? '1' : '0') : weight
  const applies = `(${weight}<>0)*(${used}<>${text(words.notApplicable)})`
  return { weight, part, used: used ?? '', coverage: coverage ?? '', applies, counts: `${applies}*ISNUMBER(${used})` }
}

const sum = (parts: readonly string[]): string => (parts.length === 0 ? '0' : `(${parts.join('+')})`)
/** Scores below this are 0 on the kernel's grid. */
const ZERO = '0.0000000005'

/** null for a method that the sheet leaves to the kernel. */
function aggregate(spec: AggregateSpec, terms: readonly Term[]): string | null {
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
      return base
        ? `MIN(${number(spec.max)},${base.used}+IF(ROUND(${base.used},9)>${number(spec.above)},${extra},0))`
        : null
    }
    default:
      return null
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
