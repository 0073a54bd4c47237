import { present, type Column } from '../../numeric/column.ts'
import { isConstant } from '../../numeric/is-constant.ts'
import { sum } from '../../numeric/sum.ts'
import { checkColumns } from '../common/check-columns.ts'
import { dataWeights, type DataOptions, type DataWeights } from '../common/data-weights.ts'

/** Weights, with the coefficients. */
export interface GiniWeights extends DataWeights {
  /** G_j, from 0 (all alike) to below 1. */
  readonly coefficients: readonly number[]
}

/**
 * Gini coefficient weights: G_j = Σ_i Σ_k |x_ij - x_kj| / (2 n² mean_j), w_j = G_j / Σ G_k. Free of the unit of measure.
 *
 * @param columns - m columns of n units, none negative. Missing values are left out of their own column.
 * @returns Weights and coefficients of length m; constant indicators weigh 0.
 * @throws FaultError the faults of `checkColumns` (at least 2 values each) and `dataWeights`.
 * @example giniWeights([[0, 2], [1, 3]]).coefficients // [0.5, 0.25]
 */
export function giniWeights(columns: readonly Column[], options: DataOptions = {}): GiniWeights {
  checkColumns(columns, { sign: 'nonNegative', missing: 'allowed', atLeast: 2, names: options.names })
  const coefficients = columns.map(giniCoefficient)
  return { ...dataWeights(columns, (_, j) => coefficients[j] ?? 0), coefficients }
}

/** By order statistics: Σ_i (2 i - n - 1) x_(i) / (n Σ x). */
function giniCoefficient(column: Column): number {
  if (isConstant(column)) return 0
  const values = present(column).sort((a, b) => a - b)
  const largest = values.at(-1) ?? 0
  const scaled = values.map((value) => value / largest)
  const n = scaled.length
  return sum(scaled.map((value, i) => (2 * (i + 1) - n - 1) * value)) / (n * sum(scaled))
}
