import {
  isBranch,
  type BranchSpec,
  type IndicatorSpec,
  type NodeSpec,
  type NormaliseSpec,
  type Plan,
  type PlanNode,
} from '@plumbline/kernel'
import type { Draw } from './draw.ts'
import { isMean } from './means.ts'
import { isSampleNormaliser } from './sample-normaliser.ts'
import type { NormaliserOption } from './spec.ts'

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
  const capacity = draw.capacities?.get(spec.id)
  const aggregate = draw.aggregates?.get(spec.id) ?? capacity ?? spec.aggregate
  const takesWeights = isMean(aggregate) || aggregate === capacity
  const missing = draw.missing?.get(spec.id)
  return {
    ...spec,
    aggregate,
    ...(missing === undefined ? {} : { missing }),
    children: takesWeights && children.some(({ id }) => draw.weights?.has(id)) ? reweighted(children, draw) : children,
  }
}

function reweighted(children: readonly NodeSpec[], { weights }: Draw): readonly NodeSpec[] {
  const drawn = children.map(({ id, weight }) => weights?.get(id) ?? weight)
  const total = drawn.reduce((sum, weight) => sum + weight, 0)
  return children.map((child, index) => ({ ...child, weight: (drawn[index] ?? 0) / total }))
}

function drawnIndicator(declared: IndicatorSpec, draw: Draw, scored: Scored): IndicatorSpec {
  const { normalisers, missing } = draw
  const spec = drawnPreparation(declared, draw)
  const drawn = normalisers?.get(spec.id) ?? 'declared'
  const option = scored.has(spec.id) ? AS_IT_IS : kernelNormaliser(drawn)
  const policy = missing?.get(spec.id)
  if (option === 'declared' && policy === undefined) return spec
  return {
    ...spec,
    ...(policy === undefined ? {} : { missing: policy }),
    ...(option === 'declared' ? {} : { normalise: option }),
  }
}

/** The kernel's own method for one that only the analysis names; its sample is then the pipeline's. */
function kernelNormaliser(option: NormaliserOption): 'declared' | NormaliseSpec {
  if (option === 'declared' || !isSampleNormaliser(option)) return option
  switch (option.method) {
    case 'sample-min-max':
      return { method: 'min-max', low: option.low, high: option.high, constant: (option.low + option.high) / 2 }
    case 'sample-z-score':
      return { method: 'z-score', mean: option.mean, deviation: option.sd, constant: option.mean }
    case 'custom':
      return AS_IT_IS
  }
}

function drawnPreparation(spec: IndicatorSpec, { imputes, treats }: Draw): IndicatorSpec {
  const [impute, treat] = [imputes?.get(spec.id), treats?.get(spec.id)]
  if (impute === undefined && treat === undefined) return spec
  return { ...spec, pipeline: { ...spec.pipeline, ...(impute && { impute }), ...(treat && { treat }) } }
}
