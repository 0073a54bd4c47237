import { fault, FaultError, snap, type Result } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'
import { contributionsOf } from '../common/profile.ts'
import type { RowOf } from '../common/rows.ts'
import { baselinePoints, type Baseline } from './baseline.ts'

/** The bars from a baseline to a score. */
export interface Waterfall {
  /** Score of the baseline and of the row, on the 1e-9 grid. */
  readonly baseline: number
  readonly score: number
  /** In tree order. Each bar starts where the one before ended; the first at the baseline, the last ends at the score. */
  readonly bars: readonly WaterfallBar[]
}

/** One bar. */
export interface WaterfallBar {
  /** An indicator; a branch that carries points itself (`deduct`); null for a jump across the line of a grade. */
  readonly id: string | null
  /** Points of the root: above 0 the row is better there than the baseline. */
  readonly points: number
  readonly from: number
  readonly to: number
  /** Points of the root that the node carries in the baseline and in the row. */
  readonly baselinePoints: number
  readonly ownPoints: number
}

/** Scores are on the 1e-9 grid; less than this is its rounding, and no jump. */
const ROUNDING = 1e-8

/**
 * From a baseline to a row's score, bar by bar. A bar is the difference of what a node contributes in both, so the bars
 * add up to the difference for every method. Where a method is not additive (geometric, minimum) contributions are shares
 * of the whole, and a node may have a bar though only others changed; use shares of a change (`attributePeriods`) to
 * ask for causes.
 *
 * @param result - As `score` gave it for the dataset.
 * @throws FaultError WATERFALL_ROW_NO_SCORE, WATERFALL_BASELINE_NO_SCORE.
 * @throws FaultError PEERS_TOO_FEW - fewer peers than a median may be shown of.
 * @throws FaultError WATERFALL_COMPARES - a branch compares units with each other, and the baseline is no unit.
 * @throws FaultError WATERFALL_AT_TOP - there is no next grade.
 * @throws FaultError WATERFALL_LINE_OUT_OF_REACH - full marks do not reach the next grade.
 * @example waterfall(result, { dataset, row: 0 }, { kind: 'full-marks' }).bars.map(({ points }) => points) // [-10, -30]
 */
export function waterfall(result: Result, at: RowOf, baseline: Baseline): Waterfall {
  const score = result.score[at.row] ?? NaN
  if (Number.isNaN(score)) throw new FaultError([fault('WATERFALL_ROW_NO_SCORE')])
  const start = baselinePoints(result, at, baseline)
  if (Number.isNaN(start.score)) throw new FaultError([fault('WATERFALL_BASELINE_NO_SCORE')])
  const own = contributionsOf(result, at.row)
  const ids = inTreeOrder(result, [...own.keys(), ...start.contributions.keys()])
  const steps = ids.map((id) => ({ id, before: start.contributions.get(id) ?? 0, after: own.get(id) ?? 0 }))
  const jump = snap(start.score - sum([...start.contributions.values()]))
  const bars = Math.abs(jump) < ROUNDING ? steps : [{ id: null, before: jump, after: 0 }, ...steps]
  return { baseline: start.score, score, bars: chain(bars, start.score, score) }
}

function inTreeOrder({ plan }: Result, ids: readonly string[]): readonly string[] {
  const place = (id: string): number => plan.indexOf.get(id) ?? plan.nodes.length
  return [...new Set(ids)].sort((a, b) => place(a) - place(b))
}

interface Step {
  readonly id: string | null
  readonly before: number
  readonly after: number
}

/** Lays the bars end to end on the 1e-9 grid; what the grid rounds off is taken up where it arises. */
function chain(steps: readonly Step[], start: number, end: number): readonly WaterfallBar[] {
  let exact = start
  let from = start
  return steps.map(({ id, before, after }, place) => {
    exact += after - before
    const to = place === steps.length - 1 ? end : snap(exact)
    const bar = { id, points: snap(to - from), from, to, baselinePoints: snap(before), ownPoints: snap(after) }
    from = to
    return bar
  })
}
