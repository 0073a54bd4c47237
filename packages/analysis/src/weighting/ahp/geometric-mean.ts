import { ln } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'
import type { Names } from '../common/names.ts'
import { fromLogs } from '../common/from-logs.ts'
import { checkComparison, type ComparisonMatrix } from './comparison-matrix.ts'

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
