import type { Dataset } from '../../dataset.ts'
import type { SampleAggregateSpec } from '../../framework.ts'
import { snap } from '../../numeric/grid.ts'
import { numberKeys, peerGroups } from '../../peers.ts'
import { NodeState, type NodeColumn } from '../../result.ts'
import { cell, type Sample } from './sample.ts'

/** Rows that are compared with each other, and the sample that they make, in the same order. */
export interface RowSample {
  readonly rows: readonly number[]
  readonly sample: Sample
}

/** What a branch is scored from: its own column with its states, its children's with their effective weights. */
export interface SampledBranch {
  readonly own: Pick<NodeColumn, 'score' | 'state'>
  readonly children: readonly SampledChild[]
  readonly shares: Float64Array
}

type SampledChild = Pick<NodeColumn, 'score' | 'state' | 'effectiveWeight' | 'contributionToParent'>

/** Numbers the samples of a dataset: equal numbers are compared with each other. */
export const samplesOf = (
  dataset: Pick<Dataset, 'periods' | 'groups'>,
  within: SampleAggregateSpec['within'],
): Int32Array => (within === 'group' ? peerGroups(dataset) : numberKeys(dataset.periods))

/**
 * The sample of the rows in which a branch is scored. Scores are taken on the 1e-9 grid, so that equals are equal; rows
 * stand in the order of their scores, so that their order in the file cannot move a bit.
 */
export function rowSample(branch: SampledBranch, among: readonly number[]): RowSample {
  const { own, children, shares } = branch
  const lines = among
    .filter((row) => own.state[row] === NodeState.scored)
    .map((row) => ({ row, values: children.map((child) => valueIn(child, row)) }))
    .sort((a, b) => byValues(a.values, b.values))
  const rows = lines.map(({ row }) => row)
  return {
    rows,
    sample: {
      rows: rows.length,
      columns: children.length,
      values: Float64Array.from(lines.flatMap(({ values }) => values)),
      weights: Float64Array.from(
        rows.flatMap((row) => children.map(({ effectiveWeight }) => cell(effectiveWeight, row))),
      ),
      shares,
    },
  }
}

/** NaN where the child does not count; a zeroed one counts as 0. */
function valueIn({ score, state, effectiveWeight }: SampledChild, row: number): number {
  if (!(cell(effectiveWeight, row) > 0)) return NaN
  return state[row] === NodeState.scored ? snap(cell(score, row)) : 0
}

function byValues(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [one, other].map((values) => values.map((value) => (Number.isNaN(value) ? -1 : value)))
  const place = a?.findIndex((value, column) => value !== b?.[column]) ?? -1
  return place < 0 ? 0 : (a?.[place] ?? 0) - (b?.[place] ?? 0)
}
