import type { Column } from '../../numeric/column.ts'
import { checkColumns } from '../common/check-columns.ts'
import { completeUnits } from '../common/complete-units.ts'
import { components } from '../common/components.ts'
import { constantColumns, dataWeights, type DataOptions, type DataWeights } from '../common/data-weights.ts'

/** Weights, with the share of the component. */
export interface PrincipalComponentWeights extends DataWeights {
  /** Share of the variance of the indicators that vary which the first component explains. */
  readonly explained: number
  readonly unitsUsed: number
}

/**
 * First principal component weights: w_j = v_j², v the first eigenvector of the correlation matrix. The entries
 * themselves may be negative and are no weights; their squares sum to 1. Direction and unit of measure do not matter.
 *
 * @param columns - m columns of n units, any finite values. Units with a missing value are left out whole.
 * @returns Weights of length m; constant indicators weigh 0.
 * @throws FaultError WEIGHTS_TOO_FEW_COMPLETE_UNITS - fewer than 2 units have every indicator.
 * @throws FaultError WEIGHTS_NOT_COMPUTABLE - a correlation left the range of double precision.
 * @throws FaultError the faults of `checkColumns` (at least 2 values each) and `dataWeights`.
 * @see OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6, doi:10.1787/9789264043466-en
 * @example principalComponentWeights([[1, 2, 3], [6, 4, 2]]).weights // [0.5, 0.5]
 */
export function principalComponentWeights(
  columns: readonly Column[],
  options: DataOptions = {},
): PrincipalComponentWeights {
  checkColumns(columns, { sign: 'any', missing: 'allowed', atLeast: 2, names: options.names })
  const { columns: complete, unitsUsed } = completeUnits(columns)
  const constant = constantColumns(complete)
  const varying = complete.filter((_, j) => !constant.includes(j))
  const { values, vectors } = components(varying)
  const entries = (vectors[0] ?? []).values()
  const squares = complete.map((_, j) => (constant.includes(j) ? 0 : square(entries.next().value ?? 0)))
  return {
    ...dataWeights(complete, (_, j) => squares[j] ?? 0),
    explained: (values[0] ?? 0) / varying.length,
    unitsUsed,
  }
}

const square = (value: number): number => value * value
