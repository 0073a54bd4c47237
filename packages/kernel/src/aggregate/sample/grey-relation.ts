import { cell, minMaxOf, valuesOf, type Sample, type SampleScores } from './sample.ts'

/** The grey relation of every row. */
export interface GreyFigures extends SampleScores {
  /** Length m: weighted mean of the coefficients, rho / (1 + rho) to 1. */
  readonly grade: Float64Array
  /** m by n: rho / (distance from the best + rho), 1 for the best; NaN where the row has no value. */
  readonly coefficients: Float64Array
}

/**
 * Grey relational grade: how close a row runs to a reference that is the best in every column. Here grade x 100, so that
 * the lowest possible score is 100 rho / (1 + rho). A column in which all are equal is at its best everywhere. A row is
 * measured in the columns that it has, its weights re-shared.
 *
 * Points of a value: its weight times its coefficient; this method is additive.
 *
 * @param sample - At least two rows.
 * @param rho - Distinguishing coefficient, above 0, at most 1; 0.5 by custom.
 * @example greyRelation(sample, 0.5).grade[3] // 1
 * Source: Deng (1982), doi:10.1016/S0167-6911(82)80025-X; 灰色关联分析.
 */
export function greyRelation(sample: Sample, rho: number): GreyFigures {
  const coefficients = minMaxOf(sample).map((share) => rho / (1 - share + rho))
  const points = coefficients.map((value, place) =>
    Number.isNaN(value) ? 0 : 100 * value * cell(sample.weights, place),
  )
  const score = new Float64Array(sample.rows)
  for (let row = 0; row < sample.rows; row++) {
    for (const [place] of valuesOf(sample, row)) score[row] = cell(score, row) + cell(points, place)
  }
  return { score, points, grade: score.map((sum) => sum / 100), coefficients }
}
