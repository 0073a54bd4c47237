import { fault, FaultError } from '@plumbline/kernel'
import { solve } from 'ml-matrix'
import { ln } from '@plumbline/kernel'
import { perron } from '../../numeric/perron.ts'
import { sum } from '../../numeric/sum.ts'
import { indicatorName, type Names } from '../common/names.ts'
import { toShares } from '../common/shares.ts'
import { checkComparison, type ComparisonMatrix } from './comparison-matrix.ts'
import { fromLogs } from './priorities.ts'

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

/**
 * Refuses an incomplete matrix whose judgements fall into groups without a link between them.
 *
 * @throws FaultError AHP_DISCONNECTED - with one group of indicators that no judgement links to the rest.
 */
function checkLinked(matrix: ComparisonMatrix, names?: Names): void {
  checkComparison(matrix, 'allowed', names)
  const reached = new Set([0])
  for (const i of reached) matrix[i]?.forEach((value, j) => (Number.isNaN(value) ? reached : reached.add(j)))
  if (reached.size === matrix.length) return
  const apart = matrix.flatMap((_, i) => (reached.has(i) ? [] : [indicatorName(i, names)]))
  throw new FaultError([fault('AHP_DISCONNECTED', { apart })])
}
