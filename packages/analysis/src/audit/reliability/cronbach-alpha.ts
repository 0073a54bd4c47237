import { fault } from '@plumbline/kernel'
import { collinear } from '../../numeric/collinear.ts'
import { covariance } from '../../numeric/covariance.ts'
import { invertPositiveDefinite } from '../../numeric/cholesky.ts'
import { correlationMatrix } from '../../numeric/correlation-matrix.ts'
import { sum } from '../../numeric/sum.ts'
import { completeRows, directedColumns, refuse, refuseConstant, type NamedColumn } from '../named-column.ts'

/** What one item does to the coefficient. */
export interface ItemAnalysis {
  readonly id: string
  /** Correlation with the sum of all items, and with the sum of the others. Null where that sum does not vary. */
  readonly totalCorrelation: number | null
  readonly restCorrelation: number | null
  /** Alpha of the others. Null with two items: one alone has none. */
  readonly alphaIfDropped: number | null
  /** True when it runs against the others: its direction may be wrong, or it measures something else. */
  readonly against: boolean
}

/** The coefficient, with its items. */
export interface CronbachAlpha {
  /** Of the covariances; with items on different scales the widest one rules. */
  readonly alpha: number
  /** Of the correlations, as if all items had the same spread. Null where the sum of such items would not vary. */
  readonly standardised: number | null
  readonly meanCorrelation: number
  /** Guttman's lambda-6, of the correlations. Null where an item is a mixture of others. */
  readonly lambda6: number | null
  readonly items: readonly ItemAnalysis[]
  /** Rows in which every item has a value. */
  readonly completeRows: number
}

/**
 * Cronbach's alpha, alpha = k / (k - 1) (1 - sum of variances / variance of the sum), and what each item does to it.
 *
 * @param items - k columns of length n, of one pillar. Raw values turn by their `direction`; without that, an indicator
 *   where less is better would pull alpha down though it agrees.
 * @param missing - `pairwise` (unless said): each covariance over the rows in which both have a value. `complete`: all of
 *   them over the rows in which every item has a value.
 * @throws FaultError COLUMNS_TOO_FEW - fewer than two items.
 * @throws FaultError ROWS_TOO_FEW - `complete`, and fewer than two complete rows.
 * @throws FaultError COLUMN_CONSTANT - an item does not vary, for each such item.
 * @throws FaultError PAIR_NOT_COMPARABLE - two items have too few common rows, or one is constant on them.
 * @throws FaultError TOTAL_CONSTANT - the sum of the items does not vary.
 * @throws FaultError COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @see Cronbach (1951), doi:10.1007/BF02310555; Guttman (1945), doi:10.1007/BF02288892; OECD/JRC (2008), step 4
 * @example
 * cronbachAlpha([{ id: 'a', values: Float64Array.of(1, 2, 3) }, { id: 'b', values: Float64Array.of(1, 2, 3) }]).alpha // 1
 */
export function cronbachAlpha(
  items: readonly NamedColumn[],
  missing: 'pairwise' | 'complete' = 'pairwise',
): CronbachAlpha {
  const directed = directedColumns(items, 2)
  const complete = completeRows(directed, missing === 'complete' ? 2 : 0)
  const columns = missing === 'complete' ? complete.columns : directed
  refuseConstant(columns)
  const covariances = columns.map((a) => columns.map((b) => covariance(a.values, b.values)))
  const correlations = correlationMatrix(
    columns.map(({ values }) => values),
    'pearson',
  )
  refuseUncorrelated(columns, correlations)
  const total = sum(covariances.flat())
  const trace = sum(covariances.map((row, j) => row[j] ?? NaN))
  if (!(total > trace * NOTHING)) refuse([fault('TOTAL_CONSTANT', { indicators: items.map(({ id }) => id) })])
  const meanCorrelation = mean(offDiagonal(correlations))
  const standardisedTotal = 1 + (items.length - 1) * meanCorrelation
  return {
    alpha: alphaOf(covariances) ?? NaN,
    standardised: standardisedTotal > NOTHING ? (items.length * meanCorrelation) / standardisedTotal : null,
    meanCorrelation,
    lambda6: lambda6(correlations),
    items: columns.map(({ id }, item) => ({ id, ...analyse(covariances, item) })),
    completeRows: complete.rows.length,
  }
}

/** A sum whose variance is this small beside that of its items is rounding noise. */
const NOTHING = 1e-12

const mean = (values: readonly number[]): number => sum(values) / values.length

const offDiagonal = (matrix: readonly (readonly number[])[]): number[] =>
  matrix.flatMap((row, j) => row.filter((_, k) => k !== j))

function alphaOf(covariances: readonly (readonly number[])[]): number | null {
  const k = covariances.length
  if (k < 2) return null
  const total = sum(covariances.flat())
  const between = sum(offDiagonal(covariances))
  return total > 0 ? ((k / (k - 1)) * between) / total : null
}

function analyse(covariances: readonly (readonly number[])[], item: number): Omit<ItemAnalysis, 'id'> {
  const row = covariances[item] ?? []
  const own = row[item] ?? NaN
  const others = covariances.filter((_, j) => j !== item).map((line) => line.filter((_, k) => k !== item))
  const withRest = sum(row.filter((_, k) => k !== item))
  const restVariance = sum(others.flat())
  const restCorrelation = ratio(withRest, own * restVariance)
  return {
    totalCorrelation: ratio(withRest + own, own * sum(covariances.flat())),
    restCorrelation,
    alphaIfDropped: alphaOf(others),
    against: (restCorrelation ?? 0) < 0,
  }
}

const ratio = (covarianceOf: number, squares: number): number | null =>
  squares > 0 ? covarianceOf / Math.sqrt(squares) : null

/** 1 - sum of what the other items cannot explain of each / variance of the sum of the standardised items. */
function lambda6(correlations: readonly (readonly number[])[]): number | null {
  if (collinear(correlations).length > 0) return null
  const { inverse } = invertPositiveDefinite(correlations)
  return 1 - sum(inverse.map((row, j) => 1 / (row[j] ?? NaN))) / sum(correlations.flat())
}

function refuseUncorrelated(columns: readonly NamedColumn[], correlations: readonly (readonly number[])[]): void {
  refuse(
    columns.flatMap(({ id }, j) =>
      columns
        .slice(j + 1)
        .filter((_, k) => Number.isNaN(correlations[j]?.[j + 1 + k] ?? NaN))
        .map((other) => fault('PAIR_NOT_COMPARABLE', { other: other.id }, { id })),
    ),
  )
}
