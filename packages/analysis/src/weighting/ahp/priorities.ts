import { exp, ln } from '@plumbline/kernel'
import { perron } from '../../numeric/perron.ts'
import { sum } from '../../numeric/sum.ts'
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

/**
 * Geometric mean priorities (方根法): w_i ∝ (Π_j a_ij)^(1/n), the least squares solution in logarithms. Turning all
 * judgements into their reciprocals turns the order exactly round, which the eigenvector does not promise.
 *
 * @param matrix - n x n comparisons, none missing.
 * @returns Length n; sum 1.
 * @throws FaultError the faults of `checkComparison`.
 * @see Crawford and Williams (1985), A note on the analysis of subjective judgment matrices,
 *   doi:10.1016/0022-2496(85)90002-1
 * @example geometricMeanPriorities([[1, 3], [1 / 3, 1]]) // [0.75, 0.25]
 */
export function geometricMeanPriorities(matrix: ComparisonMatrix, names?: Names): number[] {
  checkComparison(matrix, 'refused', names)
  return fromLogs(matrix.map((row) => sum(row.map(ln)) / row.length))
}

/**
 * Column mean priorities (和积法): each column scaled to sum 1, then the mean of each row. Made for calculation by hand;
 * the same as the eigenvector where the judgements are consistent, near it where they almost are.
 *
 * @param matrix - n x n comparisons, none missing.
 * @returns Length n; sum 1.
 * @throws FaultError the faults of `checkComparison`.
 * @see Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill
 * @example columnMeanPriorities([[1, 3], [1 / 3, 1]]) // [0.75, 0.25]
 */
export function columnMeanPriorities(matrix: ComparisonMatrix, names?: Names): number[] {
  checkComparison(matrix, 'refused', names)
  const totals = matrix.map((_, j) => sum(matrix.map((row) => row[j] ?? NaN)))
  return toShares(matrix.map((row) => sum(row.map((value, j) => value / (totals[j] ?? NaN)))))
}

/** Weights from their logarithms, known up to a constant. */
export function fromLogs(logs: readonly number[]): number[] {
  const largest = Math.max(...logs)
  return toShares(logs.map((value) => exp(value - largest)))
}
