import { ln } from '@plumbline/kernel'
import { present, type Column } from '../../numeric/column.ts'
import { extent } from '../../numeric/extent.ts'
import { isConstant } from '../../numeric/is-constant.ts'
import { sum } from '../../numeric/sum.ts'
import { checkColumns, checkCount } from '../common/check-columns.ts'
import { dataWeights, type DataOptions, type DataWeights } from '../common/data-weights.ts'

/** Weights, with the entropies. */
export interface EntropyWeights extends DataWeights {
  /** e_j, from 0 to 1; 1 for a constant indicator. */
  readonly entropies: readonly number[]
}

/**
 * Entropy weights (熵权法): p_ij = x_ij / Σ_i x_ij, e_j = -Σ_i p_ij ln p_ij / ln n, w_j = (1 - e_j) / Σ_k (1 - e_k).
 *
 * With directions, a negative indicator enters as 1 / x. Without, every column enters as it is; give normalised columns
 * then. A value of 0 adds nothing to the entropy (p ln p has the limit 0).
 *
 * @param columns - m columns of n units, none negative; above 0 for a negative direction. Missing values are left out
 *   and n is the number that is there.
 * @returns Weights and entropies of length m; constant indicators, all zero among them, weigh 0.
 * @throws FaultError the faults of `checkColumns` (at least 2 values each) and `dataWeights`.
 * @see Shannon (1948), doi:10.1002/j.1538-7305.1948.tb01338.x; Hwang and Yoon (1981), Multiple Attribute Decision Making,
 *   doi:10.1007/978-3-642-48318-9
 * @example entropyWeights([[1, 1, 2], [5, 5, 5]]).weights // [1, 0]
 */
export function entropyWeights(columns: readonly Column[], options: DataOptions = {}): EntropyWeights {
  const { directions, names } = options
  if (directions) checkCount('directions', directions.length, columns.length)
  const signs = columns.map((_, j) => (directions?.[j] === 'negative' ? 'positive' : 'nonNegative'))
  checkColumns(columns, { sign: signs, missing: 'allowed', atLeast: 2, names })
  const entropies = columns.map((column, j) => entropyOf(directions?.[j] === 'negative' ? inverted(column) : column))
  return { ...dataWeights(columns, (_, j) => 1 - (entropies[j] ?? 1)), entropies }
}

/** 1 / x up to a factor, which shares do not see. */
function inverted(column: Column): number[] {
  const { min } = extent(column)
  return Array.from(column, (value) => min / value)
}

function entropyOf(column: Column): number {
  if (isConstant(column)) return 1
  const values = present(column)
  const { max } = extent(column)
  const total = sum(values.map((value) => value / max))
  const terms = values.map((value) => value / max / total).map((share) => (share > 0 ? share * ln(share) : 0))
  return Math.min(1, Math.max(0, -sum(terms) / ln(values.length)))
}
