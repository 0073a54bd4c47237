import { perron } from '../../numeric/perron.ts'
import type { Names } from '../common/names.ts'
import { toShares } from '../common/shares.ts'
import type { ComparisonMatrix } from './comparison-matrix.ts'
import { checkLinked } from './linked.ts'

/** Priorities of an incomplete matrix. */
export interface IncompletePriorities {
  /** Length n; sum 1. */
  readonly weights: readonly number[]
  /** Largest eigenvalue. */
  readonly lambdaMax: number
  /** (λ_max - n) / (n - 1). No ratio: the random indices are of complete matrices, and would flatter this one. */
  readonly index: number
}

/**
 * Harker's priorities of an incomplete matrix: a missing a_ij is w_i / w_j itself, which makes it 0 in the matrix and
 * adds 1 to the diagonal of row i; then the Perron vector.
 *
 * @param matrix - n x n comparisons; NaN is a judgement not given.
 * @throws FaultError the faults of `checkComparison`.
 * @throws FaultError AHP_DISCONNECTED - the given judgements do not link all indicators, directly or through others.
 * @see Harker (1987), Incomplete pairwise comparisons in the analytic hierarchy process, doi:10.1016/0270-0255(87)90503-3
 * @example harkerPriorities([[1, 2, NaN], [1 / 2, 1, 2], [NaN, 1 / 2, 1]]).weights // [4 / 7, 2 / 7, 1 / 7]
 */
export function harkerPriorities(matrix: ComparisonMatrix, names?: Names): IncompletePriorities {
  checkLinked(matrix, names)
  const n = matrix.length
  const filled = matrix.map((row, i) => {
    const missing = row.filter(Number.isNaN).length
    return row.map((value, j) => (i === j ? 1 + missing : Number.isNaN(value) ? 0 : value))
  })
  const { vector, value } = perron(filled)
  const lambdaMax = Math.max(n, value)
  return { weights: toShares(vector), lambdaMax, index: n > 1 ? (lambdaMax - n) / (n - 1) : 0 }
}
