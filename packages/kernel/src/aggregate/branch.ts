import type { Dataset } from '../dataset.ts'
import type { BranchSpec, MissingPolicy } from '../framework.ts'
import { snap } from '../numeric/grid.ts'
import { NodeState, type NodeColumn } from '../result.ts'
import { scoreByColumn } from './by-column.ts'
import { scoreByRow } from './by-row.ts'
import { isColumnAggregate } from './method.ts'
import { patternsOf } from './patterns.ts'
import { rolesOf } from './role.ts'
import { at } from './row.ts'
import { isSampleAggregate } from './sample/method.ts'
import { scoreBySample } from './sample/score.ts'
import { sharingOf, type Shared, type Sharing } from './sharing.ts'

/** What a branch reads of a child. */
export type ReadColumn = Pick<NodeColumn, 'score' | 'state' | 'coverage'>
/** What a branch says of a child. */
export type ShareColumn = Pick<NodeColumn, 'effectiveWeight' | 'contributionToParent'>

export interface BranchColumns {
  /** The branch's own column, all 0; written here. */
  readonly own: ReadColumn
  readonly children: readonly ReadColumn[]
  /** Length of `children`, all 0; written here. null where nobody asks what each child gave. */
  readonly shares: readonly ShareColumn[] | null
  /** Where logarithms of children are kept; worked out anew unless told. */
  readonly logarithms?: (child: ReadColumn) => Float64Array
  /** With the periods and groups of the rows, for the methods that compare rows with each other. */
  readonly dataset: Pick<Dataset, 'periods' | 'groups'>
}

/** A branch in the rows' patterns, with its weights. */
export interface BranchRows extends BranchColumns {
  readonly shared: Shared
  readonly sharing: Sharing
}

/**
 * Scores one branch in every row.
 *
 * @param policy - What the branch's own absence means to its parent.
 */
export function aggregateBranch(spec: BranchSpec, columns: BranchColumns, policy: MissingPolicy): void {
  const shared = sharedOf(spec, columns.children, columns.own.score.length)
  const rows = { ...columns, shared, sharing: sharingOf(spec, shared, policy) }
  coverRows(rows)
  stateRows(rows, spec.minCoverage)
  scoreRows(spec, rows)
}

/** The children's states in a branch's rows, sorted into patterns. */
export function sharedOf(spec: BranchSpec, children: readonly ReadColumn[], size: number): Shared {
  const states = children.map(({ state }) => state)
  const roles = spec.children.map((child) => rolesOf(child.missing ?? 'no-result'))
  return { states, roles, patterns: patternsOf(states, roles, size) }
}

/** Writes the coverage: the part of the applicable weight below that has a value; 0 / 0 where nothing applies, NaN. */
export function coverRows({ own, children, shared: { patterns }, sharing }: BranchRows): void {
  const { coverage } = own
  for (const [index, child] of children.entries()) {
    const weight = at(sharing.weighting.coverage, index)
    for (let row = 0; row < coverage.length; row++) {
      const covered = at(child.coverage, row)
      if (!Number.isNaN(covered)) coverage[row] = at(coverage, row) + weight * covered // NaN: does not apply
    }
  }
  for (let row = 0; row < coverage.length; row++)
    coverage[row] = at(coverage, row) / at(sharing.applicable, patterns.of[row] ?? 0)
}

/** Writes the states; a row below the least coverage has no score, whatever else holds. */
export function stateRows({ own, shared: { patterns }, sharing }: BranchRows, minCoverage = 0): void {
  const least = snap(minCoverage)
  const { state, coverage } = own
  for (let row = 0; row < state.length; row++) state[row] = sharing.state[patterns.of[row] ?? 0] ?? 0
  if (least <= 0) return
  for (let row = 0; row < state.length; row++)
    if (state[row] !== NodeState.notApplicable && snap(at(coverage, row)) < least) state[row] = NodeState.belowCoverage
}

/** Writes the scores, and what each child gives. */
export function scoreRows(spec: BranchSpec, rows: BranchRows): void {
  const { aggregate } = spec
  if (isSampleAggregate(aggregate)) scoreBySample(rows, aggregate)
  else if (isColumnAggregate(aggregate)) scoreByColumn(rows, aggregate)
  else scoreByRow(rows, { ...spec, aggregate })
}
