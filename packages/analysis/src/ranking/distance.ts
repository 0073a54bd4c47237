import { exp, fault, FaultError, ln } from '@plumbline/kernel'
import { criteriaOf, ranked, sumOver, type Criterion, type Decision, type Ranked } from './decision.ts'
import { extremes, minMax, total, unitVector } from './normal.ts'

/**
 * MABAC: distance of the weighted values from their geometric mean, the border approximation area.
 *
 * @throws FaultError as `criteriaOf`.
 * @example rankByMabac({ matrix: [[1], [2]], weights: [1] }).rank // [2, 1]
 * @see Pamučar and Ćirović (2015), doi:10.1016/j.eswa.2014.11.057
 */
export function rankByMabac(decision: Decision): Ranked {
  const criteria = criteriaOf(decision)
  const border = (values: Float64Array): number =>
    exp(values.reduce((sum, value) => sum + ln(value), 0) / criteria.size)
  return ranked(
    sumOver(criteria, (criterion) => {
      const raised = minMax(criterion).map((value) => value + 1)
      return raised.map((value) => value - border(raised))
    }),
  )
}

/**
 * MAIRCA: gap between what each alternative may expect and what it has. Less is better.
 *
 * @throws FaultError as `criteriaOf`.
 * @example rankByMairca({ matrix: [[1], [2]], weights: [1] }).score // [0.5, 0]
 * @see Gigović et al. (2016), doi:10.3390/su8040372
 */
export function rankByMairca(decision: Decision): Ranked {
  const criteria = criteriaOf(decision)
  return ranked(
    sumOver(criteria, (criterion) => minMax(criterion).map((value) => (1 - value) / criteria.size)),
    'lowest',
  )
}

/**
 * PIV: how far the weighted shares of the columns' lengths are from the best ones, together. Less is better.
 *
 * @throws FaultError as `criteriaOf`.
 * @example rankByPiv({ matrix: [[3], [4]], weights: [1] }).score // [0.2, 0]
 * @see Mufazzal and Muzakkir (2018), doi:10.1016/j.cie.2018.03.045
 */
export function rankByPiv(decision: Decision): Ranked {
  const gaps = (criterion: Criterion): Float64Array => {
    const shares = unitVector(criterion)
    const { low, high } = extremes(shares)
    return shares.map((share) => (criterion.objective === 1 ? high - share : share - low))
  }
  return ranked(sumOver(criteriaOf(decision), gaps), 'lowest')
}

/**
 * EDAS: how far above and below the mean, each by its share of the mean.
 *
 * @throws FaultError as `criteriaOf`; RANKING_MEAN - a criterion's mean is not above 0.
 * @example rankByEdas({ matrix: [[1], [3]], weights: [1] }).score // [0, 1]
 * @see Keshavarz Ghorabaee et al. (2015), doi:10.15388/Informatica.2015.57
 */
export function rankByEdas(decision: Decision): Ranked {
  const criteria = criteriaOf(decision)
  const means = criteria.columns.map(({ values }) => total(values) / criteria.size)
  const wrong = means.flatMap((mean, column) => (mean > 0 ? [] : [column + 1]))
  if (wrong.length > 0) throw new FaultError([fault('RANKING_MEAN', { criteria: wrong })])
  const away = (sign: 1 | -1): Float64Array =>
    sumOver(criteria, ({ values, objective }) => {
      const mean = total(values) / criteria.size
      return values.map((value) => Math.max(0, sign * objective * (value - mean)) / mean)
    })
  const [above, below] = [shareOfMost(away(1)), shareOfMost(away(-1))]
  return ranked(above.map((share, row) => (share + 1 - (below[row] ?? NaN)) / 2))
}

/** By the largest; all 0 where it is 0. */
function shareOfMost(values: Float64Array): Float64Array {
  const most = values.reduce((largest, value) => Math.max(largest, value), 0)
  return values.map((value) => (most === 0 ? 0 : value / most))
}

/** Bounds of a criterion's scale. */
export type Bounds = readonly [low: number, high: number]

/**
 * SPOTIS: weighted distance from the ideal, in shares of fixed bounds. With bounds that do not come from the sample no
 * alternative can turn the order of two others. Less is better.
 *
 * @param bounds - By criterion, low below high, around all values.
 * @param ideal - By criterion; the better bound unless told (an expected solution point).
 * @throws FaultError as `criteriaOf`; RANKING_BOUNDS - bounds that are not ordered, or that values or ideal lie outside of.
 * @example rankBySpotis({ matrix: [[1], [2]], weights: [1] }, [[0, 4]]).score // [0.75, 0.5]
 * @see Dezert et al. (2020), doi:10.23919/FUSION45008.2020.9190347
 */
export function rankBySpotis(decision: Decision, bounds: readonly Bounds[], ideal?: readonly number[]): Ranked {
  const criteria = criteriaOf(decision)
  const goals = criteria.columns.map(
    ({ objective }, column) => ideal?.[column] ?? bounds[column]?.[objective === 1 ? 1 : 0] ?? NaN,
  )
  const wrong = criteria.columns.flatMap(({ values }, column) => {
    const [low, high] = bounds[column] ?? [NaN, NaN]
    return [...values, goals[column] ?? NaN].every((value) => value >= low && value <= high) && low < high
      ? []
      : [column + 1]
  })
  if (wrong.length > 0) throw new FaultError([fault('RANKING_BOUNDS', { criteria: wrong })])
  const gaps = (criterion: Criterion): Float64Array => {
    const column = criteria.columns.indexOf(criterion)
    const [low, high] = bounds[column] ?? [NaN, NaN]
    return criterion.values.map((value) => Math.abs(value - (goals[column] ?? NaN)) / (high - low))
  }
  return ranked(sumOver(criteria, gaps), 'lowest')
}
