import { indicatorIds } from '../uncertainty/factors.ts'
import { standDraw, type UncertaintyModel } from '../uncertainty/model.ts'
import { meanRankShift } from './rank-shift.ts'

/** The ranking without one indicator. */
export interface Removal {
  readonly indicator: string
  /** Length n; 0 where not ranked. */
  readonly rank: Int32Array
  readonly score: Float64Array
  /** Mean absolute change of rank, and the most of any row. */
  readonly meanShift: number
  readonly largestShift: number
}

/**
 * Leaves out each indicator in turn, its weight shared among its siblings as if it applied to nobody.
 *
 * @returns One entry for each indicator, in tree order.
 * @example removals(model).map(({ meanShift }) => meanShift) // [0.5, 0]
 */
export function removals(model: UncertaintyModel): readonly Removal[] {
  return indicatorIds(model.plan).map((indicator) => removal(model, indicator))
}

/** Leaves out one indicator. */
export function removal(model: UncertaintyModel, indicator: string): Removal {
  const nominal = model.nominal.rank
  const { rank, score } = standDraw(model, { out: new Set([indicator]) })
  const shifts = [...rank].map((now, row) =>
    now === 0 || nominal[row] === 0 ? 0 : Math.abs(now - (nominal[row] ?? 0)),
  )
  return {
    indicator,
    rank,
    score,
    meanShift: meanRankShift(nominal, rank),
    largestShift: shifts.reduce((most, shift) => Math.max(most, shift), 0),
  }
}
