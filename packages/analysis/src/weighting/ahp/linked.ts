import { fault, FaultError } from '@plumbline/kernel'
import { indicatorName, type Names } from '../common/names.ts'
import { checkComparison, type ComparisonMatrix } from './comparison-matrix.ts'

/**
 * Refuses an incomplete matrix whose judgements fall into groups without a link between them.
 *
 * @throws FaultError AHP_DISCONNECTED - with one group of indicators that no judgement links to the rest.
 */
export function checkLinked(matrix: ComparisonMatrix, names?: Names): void {
  checkComparison(matrix, 'allowed', names)
  const reached = new Set([0])
  for (const i of reached) matrix[i]?.forEach((value, j) => (Number.isNaN(value) ? reached : reached.add(j)))
  if (reached.size === matrix.length) return
  const apart = matrix.flatMap((_, i) => (reached.has(i) ? [] : [indicatorName(i, names)]))
  throw new FaultError([fault('AHP_DISCONNECTED', { apart })])
}
