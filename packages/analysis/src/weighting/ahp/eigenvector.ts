import { perron } from '../../numeric/perron.ts'
import type { Names } from '../common/names.ts'
import { toShares } from '../common/shares.ts'
import { checkComparison, type ComparisonMatrix } from './comparison-matrix.ts'

/**
 * Eigenvector priorities (特征根法): A w = λ_max w, w the only positive eigenvector.
 *
 * @param matrix - n x n comparisons, none missing.
 * @returns Length n; sum 1.
 * @throws FaultError the faults of `checkComparison`.
 * @see Saaty (1977), A scaling method for priorities in hierarchical structures, doi:10.1016/0022-2496(77)90033-5
 * @example eigenvectorPriorities([[1, 3], [1 / 3, 1]]) // [0.75, 0.25]
 */
export function eigenvectorPriorities(matrix: ComparisonMatrix, names?: Names): number[] {
  checkComparison(matrix, 'refused', names)
  return toShares(perron(matrix).vector)
}
