import { exp, fault, FaultError, ln } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'
import { expertName } from '../common/names.ts'
import { shareOfExperts, type ExpertOptions } from '../experts/expert-weights.ts'
import { checkComparison, type ComparisonMatrix } from './comparison-matrix.ts'

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
      const mean = geometricMean(
        matrices.map((matrix) => matrix[i]?.[j] ?? NaN),
        experts,
      )
      row[j] = mean
      const mirrored = group[j]
      if (mirrored) mirrored[i] = 1 / mean
    })
  })
  return group
}

function geometricMean(values: readonly number[], experts: readonly number[]): number {
  const given = values.flatMap((value, e) => (Number.isNaN(value) || !experts[e] ? [] : [{ value, share: experts[e] }]))
  const say = sum(given.map(({ share }) => share))
  return exp(sum(given.map(({ value, share }) => ln(value) * share)) / say)
}
