import { ln } from '@plumbline/kernel'
import { solve } from 'ml-matrix'
import { sum } from '../../numeric/sum.ts'
import { fromLogs } from '../common/from-logs.ts'
import type { Names } from '../common/names.ts'
import type { ComparisonMatrix } from './comparison-matrix.ts'
import { checkLinked } from './linked.ts'

/**
 * Logarithmic least squares priorities of an incomplete matrix: min Σ (ln a_ij - ln w_i + ln w_j)² over the given pairs.
 * On a complete matrix it is the geometric mean.
 *
 * @param matrix - n x n comparisons; NaN is a judgement not given.
 * @returns Length n; sum 1. Unique, because the given judgements link all indicators.
 * @throws FaultError the faults of `checkComparison`.
 * @throws FaultError AHP_DISCONNECTED - the given judgements do not link all indicators.
 * @see Bozóki, Fülöp and Rónyai (2010), On optimal completion of incomplete pairwise comparison matrices,
 *   doi:10.1016/j.mcm.2010.02.047
 * @example logLeastSquaresPriorities([[1, 2, NaN], [1 / 2, 1, 2], [NaN, 1 / 2, 1]]) // [4 / 7, 2 / 7, 1 / 7]
 */
export function logLeastSquaresPriorities(matrix: ComparisonMatrix, names?: Names): number[] {
  checkLinked(matrix, names)
  const given = matrix.map((row, i) => row.map((value, j) => i !== j && !Number.isNaN(value)))
  // Normal equations: the graph's Laplacian, plus 1 everywhere to fix Σ ln w = 0.
  const laplacian = given.map((row, i) =>
    row.map((linked, j) => 1 + (i === j ? row.filter(Boolean).length : linked ? -1 : 0)),
  )
  const logs = matrix.map((row, i) => [sum(row.map((value, j) => (given[i]?.[j] ? ln(value) : 0)))])
  return fromLogs(solve(laplacian, logs).to1DArray())
}
