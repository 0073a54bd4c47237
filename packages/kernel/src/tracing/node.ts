import { isBranch, type PlanBranch, type PlanIndicator, type PlanNode } from '../compile.ts'
import { Blank, type Dataset } from '../dataset.ts'
import { rawValues } from '../normalise/raw.ts'
import { NodeState, type NodeColumn, type Result } from '../result.ts'
import type { TraceBranch, TraceIndicator, TraceNode } from '../trace.ts'
import { aggregateDetail } from './aggregate.ts'
import { normaliseDetail } from './detail.ts'
import { tracePreparation } from './preparation.ts'
import { traceFormulas } from './formula.ts'
import { numberOrNull } from './values.ts'

/** In the order of `NodeState` and of `Blank`. */
const STATE_NAMES = [
  'scored',
  'zeroed',
  'excluded',
  'not-applicable',
  'no-result',
  'below-coverage',
  'screened',
  'alone',
] as const
const BLANK_NAMES = ['none', 'unanswered', 'not-applicable', 'not-available', 'withheld'] as const

interface Place {
  readonly result: Result
  readonly dataset: Dataset
  readonly row: number
}

/** The trees of one row below the given nodes, whole. */
export function traceNodes(place: Place, nodes: readonly number[]): readonly TraceNode[] {
  return nodes.flatMap((index) => {
    const [node, column] = [place.result.plan.nodes[index], place.result.nodes[index]]
    return node && column ? [traceNode(node, column, place)] : []
  })
}

function traceNode(node: PlanNode, column: NodeColumn, place: Place): TraceNode {
  if (!isBranch(node)) return traceIndicator(node, column, place)
  return traceBranch(node, column, { place, children: traceNodes(place, node.children) })
}

function traceBranch(
  node: PlanBranch,
  column: NodeColumn,
  { place, children }: { readonly place: Place; readonly children: readonly TraceNode[] },
): TraceBranch {
  const { spec } = node
  const { row } = place
  return {
    kind: 'branch',
    ...base(spec, column, row),
    aggregate: spec.aggregate,
    detail: aggregateDetail(node, column, place),
    coverage: numberOrNull(column.coverage[row]),
    minCoverage: spec.minCoverage ?? null,
    ownContribution: column.ownContribution[row] ?? 0,
    children,
  }
}

function traceIndicator({ spec }: PlanIndicator, column: NodeColumn, { result, dataset, row }: Place): TraceIndicator {
  const { prepared } = result
  const raw = numberOrNull(rawValues(dataset, spec)[row])
  const blank = dataset.columns.get(spec.id)?.blanks[row] ?? Blank.unanswered
  return {
    kind: 'indicator',
    ...base(spec, column, row),
    basic: spec.basic ?? false,
    raw,
    blank: raw === null ? (BLANK_NAMES[blank] ?? 'unanswered') : 'none',
    normalise: spec.normalise,
    held: column.held[row] === -1 ? -1 : column.held[row] === 1 ? 1 : 0,
    detail: normaliseDetail(dataset, spec, { row, prepared }),
    ...(prepared && { preparation: tracePreparation(prepared, spec, row) }),
    ...traceFormulas(result.plan, spec, { dataset, row }),
  }
}

function base(
  { id, weight }: { readonly id: string; readonly weight: number },
  column: NodeColumn,
  row: number,
): Pick<TraceNode, 'id' | 'weight' | 'state' | 'score' | 'effectiveWeight' | 'contribution' | 'contributionToParent'> {
  return {
    id,
    weight,
    state: STATE_NAMES[column.state[row] ?? NodeState.noResult] ?? 'no-result',
    score: numberOrNull(column.score[row]),
    effectiveWeight: column.effectiveWeight[row] ?? 0,
    contribution: column.contribution[row] ?? 0,
    contributionToParent: column.contributionToParent[row] ?? 0,
  }
}
