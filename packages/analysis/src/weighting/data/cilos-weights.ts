import { fault, FaultError } from '@plumbline/kernel'
import type { Column } from '../../numeric/column.ts'
import { extent } from '../../numeric/extent.ts'
import { checkColumns, checkCount } from '../common/check-columns.ts'
import { constantColumns, type DataOptions, type DataWeights } from '../common/data-weights.ts'
import { stationary } from './stationary.ts'

/** Weights, with the losses behind them. */
export interface CilosWeights extends DataWeights {
  /** losses[i][j]: the share of its best value that indicator j loses where the unit that is best in i is chosen. */
  readonly losses: readonly (readonly number[])[]
}

/**
 * CILOS weights, by the impact of losses: P_ij = (a_jj - a_ij) / a_jj with a_ij the value in j of the unit that is best in
 * i; the weights balance what each indicator loses and makes others lose, Σ_j P_ij w_j = w_i Σ_k P_ki. Less-is-better
 * columns enter as min / x.
 *
 * Where several units are best in an indicator the first of them stands for it, so that with ties the weights depend on
 * the order of the units. An indicator that loses nothing by any choice takes all the weight.
 *
 * @param columns - m columns of n units, none negative or missing; above 0 for a negative direction.
 * @returns Weights and losses; constant indicators weigh 0 and take no part.
 * @throws FaultError WEIGHTS_NOTHING_VARIES - every indicator is constant.
 * @throws FaultError WEIGHTS_NOT_UNIQUE - many weights balance the losses, as where one unit is best in all indicators.
 * @throws FaultError the faults of `checkColumns` (none missing, at least 2 values each).
 * @see Zavadskas and Podvezko (2016), Integrated determination of objective criteria weights in MCDM,
 *   doi:10.1142/S0219622016500036
 * @example cilosWeights([[4, 3], [1, 2]]).weights // [2 / 3, 1 / 3]
 */
export function cilosWeights(columns: readonly Column[], options: DataOptions = {}): CilosWeights {
  const { directions, names } = options
  if (directions) checkCount('directions', directions.length, columns.length)
  const sign = columns.map((_, j) => (directions?.[j] === 'negative' ? 'positive' : 'nonNegative'))
  checkColumns(columns, { sign, missing: 'refused', atLeast: 2, names })
  const constant = constantColumns(columns)
  const varying = columns.flatMap((_, j) => (constant.includes(j) ? [] : [j]))
  if (varying.length === 0) throw new FaultError([fault('WEIGHTS_NOTHING_VARIES')])

  const shares = columns.map((column, j) => shareOfBest(column, directions?.[j] === 'negative'))
  const bests = shares.map((column) => column.indexOf(1))
  const losses = bests.map((unit) => shares.map((column, j) => (constant.includes(j) ? 0 : 1 - (column[unit] ?? 0))))
  // what j loses by the choice of i flows from j to i
  const balanced = stationary(varying.map((j) => varying.map((i) => losses[i]?.[j] ?? 0)))
  if (!balanced) throw new FaultError([fault('WEIGHTS_NOT_UNIQUE')])
  return { weights: columns.map((_, j) => balanced[varying.indexOf(j)] ?? 0), constant, losses }
}

/** x / max, or min / x where less is better: exactly 1 at the best. */
function shareOfBest(column: Column, lessIsBetter: boolean): number[] {
  const { min, max } = extent(column)
  return Array.from(column, (value) => (lessIsBetter ? min / value : value / max))
}
