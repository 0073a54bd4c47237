import type { Dataset } from '../dataset.ts'
import type { BranchSpec, MissingPolicy } from '../framework.ts'
import { snap } from '../numeric/grid.ts'
import { NodeState, type NodeColumn } from '../result.ts'
import { aggregatorOf, weightingOf, type RowBranchSpec, type Weighting } from './method.ts'
import { missingState, Role, rolesOf } from './role.ts'
import { at, emptyRow, type CountedRow } from './row.ts'
import { isSampleAggregate } from './sample/method.ts'
import { samplesOf } from './sample/rows.ts'
import { scoreSamples } from './sample/score.ts'

/**
 * Scores one branch in every row.
 *
 * @param spec - The branch; `columns.own` is its column and `columns.children` its children's, complete but for what is
 * written here: `effectiveWeight` and `contributionToParent`.
 * @param columns - With the periods and groups of the rows, for the methods that compare rows with each other.
 * @param policy - What the branch's own absence means to its parent.
 */
export function aggregateBranch(
  spec: BranchSpec,
  { own, children, dataset }: BranchColumns,
  policy: MissingPolicy,
): void {
  const run = startRun(spec, children)
  const minCoverage = snap(spec.minCoverage ?? 0)
  const absent = missingState(policy)
  for (let row = 0; row < own.score.length; row++) {
    gather(run, row)
    const state = stateOf(run, minCoverage, absent)
    own.state[row] = state
    own.coverage[row] = run.covered / run.weight // 0 / 0 where nothing applies: NaN
    own.score[row] = state === NodeState.scored ? scoreRow(run, row) : state === NodeState.zeroed ? 0 : NaN
  }
  const { aggregate } = spec
  if (isSampleAggregate(aggregate))
    scoreSamples({ own, children, shares: run.weights }, aggregate, samplesOf(dataset, aggregate.within))
}

export interface BranchColumns {
  readonly own: NodeColumn
  readonly children: readonly NodeColumn[]
  readonly dataset: Pick<Dataset, 'periods' | 'groups'>
}

const isByRow = (spec: BranchSpec): spec is RowBranchSpec => !isSampleAggregate(spec.aggregate)
/** Scored later, when all rows are there. */
const LATER = (): number => NaN

/** The branch's constants, and what was found in the row at hand. */
interface BranchRun extends Weighting {
  readonly children: readonly NodeColumn[]
  readonly roles: readonly Uint8Array[]
  readonly aggregate: (row: CountedRow) => number
  /** The first child carries the others (`bonus`): without it there is nothing to add to. */
  readonly onBase: boolean
  readonly row: CountedRow
  /** The child that stands at each place of `row`. */
  readonly counted: NodeColumn[]
  applicable: number
  /** Of the applicable children, for the coverage: their weight, and the part of it that has a value. */
  weight: number
  covered: number
  blocked: boolean
  /** Role of the first child. */
  base: number
}

function startRun(spec: BranchSpec, children: readonly NodeColumn[]): BranchRun {
  return {
    ...weightingOf(spec),
    children,
    roles: spec.children.map((child) => rolesOf(child.missing ?? 'no-result')),
    aggregate: isByRow(spec) ? aggregatorOf(spec) : LATER,
    onBase: spec.aggregate.method === 'bonus',
    row: emptyRow(children.length),
    counted: [...children],
    applicable: 0,
    weight: 0,
    covered: 0,
    blocked: false,
    base: Role.counts,
  }
}

function gather(run: BranchRun, row: number): void {
  run.row.size = 0
  run.applicable = 0
  run.weight = 0
  run.covered = 0
  run.blocked = false
  let index = -1
  for (const child of run.children) {
    index++
    const role = run.roles[index]?.[child.state[row] ?? 0] ?? Role.blocks
    if (index === 0) run.base = role
    const weight = at(run.weights, index)
    if (weight === 0 || role === Role.notApplicable) continue
    run.applicable++
    run.weight += at(run.coverage, index)
    run.covered += at(run.coverage, index) * at(child.coverage, row)
    if (role === Role.blocks) run.blocked = true
    if (role !== Role.counts) continue
    run.row.score[run.row.size] = child.state[row] === NodeState.scored ? at(child.score, row) : 0
    run.row.weight[run.row.size] = weight
    run.row.child[run.row.size] = index
    run.counted[run.row.size++] = child
  }
}

function stateOf(run: BranchRun, minCoverage: number, absent: NodeState): NodeState {
  if (run.applicable === 0 || (run.onBase && run.base === Role.notApplicable)) return NodeState.notApplicable
  if (snap(run.covered / run.weight) < minCoverage) return NodeState.belowCoverage
  if (run.blocked || run.row.size === 0 || (run.onBase && run.base !== Role.counts)) return absent
  return NodeState.scored
}

function scoreRow(run: BranchRun, row: number): number {
  const { row: counted } = run
  if (run.total !== null) reshare(counted, run.total)
  const score = run.aggregate(counted)
  let i = 0
  for (const child of run.counted) {
    if (i === counted.size) break
    child.effectiveWeight[row] = at(counted.weight, i)
    child.contributionToParent[row] = at(counted.share, i)
    i++
  }
  return Math.min(100, Math.max(0, score))
}

/** Brings the weights that count back to the total, in proportion. */
function reshare(counted: CountedRow, total: number): void {
  let sum = 0
  for (let i = 0; i < counted.size; i++) sum += at(counted.weight, i)
  if (sum === total) return
  for (let i = 0; i < counted.size; i++) counted.weight[i] = (at(counted.weight, i) * total) / sum
}
