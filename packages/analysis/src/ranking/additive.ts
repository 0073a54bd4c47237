import { exp, ln } from '@plumbline/kernel'
import { averageRanks } from '../numeric/average-ranks.ts'
import { criteriaOf, ranked, sumOver, type Criteria, type Decision, type Ranked } from './decision.ts'
import { linear, scalingOf, unitVector, type Scaling } from './normal.ts'

/**
 * Weighted sum (WSM, SAW).
 *
 * @throws FaultError as `criteriaOf`; `linear` and `sum` ask for values above 0.
 * @example rankByWeightedSum({ matrix: [[1, 9], [2, 5]], weights: [0.5, 0.5] }, 'min-max').score // [0.5, 0.5]
 * @see OECD/JRC (2008) Handbook, step 7
 */
export function rankByWeightedSum(decision: Decision, scaling: Scaling = 'min-max'): Ranked {
  return ranked(sumOver(criteriaOf(decision, { positive: scaling !== 'min-max' }), scalingOf(scaling)))
}

/**
 * Weighted product (WPM) of the shares of the best.
 *
 * @throws FaultError as `criteriaOf`; values above 0.
 * @example rankByWeightedProduct({ matrix: [[1], [4]], weights: [1] }).score // [0.25, 1]
 */
export function rankByWeightedProduct(decision: Decision): Ranked {
  return ranked(productOf(criteriaOf(decision, { positive: true })))
}

const productOf = (criteria: Criteria): Float64Array =>
  sumOver(criteria, (criterion) => linear(criterion).map((share) => ln(share))).map((sum) => exp(sum))

/**
 * WASPAS: a share of the weighted sum and the rest of the weighted product.
 *
 * @param lambda - Part of the sum, 0 to 1.
 * @throws FaultError as `criteriaOf`; values above 0.
 * @example rankByWaspas({ matrix: [[1], [4]], weights: [1] }).score // [0.25, 1]
 * @see Zavadskas et al. (2012), doi:10.5755/j01.eee.122.6.1810
 */
export function rankByWaspas(decision: Decision, lambda = 0.5): Ranked {
  const criteria = criteriaOf(decision, { positive: true })
  const product = productOf(criteria)
  const sum = sumOver(criteria, linear)
  return ranked(sum.map((value, row) => lambda * value + (1 - lambda) * (product[row] ?? NaN)))
}

/**
 * MOORA, ratio system: benefits less costs, each by its share of the column's length.
 *
 * @throws FaultError as `criteriaOf`.
 * @example rankByMoora({ matrix: [[3], [4]], weights: [1] }).score // [0.6, 0.8]
 * @see Brauers and Zavadskas (2006), Control and Cybernetics 35(2)
 */
export function rankByMoora(decision: Decision): Ranked {
  const criteria = criteriaOf(decision)
  return ranked(sumOver(criteria, (criterion) => unitVector(criterion).map((value) => criterion.objective * value)))
}

/**
 * Weighted Borda: for each criterion so many points as others stand behind, ties sharing.
 *
 * @throws FaultError as `criteriaOf`.
 * @example rankByBorda({ matrix: [[1], [2], [2]], weights: [1] }).score // [0, 1.5, 1.5]
 */
export function rankByBorda(decision: Decision): Ranked {
  const criteria = criteriaOf(decision)
  const points = sumOver(criteria, ({ values, objective }) =>
    Float64Array.from(averageRanks(values.map((value) => objective * value)), (rank) => rank - 1),
  )
  return ranked(points)
}
