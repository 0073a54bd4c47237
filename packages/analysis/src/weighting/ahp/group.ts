import { exp, ln } from '@plumbline/kernel'
import { fault, FaultError } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'
import { checkCount } from '../common/check-columns.ts'
import { expertName } from '../common/names.ts'
import { toShares } from '../common/shares.ts'
import { shareOfExperts, type ExpertOptions } from '../experts/expert-weights.ts'
import { checkComparison, type ComparisonMatrix } from './comparison-matrix.ts'
import { fromLogs } from './priorities.ts'

/**
 * Aggregation of individual judgements (AIJ): the group's matrix is the weighted geometric mean of the experts', entry by
 * entry; the only mean that keeps reciprocals. A judgement that some did not give is the mean of those who did.
 *
 * @param matrices - One n x n matrix per expert; NaN is a judgement not given.
 * @returns n x n; NaN where no expert with a say gave a judgement.
 * @throws FaultError AHP_ORDERS_DIFFER - the matrices are not of one order.
 * @throws FaultError the faults of `checkComparison` and `shareOfExperts`.
 * @see Aczél and Saaty (1983), doi:10.1016/0022-2496(83)90028-7; Forman and Peniwati (1998),
 *   doi:10.1016/S0377-2217(97)00244-0
 * @example aggregateJudgements([[[1, 2], [1 / 2, 1]], [[1, 8], [1 / 8, 1]]])[0]?.[1] // 4
 */
export function aggregateJudgements(matrices: readonly ComparisonMatrix[], options: ExpertOptions = {}): number[][] {
  const experts = shareOfExperts(matrices.length, options)
  const [first = []] = matrices
  const faults = matrices.flatMap((matrix, e) =>
    matrix.length === first.length
      ? []
      : [
          fault('AHP_ORDERS_DIFFER', {
            expert: expertName(e, options.names),
            expected: first.length,
            found: matrix.length,
          }),
        ],
  )
  if (faults.length > 0) throw new FaultError(faults)
  for (const matrix of matrices) checkComparison(matrix, 'allowed', options.names)

  const group = first.map(() => first.map(() => 1))
  group.forEach((row, i) => {
    row.forEach((_, j) => {
      if (i >= j) return
      const mean = geometricMean(matrices.map((matrix) => matrix[i]?.[j] ?? NaN), experts)
      row[j] = mean
      const mirrored = group[j]
      if (mirrored) mirrored[i] = 1 / mean
    })
  })
  return group
}

/**
 * Aggregation of individual priorities (AIP): the weighted mean of the experts' own weights. For groups whose members
 * each speak for themselves; AIJ is for groups that decide as one.
 *
 * @param priorities - One vector per expert, length n, none negative; above 0 for the geometric mean.
 * @returns Length n; sum 1.
 * @throws FaultError WEIGHTS_COUNT_DIFFERS - the vectors differ in length.
 * @throws FaultError the faults of `shareOfExperts` and `toShares`.
 * @see Forman and Peniwati (1998), Aggregating individual judgments and priorities with the analytic hierarchy process,
 *   doi:10.1016/S0377-2217(97)00244-0
 * @example aggregatePriorities([[0.5, 0.5], [0.9, 0.1]], 'arithmetic') // [0.7, 0.3]
 */
export function aggregatePriorities(
  priorities: readonly (readonly number[])[],
  mean: 'arithmetic' | 'geometric',
  options: ExpertOptions = {},
): number[] {
  const experts = shareOfExperts(priorities.length, options)
  const own = priorities.map(toShares)
  const [first = []] = own
  for (const vector of own) checkCount('priorities', vector.length, first.length)
  const columns = first.map((_, j) => own.map((vector) => vector[j] ?? NaN))
  if (mean === 'arithmetic') return toShares(columns.map((column) => weighted(column, experts)))
  return fromLogs(columns.map((column) => weighted(column.map(ln), experts)))
}

const weighted = (values: readonly number[], shares: readonly number[]): number =>
  sum(values.map((value, e) => (shares[e] ? value * shares[e] : 0)))

function geometricMean(values: readonly number[], experts: readonly number[]): number {
  const given = values.flatMap((value, e) => (Number.isNaN(value) || !experts[e] ? [] : [{ value, share: experts[e] }]))
  const say = sum(given.map(({ share }) => share))
  return exp(sum(given.map(({ value, share }) => ln(value) * share)) / say)
}
