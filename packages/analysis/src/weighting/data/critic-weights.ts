import { fault, FaultError, type Fault } from '@plumbline/kernel'
import type { Column } from '../../numeric/column.ts'
import { correlationMatrix } from '../../numeric/correlation-matrix.ts'
import type { CorrelationKind } from '../../numeric/correlation.ts'
import { standardDeviation } from '../../numeric/standard-deviation.ts'
import { sum } from '../../numeric/sum.ts'
import { checkColumns, checkCount } from '../common/check-columns.ts'
import { dataWeights, type DataOptions, type DataWeights } from '../common/data-weights.ts'
import { indicatorName, placeOf, type Names } from '../common/names.ts'
import { minMax } from './min-max.ts'

/** Names and directions of the columns, and which correlation. */
export interface CriticOptions extends DataOptions {
  readonly correlation?: CorrelationKind
  /** `signed` is the method; `absolute` takes 1 - |r|, so that an opposed indicator counts as redundant too. */
  readonly conflict?: 'signed' | 'absolute'
}

/** Weights, with contrast and conflict. */
export interface CriticWeights extends DataWeights {
  /** s_j of the min-max column, divisor n - 1; 0 for a constant indicator. */
  readonly contrasts: readonly number[]
  /** Σ_k (1 - r_jk) over the indicators that vary. */
  readonly conflicts: readonly number[]
}

/** Correlations this near to 1 are 1: the rest is rounding. */
const ROUNDING = 1e-12

/**
 * CRITIC weights: C_j = s_j Σ_k (1 - r_jk) on min-max columns turned so that more is better; w_j = C_j / Σ C_k.
 *
 * Direction matters: turning an indicator round changes the sign of its correlations, so a cost and a benefit that say
 * the same are redundant and not opposed. Tools that leave directions out give other weights as soon as they are mixed.
 *
 * @param columns - m columns of n units, any finite values. Correlations are pairwise over the rows both have.
 * @returns Weights of length m; constant indicators weigh 0 and take no part in the conflicts of the others.
 * @throws FaultError WEIGHTS_OVERLAP_TOO_SMALL - two indicators that vary have no correlation on the rows both have.
 * @throws FaultError WEIGHTS_ALL_ZERO - all indicators that vary say exactly the same.
 * @throws FaultError the faults of `checkColumns` (at least 2 values each) and `dataWeights`.
 * @see Diakoulaki, Mavrotas and Papayannakis (1995), Determining objective weights in multiple criteria problems: the
 *   CRITIC method, doi:10.1016/0305-0548(94)00059-H
 * @example criticWeights([[1, 2, 3], [3, 1, 2]]).weights // [0.5, 0.5]
 */
export function criticWeights(columns: readonly Column[], options: CriticOptions = {}): CriticWeights {
  const { directions, names, correlation = 'pearson', conflict = 'signed' } = options
  if (directions) checkCount('directions', directions.length, columns.length)
  checkColumns(columns, { sign: 'any', missing: 'allowed', atLeast: 2, names })
  const oriented = columns.map((column, j) => minMax(column, directions?.[j] ?? 'positive'))
  const contrasts = oriented.map(standardDeviation)
  const r = correlationMatrix(oriented, correlation)
  const conflicts = r.map((row, j) =>
    sum(row.map((value, k) => (k === j || contrasts[j] === 0 || contrasts[k] === 0 ? 0 : gap(value, conflict)))),
  )
  if (conflicts.some(Number.isNaN)) throw new FaultError(overlapFaults(r, contrasts, names))
  return { ...dataWeights(columns, (_, j) => (contrasts[j] ?? 0) * (conflicts[j] ?? 0)), contrasts, conflicts }
}

function gap(r: number, conflict: 'signed' | 'absolute'): number {
  const distance = 1 - (conflict === 'signed' ? r : Math.abs(r))
  return distance < ROUNDING ? 0 : distance
}

function overlapFaults(r: readonly (readonly number[])[], contrasts: readonly number[], names?: Names): Fault[] {
  return r.flatMap((row, j) =>
    row.flatMap((value, k) =>
      k < j && Number.isNaN(value) && contrasts[j] !== 0 && contrasts[k] !== 0
        ? [fault('WEIGHTS_OVERLAP_TOO_SMALL', { other: indicatorName(k, names) }, placeOf(names, j))]
        : [],
    ),
  )
}
