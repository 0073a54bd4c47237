import type { Plan } from './compile.ts'
import type { Dataset } from './dataset.ts'
import { FaultError, type Fault } from './errors.ts'
import { gradeRows } from './grade/grading.ts'
import { numberKeys } from './peers.ts'
import { readsHistory, settingsOf } from './pipeline/settings.ts'
import { prepare, type PrepareOptions } from './prepare/prepare.ts'
import { ranksWithin } from './rank/competition.ts'
import { Status, type Result } from './result.ts'
import { scoreTree } from './score-tree.ts'
import { validateDataset, validateFacts } from './validate/dataset.ts'

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
 * @param dataset - n rows; not changed.
 * @returns Columns of length n, in the dataset's row order.
 * @throws FaultError with every fault of the data (`validateDataset`), each with unit, period and id.
 * @example score(compile(framework), dataset).score // Float64Array [62.5, NaN]
 */
export function score(plan: Plan, dataset: Dataset, options: ScoreOptions = {}): Result {
  const { history, imputations } = options
  const faults = [...validateDataset(plan, dataset), ...(history ? historyFaults(plan, history) : [])]
  if (faults.length > 0) throw new FaultError(faults)

  const prepared = prepare(plan, dataset, { history, imputations })
  const nodes = scoreTree(plan, dataset, prepared)
  const grading = gradeRows(plan, { dataset, columns: nodes, history, screenedOut: prepared?.droppedUnits })
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
    ...(prepared && { prepared }),
  }
}

function historyFaults(plan: Plan, history: Dataset): readonly Fault[] {
  const settings = settingsOf(plan.framework)
  return settings && readsHistory(settings) ? validateDataset(plan, history) : validateFacts(plan, history)
}
