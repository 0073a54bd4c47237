import { aggregateBranch } from './aggregate/branch.ts'
import { contribute } from './aggregate/contributions.ts'
import { missingState } from './aggregate/role.ts'
import { certain } from './certain.ts'
import { emptyColumn } from './columns.ts'
import { isBranch, type Plan } from './compile.ts'
import { Blank, type Dataset } from './dataset.ts'
import type { IndicatorSpec, MissingPolicy } from './framework.ts'
import { normaliseIndicator } from './normalise/indicator.ts'
import type { NormalisedColumn } from './normalise/method.ts'
import { normalisePrepared } from './normalise/prepared.ts'
import { snap } from './numeric/grid.ts'
import type { Prepared, PreparedColumn } from './prepare/prepared.ts'
import { NodeState, type NodeColumn } from './result.ts'

/**
 * Scores every node in every row: indicators by their normalisers, branches from their children. Parents are computed
 * from full precision; the scores are snapped to the 1e-9 grid once, at the end.
 *
 * @returns One column a node, in plan order.
 */
export function scoreTree(plan: Plan, dataset: Dataset, prepared: Prepared | null = null): readonly NodeColumn[] {
  const leaves = scoreLeaves(plan, dataset, prepared)
  const columns: NodeColumn[] = []
  for (const [index, node] of plan.nodes.entries()) {
    const column = isBranch(node) ? emptyColumn(dataset.size) : certain(leaves.get(index), node.spec.id)
    columns.push(column)
    if (!isBranch(node)) continue
    const below = node.children.flatMap((child) => columns[child] ?? [])
    aggregateBranch(node.spec, { own: column, dataset, children: below, shares: below }, policyOf(plan, index))
    block(column, prepared)
  }
  const root = columns[plan.root]
  root?.contributionToParent.set(root.score.map((score) => (Number.isNaN(score) ? 0 : score)))
  root?.effectiveWeight.set(root.score.map((score) => (Number.isNaN(score) ? 0 : 1)))
  contribute(plan, columns)
  for (const row of prepared?.droppedUnits.keys() ?? []) withhold(columns, row)
  for (const { score } of columns) snapColumn(score)
  return columns
}

/**
 * Leaves a unit that was screened out without a result, so that nobody is compared with it further up. Each branch is
 * told anew: one below its least coverage would count by its policy.
 */
export function block({ score, state }: Pick<NodeColumn, 'score' | 'state'>, prepared: Prepared | null): void {
  for (const row of prepared?.droppedUnits.keys() ?? []) {
    score[row] = NaN
    state[row] = NodeState.noResult
  }
}

/** Scores every indicator. By node index; scores not snapped. */
export function scoreLeaves(
  plan: Plan,
  dataset: Dataset,
  prepared: Prepared | null = null,
): ReadonlyMap<number, NodeColumn> {
  const normalised = prepared && normalisePrepared(prepared, dataset)
  return new Map(
    [...plan.nodes.entries()].flatMap(([index, node]): readonly (readonly [number, NodeColumn])[] => {
      if (isBranch(node)) return []
      const { spec } = node
      const scored = normalised?.get(spec.id) ?? normaliseIndicator(dataset, spec)
      const column = indicatorColumn(dataset, spec, { plan, scored, prepared: prepared?.columns.get(spec.id) })
      block(column, prepared)
      return [[index, column]]
    }),
  )
}

/** What the absence of a branch means; the index itself has no parent. */
export function policyOf(plan: Plan, branch: number): MissingPolicy {
  return branch === plan.root ? 'no-result' : (plan.nodes[branch]?.spec.missing ?? 'no-result')
}

export interface Scored {
  readonly plan: Plan
  readonly scored: NormalisedColumn
  readonly prepared: PreparedColumn | undefined
}

/** One indicator as its parent reads it, its score not snapped. */
export function indicatorColumn(dataset: Dataset, spec: IndicatorSpec, { plan, scored, prepared }: Scored): NodeColumn {
  const { scores, held } = scored
  const column = { ...emptyColumn(dataset.size), score: scores, held }
  const absent = missingState(spec.missing ?? plan.framework.missing)
  const blanks = dataset.columns.get(spec.id)?.blanks
  for (let row = 0; row < scores.length; row++) {
    if (!Number.isNaN(scores[row])) {
      // what is imputed is not reported
      column.coverage[row] = prepared?.imputed.has(row) ? 0 : 1
      continue
    }
    const isScreened = prepared?.dropped.has(row)
    const isApplicable = blanks?.[row] !== Blank.notApplicable
    const state = isScreened ? NodeState.screened : isApplicable ? absent : NodeState.notApplicable
    column.state[row] = state
    if (state === NodeState.zeroed) scores[row] = 0
    if (isScreened || !isApplicable) column.coverage[row] = NaN
  }
  return column
}

/** A unit that was screened out has no part in anything. */
function withhold(columns: readonly NodeColumn[], row: number): void {
  for (const column of columns) {
    for (const figures of [column.coverage, column.effectiveWeight, column.contributionToParent]) figures[row] = 0
    for (const points of [column.contribution, column.ownContribution, column.held]) points[row] = 0
  }
}

function snapColumn(score: Float64Array): void {
  for (let row = 0; row < score.length; row++) score[row] = snap(score[row] ?? NaN)
}
