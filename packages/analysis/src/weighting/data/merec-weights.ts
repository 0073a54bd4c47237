import { ln } from '@plumbline/kernel'
import type { Column } from '../../numeric/column.ts'
import { extent } from '../../numeric/extent.ts'
import { sum } from '../../numeric/sum.ts'
import { checkColumns, checkCount } from '../common/check-columns.ts'
import { dataWeights, type DataOptions, type DataWeights } from '../common/data-weights.ts'

/** Weights, with the effects of removal. */
export interface MerecWeights extends DataWeights {
  /** E_j, the sum over units of what leaving indicator j out changes. */
  readonly effects: readonly number[]
}

/**
 * MEREC weights, by the effect of leaving each indicator out. n_ij = min_j / x_ij (more is better) or x_ij / max_j (less
 * is better); S_i = ln(1 + Σ_k |ln n_ik| / m), S'_ij the same without k = j; E_j = Σ_i |S'_ij - S_i|; w_j = E_j / Σ E_k.
 *
 * @param columns - m columns of n units, all above 0, none missing: a unit's figure joins all its indicators.
 * @returns Weights and effects of length m; constant indicators weigh 0.
 * @throws FaultError the faults of `checkColumns` (positive, none missing, at least 2 values each) and `dataWeights`.
 * @see Keshavarz-Ghorabaee et al. (2021), Determination of objective weights using a new method based on the removal
 *   effects of criteria (MEREC), doi:10.3390/sym13040525
 * @example merecWeights([[1, 2], [7, 7]]).weights // [1, 0]
 */
export function merecWeights(columns: readonly Column[], options: DataOptions = {}): MerecWeights {
  const { directions, names } = options
  if (directions) checkCount('directions', directions.length, columns.length)
  checkColumns(columns, { sign: 'positive', missing: 'refused', atLeast: 2, names })
  const logs = columns.map((column, j) => {
    const best = ln(extent(column)[directions?.[j] === 'negative' ? 'max' : 'min'])
    return Array.from(column, (value) => Math.abs(ln(value) - best))
  })
  const m = columns.length
  const totals = Array.from(columns[0] ?? [], (_, unit) => sum(logs.map((column) => column[unit] ?? 0)))
  const effects = logs.map((column) => sum(column.map((own, unit) => Math.abs(removal(totals[unit] ?? 0, own, m)))))
  return { ...dataWeights(columns, (_, j) => effects[j] ?? 0), effects }
}

const removal = (total: number, own: number, m: number): number => ln(1 + total / m) - ln(1 + (total - own) / m)
