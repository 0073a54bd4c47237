import type { Plan } from './compile.ts'
import type { Dataset } from './dataset.ts'
import { FaultError } from './errors.ts'
import { gradeRows } from './grade/grading.ts'
import { numberKeys } from './peers.ts'
import { ranksWithin } from './rank/competition.ts'
import { Status, type Result } from './result.ts'
import { scoreTree } from './score-tree.ts'
import { validateDataset, validateFacts } from './validate/dataset.ts'

export interface ScoreOptions {
  /** Rows of earlier periods, for the look-back of gates; only their facts are read. */
  readonly history?: Dataset
}

/**
 * Scores a dataset by a plan: normalise, aggregate, gate, grade, rank. The same input gives the same bits everywhere.
 *
 * @param dataset - n rows; not changed.
 * @returns Columns of length n, in the dataset's row order.
 * @throws FaultError with every fault of the data (`validateDataset`), each with unit, period and id.
 * @example score(compile(framework), dataset).score // Float64Array [62.5, NaN]
 */
export function score(plan: Plan, dataset: Dataset, options: ScoreOptions = {}): Result {
  const { history } = options
  const faults = [...validateDataset(plan, dataset), ...(history ? validateFacts(plan, history) : [])]
  if (faults.length > 0) throw new FaultError(faults)

  const nodes = scoreTree(plan, dataset)
  const grading = gradeRows(plan, { dataset, columns: nodes, history })
  const scores = nodes[plan.root]?.score ?? new Float64Array(dataset.size)
  const { periods, groups } = dataset
  const graded = (row: number): boolean => grading.status[row] === Status.graded
  const inPeriod = numberKeys(periods)
  const inGroup = numberKeys(periods.map((period, row) => `${period}\n${groups[row]}`))
  return {
    plan,
    size: dataset.size,
    nodes,
    score: scores,
    ...grading,
    rank: ranksWithin(
      scores,
      inPeriod.map((number, row) => (graded(row) ? number : -1)),
    ),
    groupRank: ranksWithin(
      scores,
      inGroup.map((number, row) => (graded(row) && groups[row] !== null ? number : -1)),
    ),
  }
}
