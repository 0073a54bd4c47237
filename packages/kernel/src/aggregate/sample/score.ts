import type { SampleAggregateSpec } from '../../framework.ts'
import { NodeState } from '../../result.ts'
import { sampleAggregatorOf } from './method.ts'
import { rowSample, type SampledBranch } from './rows.ts'
import { cell } from './sample.ts'

/**
 * Scores the rows of a branch that are marked as scored by comparison within their samples. A row that is alone in its
 * sample cannot be compared: it gets the state `alone` and no score.
 *
 * @param samples - By row, as `samplesOf` gives them.
 */
export function scoreSamples(branch: SampledBranch, spec: SampleAggregateSpec, samples: Int32Array): void {
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
