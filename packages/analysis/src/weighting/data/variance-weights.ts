import type { Column } from '../../numeric/column.ts'
import { variance } from '../../numeric/variance.ts'
import { checkColumns } from '../common/check-columns.ts'
import { dataWeights, type DataOptions, type DataWeights } from '../common/data-weights.ts'

/**
 * Statistical variance weights: w_j = s_j² / Σ s_k². Like standard deviation weights, with larger contrasts.
 *
 * @param columns - m columns of n units, normalised as for standard deviation weights. Missing values are left out of
 *   their own column.
 * @returns Weights of length m; constant indicators weigh 0.
 * @throws FaultError the faults of `checkColumns` (at least 2 values each) and `dataWeights`.
 * @see Rao and Patel (2010), A subjective and objective integrated multiple attribute decision making method for material
 *   selection, doi:10.1016/j.matdes.2010.05.014
 * @example varianceWeights([[0, 2], [0, 1]]).weights // [0.8, 0.2]
 */
export function varianceWeights(columns: readonly Column[], options: DataOptions = {}): DataWeights {
  checkColumns(columns, { sign: 'any', missing: 'allowed', atLeast: 2, names: options.names })
  return dataWeights(columns, variance)
}
