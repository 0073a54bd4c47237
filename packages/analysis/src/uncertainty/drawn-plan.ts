import {
  isBranch,
  type BranchSpec,
  type IndicatorSpec,
  type NodeSpec,
  type Plan,
  type PlanNode,
} from '@plumbline/kernel'
import type { Draw } from './draw.ts'
import { isMean } from './means.ts'
import { isSampleNormaliser } from './sample-normaliser.ts'

type Scored = ReadonlyMap<string, Float64Array>

/** Scores that are already there: 0 to 100 as they are. */
const AS_IT_IS = { method: 'goalposts', worst: 0, best: 100 } as const

/**
 * The plan of one draw: the same nodes with the drawn weights, aggregates, normalisers and policies. Nothing is compiled
 * again; what may be drawn was checked when the model was prepared.
 *
 * @param scored - Indicators whose columns are scores already, as `scoredColumns` gives them.
 */
export function drawnPlan(plan: Plan, draw: Draw, scored: Scored = new Map()): Plan {
  const specs: NodeSpec[] = []
  const nodes: PlanNode[] = []
  for (const node of plan.nodes) {
    if (isBranch(node)) {
      const spec = drawnBranch(
        node.spec,
        node.children.flatMap((child) => specs[child] ?? []),
        draw,
      )
      specs.push(spec)
      nodes.push({ ...node, spec })
    } else {
      const spec = drawnIndicator(node.spec, draw, scored)
      specs.push(spec)
      nodes.push({ ...node, spec })
    }
  }
  const root = nodes[plan.root]
  return { ...plan, nodes, framework: root && isBranch(root) ? { ...plan.framework, root: root.spec } : plan.framework }
}

function drawnBranch(spec: BranchSpec, children: readonly NodeSpec[], draw: Draw): BranchSpec {
  const aggregate = draw.aggregates?.get(spec.id) ?? spec.aggregate
  const missing = draw.missing?.get(spec.id)
  return {
    ...spec,
    aggregate,
    ...(missing === undefined ? {} : { missing }),
    children:
      isMean(aggregate) && children.some(({ id }) => draw.weights?.has(id)) ? reweighted(children, draw) : children,
  }
}

function reweighted(children: readonly NodeSpec[], { weights }: Draw): readonly NodeSpec[] {
  const drawn = children.map(({ id, weight }) => weights?.get(id) ?? weight)
  const total = drawn.reduce((sum, weight) => sum + weight, 0)
  return children.map((child, index) => ({ ...child, weight: (drawn[index] ?? 0) / total }))
}

function drawnIndicator(spec: IndicatorSpec, { normalisers, missing }: Draw, scored: Scored): IndicatorSpec {
  const drawn = normalisers?.get(spec.id) ?? 'declared'
  const option = scored.has(spec.id) || (drawn !== 'declared' && isSampleNormaliser(drawn)) ? AS_IT_IS : drawn
  const policy = missing?.get(spec.id)
  if (option === 'declared' && policy === undefined) return spec
  return {
    ...spec,
    ...(policy === undefined ? {} : { missing: policy }),
    ...(option === 'declared' ? {} : { normalise: option }),
  }
}
