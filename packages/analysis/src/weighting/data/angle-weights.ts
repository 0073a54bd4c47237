import { present, type Column } from '../../numeric/column.ts'
import { extent } from '../../numeric/extent.ts'
import { isConstant } from '../../numeric/is-constant.ts'
import { sum } from '../../numeric/sum.ts'
import { checkColumns } from '../common/check-columns.ts'
import { dataWeights, type DataOptions, type DataWeights } from '../common/data-weights.ts'

/** Weights, with the angles. */
export interface AngleWeights extends DataWeights {
  /** In radians, from 0 for a constant indicator to below π / 2. */
  readonly angles: readonly number[]
}

/**
 * Angle weights: u_j is the angle between the column and a column of equal values, w_j = u_j / Σ u_k. Its tangent is the
 * coefficient of variation over n, which is how it is computed: the cosine loses half the digits of a small angle.
 *
 * @param columns - m columns of n units, none negative. Missing values are left out of their own column.
 * @returns Weights and angles of length m; constant indicators weigh 0. Directions change nothing.
 * @throws FaultError the faults of `checkColumns` (none negative, at least 2 values each) and `dataWeights`.
 * @see Shuai, Zongzhun, Yongji and Lei (2012), A new angular method to determine the objective weights, CCDC 2012; pymcdm
 *   1.4.0, `angle_weights`
 * @example angleWeights([[0, 1], [3, 3]]).angles // [Math.PI / 4, 0]
 */
export function angleWeights(columns: readonly Column[], options: DataOptions = {}): AngleWeights {
  checkColumns(columns, { sign: 'nonNegative', missing: 'allowed', atLeast: 2, names: options.names })
  const angles = columns.map(angleOf)
  return { ...dataWeights(columns, (_, j) => angles[j] ?? 0), angles }
}

function angleOf(column: Column): number {
  if (isConstant(column)) return 0
  const { max } = extent(column)
  const scaled = present(column).map((value) => value / max)
  const centre = sum(scaled) / scaled.length
  const squares = sum(scaled.map((value) => (value - centre) ** 2))
  return Math.atan2(Math.sqrt(squares / scaled.length), centre)
}
