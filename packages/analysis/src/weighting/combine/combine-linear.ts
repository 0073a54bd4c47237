import { sum } from '../../numeric/sum.ts'
import { checkCount } from '../common/check-columns.ts'
import { toShares } from '../common/shares.ts'
import { scaledVectors } from './scaled-vectors.ts'

/**
 * Linear combination (加法合成) of weight vectors: w_j = Σ_k α_k w_kj.
 *
 * @param vectors - Each of length m, none negative; each is scaled to sum 1 first.
 * @param coefficients - α, one per vector, none negative; scaled to sum 1. Equal when not given.
 * @returns Length m; sum 1.
 * @throws FaultError WEIGHTS_NO_VECTORS, WEIGHTS_COUNT_DIFFERS - nothing to combine, or lengths that do not fit.
 * @throws FaultError WEIGHTS_ALL_ZERO, WEIGHTS_NOT_COMPUTABLE - of a vector or of the coefficients; see `toShares`.
 * @example combineLinear([[0.5, 0.5], [0.9, 0.1]], [3, 1]) // [0.6, 0.4]
 */
export function combineLinear(vectors: readonly (readonly number[])[], coefficients?: readonly number[]): number[] {
  const own = scaledVectors(vectors)
  const alpha = toShares(coefficients ?? own.map(() => 1))
  checkCount('coefficients', alpha.length, own.length)
  return toShares((own[0] ?? []).map((_, j) => sum(own.map((vector, k) => (alpha[k] ?? NaN) * (vector[j] ?? NaN)))))
}
