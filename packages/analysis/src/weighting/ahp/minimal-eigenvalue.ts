import { fault, FaultError } from '@plumbline/kernel'
import { perron } from '../../numeric/perron.ts'
import type { Names } from '../common/names.ts'
import { toShares } from '../common/shares.ts'
import type { ComparisonMatrix } from './comparison-matrix.ts'
import { harkerPriorities, type IncompletePriorities } from './harker.ts'

/** A completed matrix. */
export interface Completion extends IncompletePriorities {
  /** The matrix with every missing judgement filled in. */
  readonly matrix: readonly (readonly number[])[]
}

const ROUNDS = 10_000
/** Fillings that move by less, relatively, stand still. */
const STILL = 1e-13

/**
 * Completes an incomplete matrix so that λ_max, and with it the inconsistency, is as small as it can be. λ_max is convex
 * in the logarithms of the missing judgements; at its minimum each is a_ij = √(v_j w_i / (v_i w_j)), w the right and v
 * the left Perron vector, which is iterated from Harker's solution.
 *
 * @param matrix - n x n comparisons; NaN is a judgement not given.
 * @throws FaultError AHP_COMPLETION_NOT_FOUND - no standstill after 10 000 rounds.
 * @throws FaultError the faults of `harkerPriorities`.
 * @see Bozóki, Fülöp and Rónyai (2010), On optimal completion of incomplete pairwise comparison matrices,
 *   doi:10.1016/j.mcm.2010.02.047
 * @example minimalEigenvalueCompletion([[1, 2, NaN], [1 / 2, 1, 2], [NaN, 1 / 2, 1]]).matrix[0]?.[2] // 4
 */
export function minimalEigenvalueCompletion(matrix: ComparisonMatrix, names?: Names): Completion {
  const { weights: start } = harkerPriorities(matrix, names)
  let filled = fill(matrix, (i, j) => (start[i] ?? NaN) / (start[j] ?? NaN))
  for (let round = 0; round < ROUNDS; round += 1) {
    const { vector: right, value } = perron(filled)
    const { vector: left } = perron(filled.map((_, i) => filled.map((row) => row[i] ?? NaN)))
    const balance = right.map((entry, i) => Math.sqrt(entry / (left[i] ?? NaN)))
    const next = fill(matrix, (i, j) => (balance[i] ?? NaN) / (balance[j] ?? NaN))
    if (near(filled, next)) {
      const n = matrix.length
      const lambdaMax = Math.max(n, value)
      return { weights: toShares(right), matrix: filled, lambdaMax, index: n > 1 ? (lambdaMax - n) / (n - 1) : 0 }
    }
    filled = next
  }
  throw new FaultError([fault('AHP_COMPLETION_NOT_FOUND', { rounds: ROUNDS })])
}

const fill = (matrix: ComparisonMatrix, value: (i: number, j: number) => number): number[][] =>
  matrix.map((row, i) => row.map((given, j) => (Number.isNaN(given) ? value(i, j) : given)))

const near = (a: ComparisonMatrix, b: ComparisonMatrix): boolean =>
  a.every((row, i) => row.every((value, j) => Math.abs(value / (b[i]?.[j] ?? NaN) - 1) < STILL))
