import { isBranch, type NodeSpec, type Plan } from '@plumbline/kernel'
import { dirichletDraw } from '../random/gamma.ts'
import type { Stream } from '../random/stream.ts'
import type { WeightFactor } from './spec.ts'

/** One draw of the weights below these branches, by node id; shares of any sum. */
export function drawWeights(
  plan: Plan,
  { factor, branches }: { readonly factor: WeightFactor; readonly branches: readonly string[] },
  stream: Stream,
): ReadonlyMap<string, number> {
  const vector = factor.kind === 'experts' ? panel(factor, stream) : null
  return new Map(
    branches.flatMap((id) => {
      const children = childrenOf(plan, id)
      const drawn = vector ? children.map((child) => vector(child.id)) : vary(children, factor, stream)
      return children.map((child, index): [string, number] => [child.id, drawn[index] ?? 0])
    }),
  )
}

/** The children of a branch, none for an id that is no branch. */
export function childrenOf({ nodes, indexOf }: Plan, id: string): readonly NodeSpec[] {
  const node = nodes[indexOf.get(id) ?? -1]
  return node && isBranch(node) ? node.spec.children : []
}

function vary(children: readonly NodeSpec[], factor: WeightFactor, stream: Stream): readonly number[] {
  if (factor.kind === 'dirichlet') {
    return dirichletDraw(
      stream,
      children.map(({ weight }) => weight * factor.concentration),
    )
  }
  const spread = factor.kind === 'uniform' ? factor.spread : 0
  return children.map(({ weight }) => weight * (1 + spread * (2 * stream.uniform() - 1)))
}

type ExpertFactor = Extract<WeightFactor, { readonly kind: 'experts' }>

/** Mean weight by node id over the experts that are drawn. */
function panel({ vectors, resample }: ExpertFactor, stream: Stream): (id: string) => number {
  const seats = resample === 'pick' ? 1 : vectors.length
  const drawn = Array.from({ length: seats }, () => vectors[Math.floor(stream.uniform() * vectors.length)])
  return (id) => drawn.reduce((sum, vector) => sum + (vector?.[id] ?? 0), 0) / seats
}
