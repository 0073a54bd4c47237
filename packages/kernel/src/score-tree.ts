import { aggregateBranch } from './aggregate/branch.ts'
import { contribute } from './aggregate/contributions.ts'
import { missingState } from './aggregate/role.ts'
import { emptyColumn } from './columns.ts'
import { isBranch, type Plan, type PlanBranch } from './compile.ts'
import { Blank, type Dataset } from './dataset.ts'
import type { IndicatorSpec, MissingPolicy } from './framework.ts'
import { normaliseIndicator } from './normalise/indicator.ts'
import { snap } from './numeric/grid.ts'
import { NodeState, type NodeColumn } from './result.ts'

/**
 * Scores every node in every row: indicators by their normalisers, branches from their children. Parents are computed
 * from full precision; the scores are snapped to the 1e-9 grid once, at the end.
 *
 * @returns One column a node, in plan order.
 */
export function scoreTree(plan: Plan, dataset: Dataset): readonly NodeColumn[] {
  const columns: NodeColumn[] = []
  for (const [index, node] of plan.nodes.entries()) {
    columns.push(
      isBranch(node) ? branchColumn(node, columns, index === plan.root) : indicatorColumn(dataset, node.spec, plan),
    )
  }
  const root = columns[plan.root]
  root?.contributionToParent.set(root.score.map((score) => (Number.isNaN(score) ? 0 : score)))
  root?.effectiveWeight.set(root.score.map((score) => (Number.isNaN(score) ? 0 : 1)))
  contribute(plan, columns)
  for (const { score } of columns) snapColumn(score)
  return columns
}

function indicatorColumn(dataset: Dataset, spec: IndicatorSpec, plan: Plan): NodeColumn {
  const { scores, held } = normaliseIndicator(dataset, spec)
  const column = { ...emptyColumn(dataset.size), score: scores, held }
  const absent = missingState(spec.missing ?? plan.framework.missing)
  const blanks = dataset.columns.get(spec.id)?.blanks
  for (let row = 0; row < scores.length; row++) {
    if (!Number.isNaN(scores[row])) {
      column.coverage[row] = 1
      continue
    }
    const state = blanks?.[row] === Blank.notApplicable ? NodeState.notApplicable : absent
    column.state[row] = state
    if (state === NodeState.zeroed) scores[row] = 0
    if (state === NodeState.notApplicable) column.coverage[row] = NaN
  }
  return column
}

function snapColumn(score: Float64Array): void {
  for (let row = 0; row < score.length; row++) score[row] = snap(score[row] ?? NaN)
}

function branchColumn({ spec, children }: PlanBranch, columns: readonly NodeColumn[], isRoot: boolean): NodeColumn {
  const own = emptyColumn(columns[0]?.score.length ?? 0)
  const policy: MissingPolicy = isRoot ? 'no-result' : (spec.missing ?? 'no-result')
  aggregateBranch(spec, { own, children: children.flatMap((child) => columns[child] ?? []) }, policy)
  return own
}
