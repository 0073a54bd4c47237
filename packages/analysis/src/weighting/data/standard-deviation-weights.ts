import { standardDeviation } from '../../numeric/standard-deviation.ts'
import type { Column } from '../../numeric/column.ts'
import { checkColumns } from '../common/check-columns.ts'
import { dataWeights, type DataOptions, type DataWeights } from '../common/data-weights.ts'

/**
 * Standard deviation weights: w_j = s_j / Σ s_k. An indicator that spreads the units further apart weighs more.
 *
 * The result depends on the unit of measure, so hand over normalised columns (min-max is usual) unless all indicators
 * are measured alike. Direction does not matter.
 *
 * @param columns - m columns of n units, any finite values. Missing values are left out of their own column.
 * @returns Weights of length m; constant indicators weigh 0.
 * @throws FaultError the faults of `checkColumns` (at least 2 values each) and `dataWeights`.
 * @see Diakoulaki, Mavrotas and Papayannakis (1995), doi:10.1016/0305-0548(94)00059-H, section 2
 * @example standardDeviationWeights([[0, 1, 0], [0, 0, 0]]).weights // [1, 0]
 */
export function standardDeviationWeights(columns: readonly Column[], options: DataOptions = {}): DataWeights {
  checkColumns(columns, { sign: 'any', missing: 'allowed', atLeast: 2, names: options.names })
  return dataWeights(columns, standardDeviation)
}
