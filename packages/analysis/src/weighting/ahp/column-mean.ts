import { sum } from '../../numeric/sum.ts'
import type { Names } from '../common/names.ts'
import { toShares } from '../common/shares.ts'
import { checkComparison, type ComparisonMatrix } from './comparison-matrix.ts'

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
