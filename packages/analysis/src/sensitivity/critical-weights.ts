import { isBranch, NodeState, type Plan, type Result } from '@plumbline/kernel'
import { standDraw, type UncertaintyModel } from '../uncertainty/model.ts'
import type { RowPair } from '../uncertainty/pairs.ts'
import { siblingsOf, withWeight, type Siblings } from './sibling-weights.ts'

/**
 * The weight at which two units swap in one weighted sum, the other weights rescaled in proportion: closed form.
 *
 * @param weights - Sum to 1.
 * @param first - Scores of one unit by child.
 * @param second - Of the other.
 * @returns A function of the child's index: the new weight; null where no weight from 0 to 1 makes them equal, or every
 * weight does.
 * @see Triantaphyllou and Sánchez (1997), doi:10.1111/j.1540-5915.1997.tb01306.x
 * @example criticalWeight([0.5, 0.5], [80, 40], [50, 60])(0) // 0.4
 */
export function criticalWeight(
  weights: readonly number[],
  first: readonly number[],
  second: readonly number[],
): (child: number) => number | null {
  const differences = weights.map((_, child) => (first[child] ?? NaN) - (second[child] ?? NaN))
  return (child) => {
    let [sum, others] = [0, 0]
    for (const [index, weight] of weights.entries()) {
      if (index === child) continue
      sum += weight * (differences[index] ?? NaN)
      others += weight
    }
    return crossing(sum / others, differences[child] ?? NaN)
  }
}

/** A weight at which two units swap. */
export interface CriticalWeight extends RowPair {
  readonly node: string
  /** The node's weight now, and the one nearest to it at which the two rows have the same root score. */
  readonly weight: number
  readonly critical: number
  /** Exact where the root is a straight line in the weight; else found by bisection to 1e-12. */
  readonly method: 'closed-form' | 'bisection'
}

/** Weights at which a curve is looked at for a change of sign. */
const SCAN = 64
const HALVINGS = 48

/**
 * The weight of a node at which two units swap, siblings rescaled in proportion.
 *
 * @param pairs - Rows; a pair without such a weight from 0 to 1 is left out. Where bisection is needed, two swaps closer
 * together than 1/64 may be overlooked.
 * @throws FaultError as `siblingsOf`.
 * @example criticalWeights(model, { node: 'staff', pairs: [{ first: 0, second: 1 }] })[0].critical // 0.4
 */
export function criticalWeights(
  model: UncertaintyModel,
  { node, pairs }: { readonly node: string; readonly pairs: readonly RowPair[] },
): readonly CriticalWeight[] {
  const siblings = siblingsOf(model.plan, node)
  const seen = new Map<number, Float64Array>()
  const scoresAt = (weight: number): Float64Array => {
    const scores = seen.get(weight) ?? standDraw(model, { weights: withWeight(siblings, weight) }).score
    seen.set(weight, scores)
    return scores
  }
  const straight = straightRows(model, siblings)
  return pairs.flatMap(({ first, second }) => {
    const gap = (weight: number): number => (scoresAt(weight)[first] ?? NaN) - (scoresAt(weight)[second] ?? NaN)
    const isStraight = straight(first) && straight(second)
    const critical = isStraight ? crossing(gap(0), gap(1)) : nearestSwap(gap, siblings.node.weight)
    return critical === null
      ? []
      : [
          {
            first,
            second,
            node,
            weight: siblings.node.weight,
            critical,
            method: isStraight ? ('closed-form' as const) : ('bisection' as const),
          },
        ]
  })
}

/** Where the line from `atZero` (weight 0) to `atOne` (weight 1) crosses 0. */
function crossing(atZero: number, atOne: number): number | null {
  const weight = atZero / (atZero - atOne)
  return weight >= 0 && weight <= 1 ? weight : null
}

function nearestSwap(gap: (weight: number) => number, from: number): number | null {
  const found: number[] = []
  for (let step = 0; step < SCAN; step++) {
    let [low, high] = [step / SCAN, (step + 1) / SCAN]
    const sign = Math.sign(gap(low))
    if (sign === 0) found.push(low)
    if (!(sign * Math.sign(gap(high)) < 0)) continue
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (low + high) / 2
      if (Math.sign(gap(middle)) === sign) low = middle
      else high = middle
    }
    found.push((low + high) / 2)
  }
  if (gap(1) === 0) found.push(1)
  return found.sort((a, b) => Math.abs(a - from) - Math.abs(b - from))[0] ?? null
}

/** True for rows whose root score is a straight line in the node's weight: means of values that are all there. */
function straightRows({ plan, nominal }: UncertaintyModel, { node, all }: Siblings): (row: number) => boolean {
  const isAdditive = ancestors(plan, node.id).every((spec) => spec.aggregate.method === 'arithmetic')
  const columns = all.map(({ id }) => plan.indexOf.get(id) ?? -1)
  return (row) => isAdditive && columns.every((column) => hasValue(nominal, column, row))
}

function hasValue({ nodes }: Result, column: number, row: number): boolean {
  const state = nodes[column]?.state[row]
  return state === NodeState.scored || state === NodeState.zeroed
}

function ancestors(plan: Plan, id: string): readonly Extract<Plan['framework']['root'], { kind: 'branch' }>[] {
  const parent = plan.nodes[plan.nodes[plan.indexOf.get(id) ?? -1]?.parent ?? -1]
  return parent && isBranch(parent) ? [parent.spec, ...ancestors(plan, parent.spec.id)] : []
}
