import { competitionRanks, fault, FaultError } from '@plumbline/kernel'
import { mean } from '../numeric/mean.ts'
import { criteriaOf } from './decision.ts'

/** One alternative over all weight vectors. */
export interface SmaaUnit {
  /** By weight vector. */
  readonly scores: Float64Array
  readonly ranks: Float64Array
  /** Share of the weight vectors that give rank 1, 2, ...; shared places count as the best of them. */
  readonly acceptability: Float64Array
  /** Mean of the weights with which it is first: whom it suits. Null where it never is. */
  readonly centralWeights: readonly number[] | null
  /** Share of the weight vectors that put it before each alternative. */
  readonly before: Float64Array
}

/**
 * Stochastic multicriteria acceptability analysis: what many weight vectors make of one table of scores.
 *
 * @param matrix - Scores, more is better, m alternatives by n criteria.
 * @param weights - Weight vectors, each brought to a sum of 1.
 * @returns One entry an alternative. Equal on the 1e-9 grid is equal.
 * @throws FaultError SMAA_NO_WEIGHTS - no weight vector; the faults of a decision (RANKING_TOO_FEW, RANKING_RAGGED,
 *   RANKING_WEIGHTS, RANKING_VALUE), each once.
 * @see Lahdelma, Hokkanen and Salminen (1998), SMAA - stochastic multiobjective acceptability analysis,
 *   doi:10.1016/S0377-2217(97)00163-X
 * @example smaa([[1, 0], [0, 1]], [[3, 1], [1, 0], [1, 2]])[1].centralWeights // [1 / 3, 2 / 3]
 */
export function smaa(
  matrix: readonly (readonly number[])[],
  weights: readonly (readonly number[])[],
): readonly SmaaUnit[] {
  if (weights.length === 0) throw new FaultError([fault('SMAA_NO_WEIGHTS')])
  const draws = weights.map((vector) => {
    const { size, columns } = criteriaOf({ matrix, weights: vector })
    const scores = Float64Array.from({ length: size }, (_, row) =>
      columns.reduce((sum, { values, weight }) => sum + weight * (values[row] ?? NaN), 0),
    )
    return { scores, ranks: competitionRanks(scores), shares: columns.map(({ weight }) => weight) }
  })
  const part = (holds: (draw: (typeof draws)[number]) => boolean): number => draws.filter(holds).length / draws.length
  return matrix.map((_, row) => {
    const first = draws.filter(({ ranks }) => ranks[row] === 1)
    return {
      scores: Float64Array.from(draws, ({ scores }) => scores[row] ?? NaN),
      ranks: Float64Array.from(draws, ({ ranks }) => ranks[row] ?? NaN),
      acceptability: Float64Array.from(matrix, (__, place) => part(({ ranks }) => ranks[row] === place + 1)),
      centralWeights:
        first.length === 0
          ? null
          : (first[0]?.shares.map((__, j) => mean(first.map(({ shares }) => shares[j] ?? NaN))) ?? null),
      before: Float64Array.from(matrix, (__, other) => part(({ ranks }) => (ranks[row] ?? 0) < (ranks[other] ?? 0))),
    }
  })
}
