import { ln } from '@plumbline/kernel'
import { present, type Column } from '../../numeric/column.ts'
import { standardDeviation } from '../../numeric/standard-deviation.ts'
import { sum } from '../../numeric/sum.ts'
import { checkColumns, checkCount } from '../common/check-columns.ts'
import { dataWeights, type DataOptions, type DataWeights } from '../common/data-weights.ts'
import { minMax } from './min-max.ts'

/** Weights, with the percentages behind them. */
export interface LopcowWeights extends DataWeights {
  /** PV_j, 0 or more; 0 for a constant indicator. */
  readonly percentages: readonly number[]
}

/** A logarithm this near to 0 is 0: root mean square and deviation are equal but for rounding. */
const ROUNDING = 1e-12

/**
 * LOPCOW weights, logarithmic percentage change: PV_j = |100 ln(root mean square of z_j / standard deviation of z_j)|,
 * w_j = PV_j / Σ PV_k, on min-max columns z turned so that more is better; deviation over n - 1.
 *
 * @param columns - m columns of n units, any finite values. Missing values are left out of their own column.
 * @returns Weights and percentages of length m; constant indicators weigh 0.
 * @throws FaultError WEIGHTS_ALL_ZERO - of every indicator root mean square and deviation are equal, as of two units.
 * @throws FaultError the faults of `checkColumns` (at least 2 values each) and `dataWeights`.
 * @see Ecer and Pamucar (2022), A novel LOPCOW-DOBI multi-criteria sustainability performance assessment methodology,
 *   doi:10.1016/j.omega.2022.102690
 * @example lopcowWeights([[0, 1, 1], [4, 4, 4]]).weights // [1, 0]
 */
export function lopcowWeights(columns: readonly Column[], options: DataOptions = {}): LopcowWeights {
  const { directions, names } = options
  if (directions) checkCount('directions', directions.length, columns.length)
  checkColumns(columns, { sign: 'any', missing: 'allowed', atLeast: 2, names })
  const percentages = columns.map((column, j) => percentageOf(minMax(column, directions?.[j] ?? 'positive')))
  return { ...dataWeights(columns, (_, j) => percentages[j] ?? 0), percentages }
}

function percentageOf(column: Column): number {
  const deviation = standardDeviation(column)
  if (deviation === 0) return 0
  const values = present(column)
  const change = Math.abs(ln(Math.sqrt(sum(values.map((value) => value * value)) / values.length) / deviation))
  return change < ROUNDING ? 0 : 100 * change
}
