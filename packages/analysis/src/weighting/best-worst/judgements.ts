import { fault, FaultError, type Fault } from '@plumbline/kernel'
import { checkCount } from '../common/check-columns.ts'
import { indicatorName, type Names } from '../common/names.ts'

/** The best, the worst, and how the others stand to them. */
export interface BestWorstJudgements {
  /** Positions of the most and the least important indicator, from 0. */
  readonly best: number
  readonly worst: number
  /** How many times as important the best is as each, 1 to 9; 1 at the best itself. */
  readonly bestToOthers: readonly number[]
  /** How many times as important each is as the worst; 1 at the worst itself. */
  readonly othersToWorst: readonly number[]
}

/** How far the judgements contradict each other, before any weights. */
export function inputRatio({ best, worst, bestToOthers, othersToWorst }: BestWorstJudgements): number | null {
  const span = bestToOthers[worst] ?? NaN
  const gaps = bestToOthers.map((value, j) =>
    j === best || j === worst ? 0 : Math.abs(value * (othersToWorst[j] ?? NaN) - span),
  )
  const largest = Math.max(...gaps)
  if (largest === 0) return 0
  return span > 1 ? largest / (span * span - span) : null
}

/** @throws FaultError as `bestWorstWeights` says. */
export function checkJudgements(
  { best, worst, bestToOthers, othersToWorst }: BestWorstJudgements,
  names?: Names,
): void {
  const n = bestToOthers.length
  if (n === 0) throw new FaultError([fault('WEIGHTS_NO_INDICATORS')])
  checkCount('othersToWorst', othersToWorst.length, n)
  const positioned = [best, worst].every((position) => Number.isInteger(position) && position >= 0 && position < n)
  if (!positioned || (best === worst && n > 1))
    throw new FaultError([fault('BWM_POSITION_REFUSED', { best, worst, count: n })])
  const faults = [...refused(bestToOthers, 'bestToOthers', names), ...refused(othersToWorst, 'othersToWorst', names)]
  if (faults.length > 0) throw new FaultError(faults)
  const selves = [
    { value: bestToOthers[best] ?? NaN, position: best },
    { value: othersToWorst[worst] ?? NaN, position: worst },
  ].flatMap(({ value, position }) =>
    value === 1 ? [] : [fault('BWM_SELF_NOT_ONE', { value }, { id: indicatorName(position, names) })],
  )
  const [direct, mirrored] = [bestToOthers[worst] ?? NaN, othersToWorst[best] ?? NaN]
  const pair = direct === mirrored ? [] : [fault('BWM_PAIR_DIFFERS', { bestToWorst: direct, mirrored })]
  if (selves.length + pair.length > 0) throw new FaultError([...selves, ...pair])
}

function refused(values: readonly number[], list: string, names?: Names): Fault[] {
  return values.flatMap((value, j) =>
    value >= 1 && value < Infinity
      ? []
      : [fault('BWM_JUDGEMENT_REFUSED', { list, value: String(value) }, { id: indicatorName(j, names) })],
  )
}
