import { fault, FaultError } from '@plumbline/kernel'
import type { Column } from '../../numeric/column.ts'
import { sum } from '../../numeric/sum.ts'
import type { Eigen } from '../../numeric/symmetric-eigen.ts'
import { varimax } from '../../numeric/varimax.ts'
import { checkColumns } from '../common/check-columns.ts'
import { completeUnits } from '../common/complete-units.ts'
import { components } from '../common/components.ts'
import { constantColumns, dataWeights, type DataOptions, type DataWeights } from '../common/data-weights.ts'

/** How many factors are kept. */
export interface FactorOptions extends DataOptions {
  /**
   * Factors kept: `kaiser` those with an eigenvalue of at least 1; `oecd` the first ones that each explain over 10 % of
   * the variance, and on until 60 % is explained; or their number.
   */
  readonly factors?: 'kaiser' | 'oecd' | number
}

/** Weights, with the factors. */
export interface FactorWeights extends DataWeights {
  /** Of the correlation matrix of the indicators that vary, largest first. */
  readonly eigenvalues: readonly number[]
  /** Rotated, one row per indicator, one column per kept factor; 0 for a constant indicator. */
  readonly loadings: readonly (readonly number[])[]
  /** Sum of squared rotated loadings of each kept factor. */
  readonly explained: readonly number[]
  /** Per indicator: the factor, from 0, on which it loads most. */
  readonly dominant: readonly number[]
  /** Units with a value for every indicator; the others take no part. */
  readonly unitsUsed: number
}

/** An eigenvalue of 1 in theory may be this much below it in arithmetic. */
const ROUNDING = 1e-9

/**
 * Factor weights of the OECD handbook (after Nicoletti, Scarpetta and Boylaud): principal components of the correlation
 * matrix, varimax rotation of those kept, then w_j ∝ the squared loading of indicator j on the factor where it loads
 * most. Direction and unit of measure do not matter.
 *
 * The weights correct for overlap between correlated indicators; they say nothing about importance. Where eigenvalues
 * tie, the factors, and so the weights, are not unique.
 *
 * @param columns - m columns of n units, any finite values. Units with a missing value are left out whole.
 * @returns Weights of length m; constant indicators weigh 0.
 * @throws FaultError WEIGHTS_TOO_FEW_COMPLETE_UNITS - fewer than 2 units have every indicator.
 * @throws FaultError WEIGHTS_FACTORS_OUT_OF_RANGE - `factors` is no integer from 1 to the number that vary.
 * @throws FaultError WEIGHTS_NOT_COMPUTABLE - a correlation left the range of double precision.
 * @throws FaultError the faults of `checkColumns` (at least 2 values each) and `dataWeights`.
 * @see OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6, doi:10.1787/9789264043466-en;
 *   Nicoletti, Scarpetta and Boylaud (2000), doi:10.1787/215182844604
 * @example factorWeights([[1, 2, 3], [2, 4, 6]]).weights // [0.5, 0.5]
 */
export function factorWeights(columns: readonly Column[], options: FactorOptions = {}): FactorWeights {
  checkColumns(columns, { sign: 'any', missing: 'allowed', atLeast: 2, names: options.names })
  const { columns: complete, unitsUsed } = completeUnits(columns)
  const constant = constantColumns(complete)
  const varying = complete.filter((_, j) => !constant.includes(j))
  const eigen = components(varying)
  const kept = keptFactors(eigen.values, options.factors ?? 'kaiser')
  const rotated = varimax(varying.map((_, j) => unrotated(eigen, j, kept)))

  const rows = rotated.values()
  const none = Array.from({ length: kept }, () => 0)
  const loadings = complete.map((_, j) => (constant.includes(j) ? none : (rows.next().value ?? none)))
  const squared = loadings.map((row) => row.map((loading) => loading * loading))
  return {
    ...dataWeights(complete, (_, j) => Math.max(...(squared[j] ?? []))),
    eigenvalues: eigen.values,
    loadings,
    explained: none.map((_, f) => sum(squared.map((row) => row[f] ?? 0))),
    dominant: squared.map((row) => row.indexOf(Math.max(...row))),
    unitsUsed,
  }
}

/** Loadings of variable j on the first components: eigenvector entry times the root of the eigenvalue. */
const unrotated = ({ values, vectors }: Eigen, j: number, kept: number): number[] =>
  vectors.slice(0, kept).map((vector, f) => (vector[j] ?? 0) * Math.sqrt(Math.max(0, values[f] ?? 0)))

function keptFactors(eigenvalues: readonly number[], rule: 'kaiser' | 'oecd' | number): number {
  const m = eigenvalues.length
  if (rule === 'kaiser') return eigenvalues.filter((value) => value >= 1 - ROUNDING).length
  if (rule === 'oecd') {
    const cumulative = eigenvalues.map((_, k) => sum(eigenvalues.slice(0, k + 1)) / m)
    const largeEnough = eigenvalues.filter((value) => value / m > 0.1).length
    return Math.max(largeEnough, cumulative.findIndex((share) => share >= 0.6 - ROUNDING) + 1)
  }
  if (m > 0 && !(Number.isInteger(rule) && rule >= 1 && rule <= m)) {
    throw new FaultError([fault('WEIGHTS_FACTORS_OUT_OF_RANGE', { found: rule, most: m })])
  }
  return rule
}
