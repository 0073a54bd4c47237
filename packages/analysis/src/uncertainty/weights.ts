import { isBranch, type AggregateSpec, type NodeSpec, type Plan } from '@plumbline/kernel'
import type { Stream } from '../random/stream.ts'
import { choquetBranch, drawCapacity } from './capacities.ts'
import type { Draw } from './draw.ts'
import type { WeightFactor } from './spec.ts'
import { vary, type VaryingFactor } from './vary.ts'

/** One draw of the weights below these branches, as shares of any sum, and of the capacities of those that have one. */
export function drawWeights(
  plan: Plan,
  { factor, branches }: { readonly factor: WeightFactor; readonly branches: readonly string[] },
  stream: Stream,
): Pick<Draw, 'weights' | 'capacities'> {
  const weights = new Map<string, number>()
  const capacities = new Map<string, AggregateSpec>()
  const drawn = factor.kind === 'experts' ? panel(factor, stream) : around(factor, stream)
  for (const id of branches) {
    const choquet = factor.kind === 'experts' ? null : choquetBranch(plan, id)
    const capacity = choquet && factor.kind !== 'experts' ? drawCapacity(choquet, factor, stream) : null
    if (capacity) capacities.set(id, capacity.aggregate)
    for (const [child, weight] of capacity?.weights ?? drawn(childrenOf(plan, id))) weights.set(child, weight)
  }
  return { weights, capacities }
}

/** The children of a branch, none for an id that is no branch. */
export function childrenOf({ nodes, indexOf }: Plan, id: string): readonly NodeSpec[] {
  const node = nodes[indexOf.get(id) ?? -1]
  return node && isBranch(node) ? node.spec.children : []
}

type ExpertFactor = Extract<WeightFactor, { readonly kind: 'experts' }>

type Weigh = (children: readonly NodeSpec[]) => readonly (readonly [string, number])[]

const around =
  (factor: VaryingFactor, stream: Stream): Weigh =>
  (children) => {
    const declared = children.map(({ weight }) => weight)
    const drawn = vary(declared, factor, stream)
    return children.map(({ id }, index) => [id, drawn[index] ?? 0])
  }

/** Mean weight over the experts that are drawn, the same ones for all branches. */
function panel({ vectors, resample }: ExpertFactor, stream: Stream): Weigh {
  const seats = resample === 'pick' ? 1 : vectors.length
  const drawn = Array.from({ length: seats }, () => vectors[Math.floor(stream.uniform() * vectors.length)])
  return (children) =>
    children.map(({ id }) => [id, drawn.reduce((sum, vector) => sum + (vector?.[id] ?? 0), 0) / seats])
}
