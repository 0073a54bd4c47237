import { fault, FaultError } from '@plumbline/kernel'
import type { Column } from '../../numeric/column.ts'
import { mean } from '../../numeric/mean.ts'
import { standardDeviation } from '../../numeric/standard-deviation.ts'
import { checkColumns } from '../common/check-columns.ts'
import { dataWeights, type DataOptions, type DataWeights } from '../common/data-weights.ts'
import { placeOf } from '../common/names.ts'

/**
 * Coefficient of variation weights: w_j = (s_j / mean_j) / Σ (s_k / mean_k). Free of the unit of measure.
 *
 * @param columns - m columns of n units on a ratio scale. Missing values are left out of their own column.
 * @returns Weights of length m; constant indicators weigh 0.
 * @throws FaultError WEIGHTS_MEAN_NOT_POSITIVE - a column that varies has a mean of 0 or below, where the coefficient
 *   has no meaning.
 * @throws FaultError the faults of `checkColumns` (at least 2 values each) and `dataWeights`.
 * @example coefficientOfVariationWeights([[1, 3], [10, 30]]).weights // [0.5, 0.5]
 */
export function coefficientOfVariationWeights(columns: readonly Column[], options: DataOptions = {}): DataWeights {
  checkColumns(columns, { sign: 'any', missing: 'allowed', atLeast: 2, names: options.names })
  const faults = columns.flatMap((column, j) => {
    const value = mean(column)
    return standardDeviation(column) > 0 && value <= 0
      ? [fault('WEIGHTS_MEAN_NOT_POSITIVE', { value }, placeOf(options.names, j))]
      : []
  })
  if (faults.length > 0) throw new FaultError(faults)
  return dataWeights(columns, (column) => standardDeviation(column) / mean(column))
}
