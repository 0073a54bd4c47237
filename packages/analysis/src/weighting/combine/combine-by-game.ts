import { fault, FaultError } from '@plumbline/kernel'
import { leastNormSolution } from '../../numeric/nonnegative-least-squares.ts'
import { sum } from '../../numeric/sum.ts'
import { toShares } from '../common/shares.ts'
import { combineLinear } from './combine-linear.ts'
import { scaledVectors } from './scaled-vectors.ts'

/** Rounding below which a coefficient is 0. */
const ROUNDING = 1e-12

/** Combined weights, with the coefficients. */
export interface GameCombination {
  /** Length m; sum 1. */
  readonly weights: readonly number[]
  /** α, one per vector; sum 1, none negative. */
  readonly coefficients: readonly number[]
}

/**
 * Game-theoretic combination (博弈论组合赋权): α solves Σ_l (w_k · w_l) α_l = w_k · w_k for every vector k, then
 * w = Σ α_k w_k, both scaled to sum 1.
 *
 * The system can give a vector a negative coefficient, above all where one vector is nearly even: the equal vector itself
 * always gets 0. Practice then takes absolute values, which gives that vector a say that the method denied it; it is
 * refused here.
 *
 * @param vectors - Each of length m, none negative; each is scaled to sum 1 first.
 * @throws FaultError WEIGHTS_GAME_NEGATIVE - a coefficient is negative, with all of them.
 * @throws FaultError WEIGHTS_NO_VECTORS, WEIGHTS_COUNT_DIFFERS, WEIGHTS_ALL_ZERO, WEIGHTS_NOT_COMPUTABLE - see
 *   `combineLinear`.
 * @see Used for example in doi:10.3390/su17125622 (2025)
 * @example combineByGame([[0.6, 0.4], [0.4, 0.6]]).coefficients // [0.5, 0.5]
 */
export function combineByGame(vectors: readonly (readonly number[])[]): GameCombination {
  const own = scaledVectors(vectors)
  const products = own.map((a) => own.map((b) => sum(a.map((value, j) => value * (b[j] ?? NaN)))))
  const solution = leastNormSolution(
    products,
    products.map((row, k) => row[k] ?? NaN),
  )
  if (solution.some((value) => value < -ROUNDING)) {
    throw new FaultError([
      fault('WEIGHTS_GAME_NEGATIVE', { coefficients: solution.map((value) => Number(value.toFixed(6))) }),
    ])
  }
  const coefficients = toShares(solution.map((value) => (value < ROUNDING ? 0 : value)))
  return { weights: combineLinear(own, coefficients), coefficients }
}
