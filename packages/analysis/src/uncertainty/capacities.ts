import {
  capacityOfSets,
  isBranch,
  setOf,
  type AggregateSpec,
  type BranchSpec,
  type Capacity,
  type Plan,
} from '@plumbline/kernel'
import { dirichletDraw } from '../random/gamma.ts'
import type { Stream } from '../random/stream.ts'
import { vary, type VaryingFactor } from './vary.ts'

type PairsSpec = Extract<AggregateSpec, { readonly method: 'choquet' }>
type SetsSpec = Extract<AggregateSpec, { readonly method: 'choquet-capacity' }>
type Children = readonly Pick<BranchSpec, 'id' | 'weight'>[]

/** A branch that is a Choquet integral: its weights are a capacity. */
export interface ChoquetBranch {
  readonly children: Children
  readonly aggregate: PairsSpec | SetsSpec
}

/** A drawn capacity: the aggregation with it, and the weights of the children by id where the method reads them. */
export interface DrawnCapacity {
  readonly aggregate: PairsSpec | SetsSpec
  readonly weights: readonly (readonly [string, number])[]
}

/** True for an aggregation by a Choquet integral. */
export const isChoquet = (spec: AggregateSpec): spec is PairsSpec | SetsSpec =>
  spec.method === 'choquet' || spec.method === 'choquet-capacity'

/** The branch of this id if it is a Choquet integral. */
export function choquetBranch({ nodes, indexOf }: Plan, id: string): ChoquetBranch | null {
  const node = nodes[indexOf.get(id) ?? -1]
  if (!node || !isBranch(node)) return null
  const { aggregate, children } = node.spec
  return isChoquet(aggregate) ? { aggregate, children } : null
}

/**
 * One draw of the capacity of a Choquet integral. It is a capacity again: nothing is worth 0, all together 1, and more
 * never less.
 *
 * - By pairs: such an integral is a mean of the scores, of the lesser of two (interaction above 0) and of the greater;
 *   the weights of that mean are drawn as those of any other. Without interactions the draw is that of an arithmetic
 *   mean. A Dirichlet draw has the declared capacity as its mean. Signs of interactions stay.
 * - By sets: the worth of each set is drawn by itself: uniform within `spread` times itself or what it lacks to 1,
 *   whichever is less; or beta, which is what the sum of these children's weights has under a Dirichlet draw. Sets that
 *   then fall out of order are brought back by `monotoneNear`.
 *
 * Source: Grabisch (1997), doi:10.1016/S0165-0114(97)00168-1; Miranda, Combarro and Gil (2006), Extreme points of some
 * families of non-additive measures, doi:10.1016/j.ejor.2005.03.022
 */
export function drawCapacity(branch: ChoquetBranch, factor: VaryingFactor, stream: Stream): DrawnCapacity {
  const { aggregate, children } = branch
  return aggregate.method === 'choquet'
    ? drawPairs(children, aggregate, (declared) => vary(declared, factor, stream))
    : { aggregate: drawSets(children, aggregate, (worth) => varyWorth(worth, factor, stream)), weights: [] }
}

function drawPairs(
  children: Children,
  aggregate: PairsSpec,
  varied: (declared: readonly number[]) => readonly number[],
): DrawnCapacity {
  const drawn = varied(partsOf(children, aggregate))
  const total = drawn.reduce((sum, part) => sum + part, 0)
  const share = (index: number): number => (drawn[index] ?? 0) / total
  const interactions = aggregate.interactions.map((one, index) => ({
    ...one,
    value: Math.sign(one.value) * share(children.length + index),
  }))
  const weights = children.map(({ id }, index) => [id, share(index) + halfOf(id, { interactions })] as const)
  return { aggregate: { ...aggregate, interactions }, weights }
}

/** The weights of the mean: of each child alone, then of each pair. They are not negative and sum to 1. */
const partsOf = (children: Children, aggregate: PairsSpec): readonly number[] => [
  ...children.map(({ id, weight }) => Math.max(0, weight - halfOf(id, aggregate))),
  ...aggregate.interactions.map(({ value }) => Math.abs(value)),
]

/** Half of what a child's interactions come to, whatever their signs. */
const halfOf = (id: string, { interactions }: Pick<PairsSpec, 'interactions'>): number =>
  interactions.reduce((sum, { between, value }) => (between.includes(id) ? sum + Math.abs(value) / 2 : sum), 0)

function drawSets(children: Children, aggregate: SetsSpec, varied: (worth: number) => number): SetsSpec {
  const ids = children.map(({ id }) => id)
  const drawn = monotoneNear(capacityOfSets(ids, aggregate.capacity).map(varied))
  return {
    ...aggregate,
    capacity: aggregate.capacity.map(({ of }) => ({ of, value: drawn[setOf(ids, of)] ?? 0 })),
  }
}

function varyWorth(worth: number, factor: VaryingFactor, stream: Stream): number {
  if (worth <= 0 || worth >= 1) return worth
  if (factor.kind === 'uniform') return worth + factor.spread * Math.min(worth, 1 - worth) * (2 * stream.uniform() - 1)
  const [drawn = worth] = dirichletDraw(stream, [worth * factor.concentration, (1 - worth) * factor.concentration])
  return drawn
}

/**
 * Values of sets brought in order: halfway between what they come to if every set is raised to the most of its parts,
 * and if every set is lowered to the least of those that hold it. Values in order stay as they are.
 *
 * @param values - By the bits of the set, length 2^n.
 */
export function monotoneNear(values: Float64Array): Capacity {
  const [raised, lowered] = [Float64Array.from(values), Float64Array.from(values)]
  for (let bit = 1; bit < values.length; bit *= 2) {
    for (let set = 0; set < values.length; set++) {
      if ((set & bit) === 0) continue
      raised[set] = Math.max(raised[set] ?? NaN, raised[set ^ bit] ?? NaN)
      lowered[set ^ bit] = Math.min(lowered[set ^ bit] ?? NaN, lowered[set] ?? NaN)
    }
  }
  return raised.map((value, set) => (value + (lowered[set] ?? NaN)) / 2)
}
