import type { Plan } from './compile.ts'
import type { Dataset } from './dataset.ts'
import { FaultError } from './errors.ts'
import { completeDataset, type Completed } from './formula/complete.ts'
import { gradeRows } from './grade/grading.ts'
import { numberKeys, peerGroups } from './peers.ts'
import { readsHistory, settingsOf } from './pipeline/settings.ts'
import { prepare, type PrepareOptions } from './prepare/prepare.ts'
import { ranksWithin } from './rank/competition.ts'
import { Status, type Result } from './result.ts'
import { scoreTree } from './score-tree.ts'
import { shapeFaults, validateDataset, validateFacts } from './validate/dataset.ts'

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
  const shape = shapeFaults(given)
  if (shape.length > 0) throw new FaultError(shape)
  const { dataset, faults: formulaFaults } = completeDataset(plan, given)
  const earlier = options.history && earlierPeriods(plan, options.history)
  const faults = [...validateDataset(plan, dataset), ...(earlier?.faults ?? []), ...formulaFaults]
  if (faults.length > 0) throw new FaultError(faults)

  const history = earlier?.dataset
  const prepared = prepare(plan, dataset, { history, imputations })
  const nodes = scoreTree(plan, dataset, prepared)
  const grading = gradeRows(plan, { dataset, columns: nodes, history, screenedOut: prepared?.droppedUnits })
  const scores = nodes[plan.root]?.score ?? new Float64Array(dataset.size)
  const { periods, groups } = dataset
  const graded = (row: number): boolean => grading.status[row] === Status.graded
  const inPeriod = numberKeys(periods)
  const inGroup = peerGroups(dataset)
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

/** Rows of earlier periods as far as they are read, with their faults. */
function earlierPeriods(plan: Plan, history: Dataset): Completed {
  const settings = settingsOf(plan.framework)
  if (!settings || !readsHistory(settings)) return { dataset: history, faults: validateFacts(plan, history) }
  const { dataset, faults } = completeDataset(plan, history)
  return { dataset, faults: [...validateDataset(plan, dataset), ...faults] }
}
