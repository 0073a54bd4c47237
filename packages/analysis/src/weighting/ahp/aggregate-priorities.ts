import { ln } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'
import { checkCount } from '../common/check-columns.ts'
import { fromLogs } from '../common/from-logs.ts'
import { toShares } from '../common/shares.ts'
import { shareOfExperts, type ExpertOptions } from '../experts/expert-weights.ts'

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
