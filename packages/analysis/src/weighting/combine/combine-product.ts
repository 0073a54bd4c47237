import { fault, FaultError, power } from '@plumbline/kernel'
import { checkCount } from '../common/check-columns.ts'
import { toShares } from '../common/shares.ts'
import { scaledVectors } from './scaled-vectors.ts'

/**
 * Multiplicative combination (乘法合成) of weight vectors: w_j ∝ Π_k w_kj ^ α_k. With exponents 1, as is usual, it
 * sharpens: what all vectors favour grows, and a 0 in one vector is a 0 in the result.
 *
 * @param vectors - Each of length m, none negative.
 * @param exponents - α, one per vector, none negative; 1 when not given.
 * @returns Length m; sum 1.
 * @throws FaultError WEIGHTS_NO_VECTORS, WEIGHTS_COUNT_DIFFERS - nothing to combine, or lengths that do not fit.
 * @throws FaultError WEIGHTS_NOT_COMPUTABLE - an exponent is negative or not finite.
 * @throws FaultError WEIGHTS_ALL_ZERO - every indicator has a 0 in some vector.
 * @example combineProduct([[0.5, 0.5], [0.9, 0.1]]) // [0.9, 0.1]
 */
export function combineProduct(vectors: readonly (readonly number[])[], exponents?: readonly number[]): number[] {
  const own = scaledVectors(vectors)
  const alpha = exponents ?? own.map(() => 1)
  checkCount('exponents', alpha.length, own.length)
  if (alpha.some((value) => !Number.isFinite(value) || value < 0))
    throw new FaultError([fault('WEIGHTS_NOT_COMPUTABLE')])
  const raised = (vector: readonly number[], k: number): number[] => {
    const largest = Math.max(...vector)
    return vector.map((value) => (alpha[k] === 0 ? 1 : power(value / largest, alpha[k] ?? NaN)))
  }
  const factors = own.map(raised)
  return toShares((own[0] ?? []).map((_, j) => factors.reduce((product, factor) => product * (factor[j] ?? NaN), 1)))
}
