import type { SampleAggregateSpec } from '../../framework.ts'
import { NodeState } from '../../result.ts'
import type { BranchRows } from '../branch.ts'
import { linesOf, scoreless } from '../by-column.ts'
import { sampleAggregatorOf } from './method.ts'
import { rowSample, samplesOf, type SampledBranch } from './rows.ts'
import { cell } from './sample.ts'

/** Scores a branch by comparing its rows, which have their weights first. */
export function scoreBySample(rows: BranchRows, spec: SampleAggregateSpec): void {
  const { own, sharing, dataset } = rows
  const size = own.score.length
  const lines = linesOf(rows)
  const children = rows.children.map(({ score, state }, child) => ({
    score,
    state,
    ...(rows.shares?.[child] ?? {
      effectiveWeight: new Float64Array(size),
      contributionToParent: new Float64Array(size),
    }),
  }))
  for (const [child, { effectiveWeight }] of children.entries())
    for (let row = 0; row < size; row++) effectiveWeight[row] = cell(sharing.weights, (lines[row] ?? 0) + child)
  for (let row = 0; row < size; row++) own.score[row] = scoreless(own.state[row])
  scoreSamples({ own, children, shares: sharing.weighting.weights }, spec, samplesOf(dataset, spec.within))
}

/**
 * Scores the rows of a branch that are marked as scored by comparison within their samples. A row that is alone in its
 * sample cannot be compared: it gets the state `alone` and no score.
 *
 * @param samples - By row, as `samplesOf` gives them.
 */
function scoreSamples(branch: SampledBranch, spec: SampleAggregateSpec, samples: Int32Array): void {
  const aggregate = sampleAggregatorOf(spec)
  for (const among of Map.groupBy(samples.keys(), (row) => samples[row]).values()) {
    const { rows, sample } = rowSample(branch, among)
    if (rows.length === 1) {
      for (const row of rows) leaveAlone(branch, row)
      continue
    }
    const { score, points } = aggregate(sample)
    for (const [place, row] of rows.entries()) {
      branch.own.score[row] = Math.min(100, Math.max(0, cell(score, place)))
      for (const [column, child] of branch.children.entries())
        child.contributionToParent[row] = cell(points, place * sample.columns + column)
    }
  }
}

function leaveAlone({ own, children }: SampledBranch, row: number): void {
  own.state[row] = NodeState.alone
  own.score[row] = NaN
  for (const { effectiveWeight } of children) effectiveWeight[row] = 0
}
