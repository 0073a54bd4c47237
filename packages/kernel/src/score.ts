import type { Plan } from './compile.ts'
import type { Dataset } from './dataset.ts'
import { gradeRows } from './grade/grading.ts'
import { numberKeys, peerGroups } from './peers.ts'
import { prepare, type PrepareOptions } from './prepare/prepare.ts'
import { ranksWithin } from './rank/competition.ts'
import { Status, type Result } from './result.ts'
import { scoreTree } from './score-tree.ts'
import { readyData } from './validate/ready.ts'

/** What scoring reads beside the dataset. */
export interface ScoreOptions {
  /**
   * Rows of earlier periods, for the look-back of gates: only their facts are read. A pipeline that fills over periods, or
   * has a reference period, reads their indicators too.
   */
  readonly history?: Dataset
  /** See `PrepareOptions`. */
  readonly imputations?: PrepareOptions['imputations']
}

/**
 * Scores a dataset by a plan: normalise, aggregate, gate, grade, rank. The same input gives the same bits everywhere.
 *
 * @param given - n rows; not changed. Columns that the standard's formulas fill are filled (`completeDataset`).
 * @returns Columns of length n, in the dataset's row order.
 * @throws FaultError with every fault of the data (`validateDataset`, `completeDataset`), each with unit, period and id.
 * @example score(compile(framework), dataset).score // [60, 55, 25, 90]
 */
export function score(plan: Plan, given: Dataset, options: ScoreOptions = {}): Result {
  const { imputations } = options
  const { dataset, history } = readyData(plan, given, options.history)
  const prepared = prepare(plan, dataset, { history, imputations })
  const nodes = scoreTree(plan, dataset, prepared)
  const grading = gradeRows(plan, { dataset, columns: nodes, history, screenedOut: prepared?.droppedUnits })
  const scores = nodes[plan.root]?.score ?? new Float64Array(dataset.size)
  return {
    plan,
    size: dataset.size,
    nodes,
    score: scores,
    ...grading,
    rank: gradedRanks(scores, grading.status, numberKeys(dataset.periods)),
    groupRank: gradedRanks(
      scores,
      grading.status,
      peerGroups(dataset).map((peers, row) => (dataset.groups[row] === null ? -1 : peers)),
    ),
    ...(prepared && { prepared }),
  }
}

/** Ranks of the graded rows among those with the same number; 0 where not ranked, as with number -1. */
export const gradedRanks = (scores: Float64Array, status: Uint8Array, among: Int32Array): Int32Array =>
  ranksWithin(
    scores,
    among.map((number, row) => (status[row] === Status.graded ? number : -1)),
  )
