import { fault, FaultError } from '@plumbline/kernel'
import { isConstant } from '../../numeric/is-constant.ts'

/** The units of one sector: the score to be linked and, in the same order, the score on the shared core. */
export interface LinkSample {
  /** Length n; NaN is missing. */
  readonly scores: Float64Array
  /** Length n; NaN is missing. */
  readonly anchors: Float64Array
}

/** Below so many units a link is refused. */
const LEAST_LINKED = 5

/**
 * The units that have both scores.
 *
 * @param side - 1 for the sector linked from, 2 for the one linked to.
 * @throws FaultError LINK_LENGTH_DIFFERS, LINK_NOT_FINITE, LINK_UNITS_TOO_FEW, LINK_NO_SPREAD.
 */
export function completeSample({ scores, anchors }: LinkSample, side: 1 | 2): LinkSample {
  if (scores.length !== anchors.length) {
    throw new FaultError([fault('LINK_LENGTH_DIFFERS', { side, scores: scores.length, anchors: anchors.length })])
  }
  const infinite = [scores, anchors].some((column) => column.some((value) => Math.abs(value) === Infinity))
  if (infinite) throw new FaultError([fault('LINK_NOT_FINITE', { side })])
  const both = Array.from(scores.keys()).filter((row) => !Number.isNaN(scores[row]) && !Number.isNaN(anchors[row]))
  if (both.length < LEAST_LINKED) {
    throw new FaultError([fault('LINK_UNITS_TOO_FEW', { side, given: both.length, least: LEAST_LINKED })])
  }
  const sample = rowsOf({ scores, anchors }, both)
  if (isFlat(sample)) throw new FaultError([fault('LINK_NO_SPREAD', { side })])
  return sample
}

/** Some of the rows, a row as often as it is named. */
export const rowsOf = ({ scores, anchors }: LinkSample, rows: readonly number[]): LinkSample => ({
  scores: Float64Array.from(rows, (row) => scores[row] ?? NaN),
  anchors: Float64Array.from(rows, (row) => anchors[row] ?? NaN),
})

export const isFlat = ({ scores, anchors }: LinkSample): boolean => isConstant(scores) || isConstant(anchors)
