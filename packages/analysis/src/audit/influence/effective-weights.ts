import { fault } from '@plumbline/kernel'
import { covariance } from '../../numeric/covariance.ts'
import { isConstant } from '../../numeric/is-constant.ts'
import { pearson } from '../../numeric/pearson.ts'
import { sum } from '../../numeric/sum.ts'
import { variance } from '../../numeric/variance.ts'
import { completeRows, directedColumns, refuse, type NamedColumn } from '../named-column.ts'
import { thresholdFaults } from '../threshold.ts'
import { correlationRatio } from './correlation-ratio.ts'

/** A part of the index: a column of scores and the weight it nominally has. */
export interface WeightedColumn extends NamedColumn {
  /** On any scale; not below 0. */
  readonly weight: number
}

/** What one part counts for in the data. */
export interface EffectiveWeight {
  readonly id: string
  /** Its weight over the sum of the weights. */
  readonly nominal: number
  /** Cov(w x, index) / Var(index): its share in the differences between units. May be negative. */
  readonly covarianceShare: number
  /** Squared correlation with the index: what it would explain alone along a line. */
  readonly squaredCorrelation: number
  /** Correlation ratio: what it would explain alone along any curve; see `correlationRatio`. Null below four rows. */
  readonly correlationRatio: number | null
  /** `silent`: moves the index far less than its weight says. `dominant`: far more. `reversed`: against it. */
  readonly flag: 'silent' | 'dominant' | 'reversed' | null
}

/** What every part counts for in the data. */
export interface EffectiveWeights {
  readonly parts: readonly EffectiveWeight[]
  /** Sum of the covariance shares: 1 when the index is the weighted mean of the parts, up to rounding. */
  readonly total: number
  /** Rows used: those in which the index and every part have a value. */
  readonly rows: number
}

/**
 * Effective against nominal weights. With a weight of 20 % an indicator may decide half of the differences between units,
 * or none: it depends on how much it varies and with what it correlates.
 *
 * @param parts - m columns of scores, each of length n, with their nominal weights.
 * @param index - The index they make up, of length n.
 * @param options - `silent` 0.5 and `dominant` 2 unless said: shares below and above these multiples of the nominal weight
 *   are flagged.
 * @returns In the order of the parts. Complete rows only, since shares of different rows do not sum up. A part that does
 *   not vary has shares of 0.
 * @throws FaultError TREE_WEIGHT - a weight is below 0 or not finite; TREE_WEIGHTS_ZERO - all are 0.
 * @throws FaultError ROWS_TOO_FEW - fewer than three complete rows.
 * @throws FaultError COLUMN_CONSTANT - the index does not vary.
 * @throws FaultError THRESHOLD_OUT_OF_RANGE - `silent` outside 0 to 1, `dominant` below 1.
 * @throws FaultError COLUMNS_TOO_FEW, COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @see Paruolo, Saisana and Saltelli (2013), Ratings and rankings: voodoo or science?,
 *   doi:10.1111/j.1467-985X.2012.01059.x
 * @example
 * const a = { id: 'a', values: Float64Array.of(0, 10, 20), weight: 1 }
 * const b = { id: 'b', values: Float64Array.of(5, 5, 5), weight: 1 }
 * const index = { id: 'index', values: Float64Array.of(2.5, 7.5, 12.5) }
 * effectiveWeights([a, b], index).parts.map((part) => part.covarianceShare) // [1, 0]
 */
export function effectiveWeights(
  parts: readonly WeightedColumn[],
  index: NamedColumn,
  { silent = 0.5, dominant = 2 }: { readonly silent?: number; readonly dominant?: number } = {},
): EffectiveWeights {
  const total = sum(parts.map(({ weight }) => weight))
  refuse([
    ...thresholdFaults({ silent }, { least: 0, most: 1 }),
    ...thresholdFaults({ dominant }, { least: 1, most: Infinity }),
    ...parts
      .filter(({ weight }) => !(weight >= 0 && weight < Infinity))
      .map(({ id, weight }) => fault('TREE_WEIGHT', { weight: String(weight) }, { id })),
    ...(parts.length > 0 && total === 0 ? [fault('TREE_WEIGHTS_ZERO', {}, { id: index.id })] : []),
  ])
  const { columns, rows } = completeRows(directedColumns([index, ...parts], 2), 3)
  const scores = columns[0]?.values ?? new Float64Array()
  if (isConstant(scores)) refuse([fault('COLUMN_CONSTANT', {}, { id: index.id })])
  const spread = variance(scores)
  const shares = parts.map((part, at): EffectiveWeight => {
    const values = columns[at + 1]?.values ?? new Float64Array()
    const nominal = part.weight / total
    const figures = isConstant(values)
      ? { covarianceShare: 0, squaredCorrelation: 0, correlationRatio: values.length < 4 ? null : 0 }
      : {
          covarianceShare: (nominal * covariance(values, scores)) / spread,
          squaredCorrelation: pearson(values, scores) * pearson(values, scores),
          correlationRatio: correlationRatio(values, scores),
        }
    return { id: part.id, nominal, ...figures, flag: flag(figures.covarianceShare, nominal, { silent, dominant }) }
  })
  return { parts: shares, total: sum(shares.map(({ covarianceShare }) => covarianceShare)), rows: rows.length }
}

function flag(
  share: number,
  nominal: number,
  { silent, dominant }: { readonly silent: number; readonly dominant: number },
): EffectiveWeight['flag'] {
  if (share < 0) return 'reversed'
  if (share > dominant * nominal) return 'dominant'
  return share < silent * nominal ? 'silent' : null
}
