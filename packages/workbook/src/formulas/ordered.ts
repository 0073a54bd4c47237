/**
 * Aggregations that read the children in the order of their scores. Each child has three cells: from where and up to
 * where it reaches on the method's own scale, equals together, and its part in the score. The score is the sum of parts
 * times scores.
 */
import type { AggregateSpec, BranchSpec } from '@plumbline/kernel'
import { number, sum, type NodeCells } from './node-cells.ts'

/** One child as these formulas see it. */
export interface OrderedTerm {
  readonly id: string
  readonly weight: string
  readonly used: string
  /** 1 where it counts. */
  readonly counts: string
}

export type OrderedSpec = Extract<
  AggregateSpec,
  { readonly method: 'owa' | 'weighted-median' | 'choquet' | 'choquet-capacity' | 'mazziotta-pareto' }
>

const ORDERED: ReadonlySet<string> = new Set([
  'owa',
  'weighted-median',
  'choquet',
  'choquet-capacity',
  'mazziotta-pareto',
])

export const isOrdered = (spec: AggregateSpec): spec is OrderedSpec => ORDERED.has(spec.method)

/** The cells of one child. */
export interface PartFormulas {
  readonly id: string
  /** null for a method without a scale of its own. */
  readonly reach: { readonly from: string; readonly to: string } | null
  readonly part: string
}

/** The cells of all children of a branch; empty where a child does not count. */
export function partFormulas(
  branch: BranchSpec & { readonly aggregate: OrderedSpec },
  terms: readonly OrderedTerm[],
  cells: NodeCells,
): readonly PartFormulas[] {
  const total = sum(terms.map(({ counts, weight }) => `${counts}*${weight}`))
  return terms.map((term) => {
    const [from, to] = [cells.node(term.id, 'lower'), cells.node(term.id, 'upper')]
    const reach = reachOf(branch, { term, terms, cells })
    const part = partOf(branch, { term, terms, cells, total, from, to })
    const counted = (formula: string): string => `IF(${term.counts}=1,${formula},"")`
    return {
      id: term.id,
      reach: reach && { from: counted(reach('>')), to: counted(reach('>=')) },
      part: counted(part),
    }
  })
}

const grid = ({ used }: OrderedTerm): string => `ROUND(N(${used}),9)`

interface Scope {
  readonly term: OrderedTerm
  readonly terms: readonly OrderedTerm[]
  readonly cells: NodeCells
}

/** How far the children reach that score more than this one, or at least as much; for the median, less or at most. */
function reachOf(
  { id, children, aggregate }: BranchSpec & { readonly aggregate: OrderedSpec },
  { term, terms, cells }: Scope,
): ((sign: '>' | '>=') => string) | null {
  const own = grid(term)
  const beyond = (one: OrderedTerm, sign: string): string => `${one.counts}*(${grid(one)}${sign}${own})`
  const summed = (sign: string, value: (one: OrderedTerm) => string): string =>
    sum(terms.map((one) => `${beyond(one, sign)}*${value(one)}`))
  switch (aggregate.method) {
    case 'owa':
      return (sign) => `${summed(sign, () => '1')}*${terms.length}/${sum(terms.map(({ counts }) => counts))}`
    case 'weighted-median':
      return (sign) =>
        `${summed(sign === '>' ? '<' : '<=', ({ weight }) => weight)}/${sum(terms.map((one) => `${one.counts}*${one.weight}`))}`
    case 'choquet': {
      const ids = children.map((child) => child.id)
      return (sign) => {
        const lost = aggregate.interactions.flatMap(({ between, value }) => {
          const [one, other] = between.map((child) => terms[ids.indexOf(child)])
          if (!one || !other) return []
          return `${number(value / 2)}*${one.counts}*${other.counts}*((${grid(one)}${sign}${own})<>(${grid(other)}${sign}${own}))`
        })
        return `${summed(sign, ({ weight }) => weight)}-${sum(lost)}`
      }
    }
    case 'choquet-capacity':
      return (sign) =>
        `INDEX(${cells.capacity(id)},1+${sum(terms.map((one, place) => `${beyond(one, sign)}*${2 ** place}`))})`
    case 'mazziotta-pareto':
      return null
  }
}

interface PartScope extends Scope {
  /** Weights of the children that count. */
  readonly total: string
  readonly from: string
  readonly to: string
}

function partOf({ aggregate }: { readonly aggregate: OrderedSpec }, scope: PartScope): string {
  const { term, terms, cells, total, from, to } = scope
  const tied = sum(terms.map((one) => `${one.counts}*(${grid(one)}=${grid(term)})*${one.weight}`))
  switch (aggregate.method) {
    case 'owa': {
      const { weights } = aggregate
      const reached = (place: string): string =>
        sum(weights.map((weight, step) => `${number(weight)}*MAX(0,MIN(1,${place}-${step}))`))
      const all = weights.reduce((before, weight) => before + weight, 0)
      const equals = `((${to}-${from})*${sum(terms.map(({ counts }) => counts))}/${terms.length})`
      return `(${reached(to)}-${reached(from)})/${equals}/${number(all)}`
    }
    case 'weighted-median': {
      const [below, reached] = [`ROUND(${from},9)`, `ROUND(${to},9)`]
      const middle = `((${below}<0.5)*(${reached}>0.5)+((${below}=0.5)+(${reached}=0.5))/2)`
      return `${middle}*${term.weight}/${tied}`
    }
    case 'choquet':
      return `(${to}-${from})/${total}*${term.weight}/${tied}`
    case 'choquet-capacity': {
      const all = `MAX(${terms.map((one) => cells.node(one.id, 'upper')).join(',')})`
      return `IF(${all}>0,(${to}-${from})/${all}*${term.weight}/${tied},${term.weight}/${total})`
    }
    case 'mazziotta-pareto':
      return `${term.weight}/${total}`
  }
}

/** The zero of the adjusted scale, 70 to 130, lies so far below 0 on 0 to 100. */
const ADJUSTED_OFFSET = 70 / 0.6

/** The score of the branch from the parts of its children. */
export function orderedScore(
  spec: OrderedSpec,
  terms: readonly OrderedTerm[],
  { cells, zero }: { readonly cells: NodeCells; readonly zero: string },
): string {
  const weighted = (value: (used: string) => string): string =>
    sum(terms.map(({ id, used }) => `N(${cells.node(id, 'part')})*${value(`N(${used})`)}`))
  const mean = weighted((used) => used)
  if (spec.method !== 'mazziotta-pareto') return mean
  const variance = `(${weighted((used) => `${used}^2`)}-${mean}^2)`
  const offset = spec.variant === 'adjusted' ? ADJUSTED_OFFSET : 0
  return `IF(${mean}<${zero},0,MAX(0,${mean}-${variance}/(${mean}+${number(offset)})))`
}
