import { countedRow, deviationOf, fault, FaultError, meanOf, owa, weightedMedian } from '@plumbline/kernel'
import { criteriaOf, ranked, type Decision, type Ranked } from './decision.ts'

/**
 * Mazziotta-Pareto index over a sample: each criterion standardised to mean 100 and deviation 10 (over n), the mean of
 * each alternative less (or, for a bad thing, more) its variance over its mean; equal weights. The adjusted index scores
 * on 70 to 130 between goalposts instead, and is what the kernel's `mazziotta-pareto` gives on 0 to 100.
 *
 * @param penalty - `minus` where more of the whole is better.
 * @throws FaultError as `criteriaOf`; RANKING_CONSTANT - a criterion has no spread.
 * @example rankByMazziottaPareto({ matrix: [[1, 1], [2, 2]] }).score // [90, 110]
 * @see Mazziotta and Pareto (2016), doi:10.1007/s11205-015-0998-2
 */
export function rankByMazziottaPareto(
  decision: Pick<Decision, 'matrix' | 'objectives'>,
  penalty: 'minus' | 'plus' = 'minus',
): Ranked {
  const weights = Array.from(decision.matrix[0] ?? [], () => 1)
  const { size, columns } = criteriaOf({ ...decision, weights })
  const correction = Math.sqrt((size - 1) / size)
  const flat = columns.flatMap(({ values }, column) => (deviationOf(values) > 0 ? [] : [column + 1]))
  if (flat.length > 0) throw new FaultError([fault('RANKING_CONSTANT', { criteria: flat })])
  const scaled = columns.map(({ values, objective }) => {
    const [mean, deviation] = [meanOf(values), deviationOf(values) * correction]
    return values.map((value) => 100 + (10 * objective * (value - mean)) / deviation)
  })
  const sign = penalty === 'minus' ? -1 : 1
  return ranked(
    Float64Array.from({ length: size }, (_, row) => {
      const own = Float64Array.from(scaled, (column) => column[row] ?? NaN)
      const mean = meanOf(own)
      const variance = meanOf(own.map((value) => (value - mean) ** 2))
      return mean + (sign * variance) / mean
    }),
  )
}

/**
 * Weighted median of each alternative's values; see the kernel's `weightedMedian`. Criteria are to be on one scale.
 *
 * @throws FaultError as `criteriaOf`.
 * @example rankByWeightedMedian({ matrix: [[80, 50, 65], [1, 2, 3]], weights: [0.2, 0.5, 0.3] }).score // [57.5, 2]
 */
export const rankByWeightedMedian = (decision: Decision): Ranked =>
  ranked(eachRow(decision, (values, weights) => weightedMedian(countedRow(values, weights))))

/**
 * Ordered weighted average of each alternative's values, the best value first. Criteria are to be on one scale, more is
 * better.
 *
 * @throws FaultError as `criteriaOf`.
 * @example rankByOwa([[80, 50], [60, 60]], [0, 1]).score // [50, 60]
 * @see Yager (1988), doi:10.1109/21.87068
 */
export const rankByOwa = (matrix: Decision['matrix'], weights: readonly number[]): Ranked =>
  ranked(eachRow({ matrix, weights }, (values, shares) => owa(shares)(countedRow(values, shares))))

function eachRow(
  decision: Decision,
  of: (values: readonly number[], weights: readonly number[]) => number,
): Float64Array {
  const { size, columns } = criteriaOf(decision)
  const weights = columns.map(({ weight }) => weight)
  return Float64Array.from({ length: size }, (_, row) =>
    of(
      columns.map(({ values }) => values[row] ?? NaN),
      weights,
    ),
  )
}
