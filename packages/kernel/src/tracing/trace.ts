import type { Dataset } from '../dataset.ts'
import { fault, FaultError } from '../errors.ts'
import { completeDataset } from '../formula/complete.ts'
import type { ScoreOptions } from '../score.ts'
import { Status, type Result } from '../result.ts'
import type { Trace } from '../trace.ts'
import { traceGates } from './gates.ts'
import { traceGrading } from './grading.ts'
import { traceNodes } from './node.ts'
import { traceScreened } from './preparation.ts'
import { numberOrNull } from './values.ts'

/** In the order of `Status`. */
const STATUS_NAMES = ['graded', 'vetoed', 'not-admitted', 'no-result', 'screened-out'] as const

/**
 * Opens one row of a result: every number from the raw values to the grade, as plain JSON.
 *
 * @param result - From `score`.
 * @param given - The dataset that was scored.
 * @param row - Index of the row in both.
 * @param options - The same as for `score`: the history is read again for the look-back of gates.
 * @throws FaultError ROW_UNKNOWN - there is no such row.
 * @example trace(result, dataset, 0).root.children[0]?.contribution // 20.5
 */
// oxlint-disable-next-line max-params -- three parameters, then the options
export function trace(result: Result, given: Dataset, row: number, options: ScoreOptions = {}): Trace {
  const { dataset } = completeDataset(result.plan, given)
  const [unit, period] = [dataset.units[row], dataset.periods[row]]
  const [root] = traceNodes({ result, dataset, row }, [result.plan.root])
  if (unit === undefined || period === undefined || root?.kind !== 'branch') {
    throw new FaultError([fault('ROW_UNKNOWN', { row, size: dataset.size })])
  }
  const group = dataset.groups[row] ?? null
  const dropped = result.prepared?.droppedUnits.get(row)
  const ranked = [...dataset.periods.keys()].filter((other) => dataset.periods[other] === period && result.rank[other])
  return {
    unit,
    period,
    group,
    status: STATUS_NAMES[result.status[row] ?? Status.noResult] ?? 'no-result',
    score: numberOrNull(result.score[row]),
    root,
    gates: traceGates(result, dataset, { row, history: options.history }),
    grading: traceGrading(result, row),
    rank: place(result.rank[row], ranked.length),
    groupRank: place(result.groupRank[row], ranked.filter((other) => dataset.groups[other] === group).length),
    ...(dropped && { screened: traceScreened(dropped) }),
  }
}

const place = (rank: number | undefined, of: number): Trace['rank'] => (rank ? { place: rank, of } : null)
