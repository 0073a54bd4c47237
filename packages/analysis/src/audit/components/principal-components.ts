import { mean } from '../../numeric/mean.ts'
import { standardDeviation } from '../../numeric/standard-deviation.ts'
import { sum } from '../../numeric/sum.ts'
import { symmetricEigen } from '../../numeric/symmetric-eigen.ts'
import type { NamedColumn } from '../named-column.ts'
import { correlationsOf } from './correlations-of.ts'

/** What the components are of. */
export interface ComponentOptions {
  /**
   * `correlation` (unless told): every indicator counts alike. `covariance`: by its variance, for indicators in one unit
   * of measure.
   */
  readonly of?: 'correlation' | 'covariance'
}

/** One principal component. */
export interface Component {
  /** Variance of the component; of correlations, in units of one standardised indicator. */
  readonly eigenvalue: number
  /** Part of all variance, and the sum of these shares so far. */
  readonly share: number
  readonly cumulative: number
  /** Length m, of length 1: the indicators' coefficients. */
  readonly vector: readonly number[]
  /** Length m: correlations of the indicators with the component. */
  readonly loadings: readonly number[]
  /** Length n; NaN for a unit with a missing value. */
  readonly scores: Float64Array
}

/** All components, with loadings and scores. */
export interface PrincipalComponents {
  /** The m indicators. */
  readonly ids: readonly string[]
  /** By falling eigenvalue. */
  readonly components: readonly Component[]
  /** Components with an eigenvalue above the mean one, which is 1 for correlations (Kaiser). */
  readonly kaiser: number
  /** Indicators whose loading on the first component is negative: they run against the rest. */
  readonly against: readonly string[]
  /** Complete rows, on which all figures rest. */
  readonly rows: number
}

/**
 * Principal components of the correlation or covariance matrix.
 *
 * The sign of a component is free. Here the coefficient of largest size is positive (the first, when several are equally
 * large), so that the same data always give the same signs. Coefficients are no weights: they may be negative, which
 * `against` names; their squares sum to 1 and are none below 0.
 *
 * @param columns - m columns of length n; rows with a missing value are left out of all figures. Raw values turn by their
 *   `direction`.
 * @returns Components with shares of the variance, loadings, and scores of the values less their mean, standardised for
 *   correlations (divisor n - 1).
 * @throws FaultError ROWS_TOO_FEW - fewer than three complete rows.
 * @throws FaultError COLUMN_CONSTANT - a column does not vary on the complete rows, for each such column.
 * @throws FaultError COLUMNS_TOO_FEW, COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @see Jolliffe (2002), Principal component analysis, 2nd edition; OECD/JRC (2008), step 4
 * @example
 * const a = { id: 'a', values: Float64Array.of(1, 2, 3) }
 * const b = { id: 'b', values: Float64Array.of(2, 4, 6) }
 * principalComponents([a, b]).components.map(({ share }) => share) // [1, 0]
 */
export function principalComponents(
  columns: readonly NamedColumn[],
  { of = 'correlation' }: ComponentOptions = {},
): PrincipalComponents {
  const { columns: complete, rows, matrix: correlations } = correlationsOf(columns)
  const n = columns[0]?.values.length ?? 0
  const deviations = complete.map(({ values }) => standardDeviation(values))
  const scales = deviations.map((deviation) => (of === 'covariance' ? deviation : 1))
  const scaleOf = (item: number): number => scales[item] ?? NaN
  const matrix = correlations.map((row, j) => row.map((r, k) => r * scaleOf(j) * scaleOf(k)))
  const total = sum(scales.map((scale) => scale * scale))
  const centred = complete.map(({ values }, item) => standardise(values, (deviations[item] ?? NaN) / scaleOf(item)))
  const { values: eigenvalues, vectors } = symmetricEigen(matrix)
  let cumulative = 0
  const components = vectors.map((vector, index): Component => {
    const eigenvalue = Math.max(0, eigenvalues[index] ?? NaN)
    const share = eigenvalue / total
    cumulative = Math.min(1, cumulative + share)
    const scores = new Float64Array(n).fill(NaN)
    rows.forEach((row, at) => {
      scores[row] = sum(vector.map((coefficient, item) => coefficient * (centred[item]?.[at] ?? NaN)))
    })
    const loadings =
      of === 'correlation'
        ? vector.map((coefficient) => coefficient * Math.sqrt(eigenvalue))
        : correlations.map((row) => loadingOf(row, { vector, scales, eigenvalue }))
    return { eigenvalue, share, cumulative, vector, loadings, scores }
  })
  const middle = total / matrix.length
  return {
    ids: columns.map(({ id }) => id),
    components,
    kaiser: components.filter(({ eigenvalue }) => eigenvalue > middle * (1 + ROUNDING)).length,
    against: columns.filter((_, item) => (components[0]?.loadings[item] ?? 0) < 0).map(({ id }) => id),
    rows: rows.length,
  }
}

/** Eigenvalues of uncorrelated indicators are all the mean one and must not count by their last bits. */
const ROUNDING = 1e-9

/**
 * Correlation of an indicator with a component of covariances. Not its coefficient times root over deviation, which is the
 * same but for an indicator of small variance has few digits left.
 *
 * @param row - Correlations of the indicator with all.
 */
function loadingOf(
  row: readonly number[],
  {
    vector,
    scales,
    eigenvalue,
  }: { readonly vector: readonly number[]; readonly scales: readonly number[]; readonly eigenvalue: number },
): number {
  if (eigenvalue === 0) return 0
  return sum(row.map((r, item) => r * (scales[item] ?? NaN) * (vector[item] ?? NaN))) / Math.sqrt(eigenvalue)
}

function standardise(values: Float64Array, unit: number): Float64Array {
  const centre = mean(values)
  return values.map((value) => (value - centre) / unit)
}
