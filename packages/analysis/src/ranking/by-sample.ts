import {
  compromiseOf,
  copeland,
  greyRelation,
  outranking,
  promethee,
  topsis,
  vikor,
  type Compromise,
  type PreferenceSpec,
  type TopsisDistance,
  type TopsisScaling,
} from '@plumbline/kernel'
import { criteriaOf, ranked, sampleOf, type Decision, type Ranked } from './decision.ts'
import { fault, FaultError } from '@plumbline/kernel'

/** A ranking with its distances. */
export interface TopsisRanking extends Ranked {
  readonly toBest: Float64Array
  readonly toWorst: Float64Array
}

/**
 * TOPSIS. The score is the closeness, 0 to 1; 0.5 where nobody differs. `vector` and `none` read costs with their sign
 * turned, which gives the distances of x / length with the ideal at the lowest value; `sum` reads them as 1 / x and asks
 * for values above 0.
 *
 * @param decision - Missing values are taken: the others' weights are re-shared.
 * @throws FaultError as `criteriaOf` and `sampleOf`.
 * @example rankByTopsis({ matrix: [[1, 9], [2, 5]], weights: [0.5, 0.5], objectives: [1, -1] }).score // [0, 1]
 * @see Hwang and Yoon (1981), Multiple Attribute Decision Making
 */
export function rankByTopsis(
  decision: Decision,
  {
    scaling = 'vector',
    distance = 'euclidean',
  }: { readonly scaling?: TopsisScaling; readonly distance?: TopsisDistance } = {},
): TopsisRanking {
  const bySum = scaling === 'sum'
  const criteria = criteriaOf(decision, { missing: true, positive: bySum })
  const sample = sampleOf(criteria, bySum ? (value) => 1 / value : undefined)
  const { closeness, toBest, toWorst } = topsis(sample, { scaling, distance })
  return { ...ranked(closeness), toBest, toWorst }
}

/** A ranking with S, R and the compromise set. */
export interface VikorRanking extends Ranked, Compromise {
  readonly s: Float64Array
  readonly r: Float64Array
}

/**
 * VIKOR. The score is Q, 0 to 1, less is better; with S, R and the compromise set.
 *
 * @param decision - Missing values are taken: the others' weights are re-shared.
 * @param v - Weight of the group's utility, 0 to 1.
 * @throws FaultError as `criteriaOf` and `sampleOf`; VIKOR_V_RANGE.
 * @example rankByVikor({ matrix: [[1, 9], [2, 5]], weights: [0.5, 0.5], objectives: [1, -1] }).rows // [1]
 * @see Opricovic and Tzeng (2004), doi:10.1016/S0377-2217(03)00020-1
 */
export function rankByVikor(decision: Decision, v = 0.5): VikorRanking {
  if (!(v >= 0 && v <= 1)) throw new FaultError([fault('VIKOR_V_RANGE', { v })])
  const figures = vikor(sampleOf(criteriaOf(decision, { missing: true })), v)
  return { ...ranked(figures.q, 'lowest'), s: figures.s, r: figures.r, ...compromiseOf(figures) }
}

/** A ranking with its flows. */
export interface PrometheeRanking extends Ranked {
  readonly plus: Float64Array
  readonly minus: Float64Array
}

/**
 * PROMETHEE II. The score is the net flow, -1 to 1.
 *
 * @param decision - Missing values are taken: two alternatives are compared in what both have.
 * @param preference - By criterion, with thresholds on its own scale.
 * @throws FaultError as `criteriaOf` and `sampleOf`; RANKING_PREFERENCES - not one for each criterion.
 * @example rankByPromethee({ matrix: [[1], [2]], weights: [1] }, [{ shape: 'usual' }]).score // [-1, 1]
 * @see Brans and Vincke (1985), doi:10.1287/mnsc.31.6.647
 */
export function rankByPromethee(decision: Decision, preference: readonly PreferenceSpec[]): PrometheeRanking {
  const { weights } = decision
  if (preference.length !== weights.length)
    throw new FaultError([fault('RANKING_PREFERENCES', { preferences: preference.length, criteria: weights.length })])
  const sample = sampleOf(criteriaOf(decision, { missing: true }))
  const { net, plus, minus } = promethee(
    sample,
    preference.filter((_, column) => (weights[column] ?? 0) > 0),
  )
  return { ...ranked(net), plus, minus }
}

/**
 * Grey relation to the best of every criterion. The score is the grade, rho / (1 + rho) to 1.
 *
 * @param decision - Missing values are taken: the others' weights are re-shared.
 * @param rho - Distinguishing coefficient, above 0, at most 1.
 * @throws FaultError as `criteriaOf` and `sampleOf`; GREY_RHO_RANGE.
 * @example rankByGreyRelation({ matrix: [[1], [2]], weights: [1] }).score // [1 / 3, 1]
 * @see Deng (1982), doi:10.1016/S0167-6911(82)80025-X
 */
export function rankByGreyRelation(decision: Decision, rho = 0.5): Ranked {
  if (!(rho > 0 && rho <= 1)) throw new FaultError([fault('GREY_RHO_RANGE', { rho })])
  return ranked(greyRelation(sampleOf(criteriaOf(decision, { missing: true })), rho).grade)
}

/** A ranking with victories and defeats. */
export interface CopelandRanking extends Ranked {
  /** m by m: share of the weight in which the first is ahead of the second, a tie counting half. */
  readonly outranking: readonly (readonly number[])[]
}

/**
 * Copeland. The score is victories less defeats, -(m - 1) to m - 1. Halves of the weight that are equal on the 1e-9 grid
 * are a tie; two alternatives are compared in what both have, so that their order in the table does not matter.
 *
 * @throws FaultError as `criteriaOf` and `sampleOf`.
 * @example rankByCopeland({ matrix: [[1, 9], [2, 5]], weights: [2, 1] }).score // [-1, 1]
 * @see Munda and Nardo (2009), doi:10.1080/00036840601019364
 */
export function rankByCopeland(decision: Decision): CopelandRanking {
  const sample = sampleOf(criteriaOf(decision, { missing: true }))
  const { wins, losses } = copeland(sample)
  const shares = outranking(sample)
  const { rows } = sample
  return {
    ...ranked(Float64Array.from(wins, (won, row) => won - (losses[row] ?? 0))),
    outranking: Array.from({ length: rows }, (_, row) => [...shares.subarray(row * rows, (row + 1) * rows)]),
  }
}
