import { fault, FaultError } from '@plumbline/kernel'
import { exp, ln } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'
import type { ComparisonMatrix } from './comparison-matrix.ts'
import { geometricMeanPriorities } from './geometric-mean.ts'

/**
 * Random indices: the mean consistency index of random matrices of order 1, 2, ... 15, by who simulated them.
 *
 * @see Saaty (1980), The Analytic Hierarchy Process; the revised table as Saaty printed it later;
 *   Tummala and Ling (1998), Journal of Multi-Criteria Decision Analysis 7
 */
export const RANDOM_INDICES = {
  saaty1980: [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  saatyRevised: [0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
  tummalaLing1998: [
    0, 0, 0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882, 1.5117, 1.5356, 1.5571, 1.5714, 1.5831,
  ],
} as const

/** A table, or the index itself for an order the tables do not have. */
export type RandomIndex = keyof typeof RANDOM_INDICES | number

/** How far judgements contradict each other. */
export interface Consistency {
  /** Mean of (A w)_i / w_i; n when consistent, above n otherwise. */
  readonly lambdaMax: number
  /** (λ_max - n) / (n - 1). */
  readonly index: number
  /** Index over random index; up to 0.1 is customarily accepted. 0 for one or two indicators. */
  readonly ratio: number
  /** GCI; customary limits 0.3147 (n = 3), 0.3526 (n = 4), 0.370 (n > 4). 0 for one or two indicators. */
  readonly geometric: number
  /** K, from 0: the worst triad's 1 - min(a_ik / (a_ij a_jk), its inverse). */
  readonly koczkodaj: number
}

/** Triads whose logarithms close this well are consistent: 1/3 times 3 is not exact in binary. */
const ROUNDING = 1e-12

/**
 * How far judgements contradict each other.
 *
 * @param matrix - n x n comparisons, checked already, none missing.
 * @param weights - Priorities from them, length n.
 * @throws FaultError AHP_RANDOM_INDEX_UNKNOWN - the table ends before order n (15): give the number.
 * @see Saaty (1977), doi:10.1016/0022-2496(77)90033-5; Aguarón and Moreno-Jiménez (2003), doi:10.1016/S0377-2217(02)00255-2;
 *   Koczkodaj (1993), doi:10.1016/0895-7177(93)90059-8
 * @example consistency([[1, 2], [0.5, 1]], [2 / 3, 1 / 3]).ratio // 0
 */
export function consistency(
  matrix: ComparisonMatrix,
  weights: readonly number[],
  randomIndex: RandomIndex = 'saaty1980',
): Consistency {
  const n = matrix.length
  const random = typeof randomIndex === 'number' ? randomIndex : RANDOM_INDICES[randomIndex][n - 1]
  if (random === undefined || (n > 2 && !(random > 0))) {
    throw new FaultError([fault('AHP_RANDOM_INDEX_UNKNOWN', { order: n, most: RANDOM_INDICES.saaty1980.length })])
  }
  const worst = worstTriad(matrix)
  if (n < 3 || worst <= ROUNDING) return { lambdaMax: n, index: 0, ratio: 0, geometric: 0, koczkodaj: 0 }
  const ratios = matrix.map((row, i) => sum(row.map((value, j) => value * (weights[j] ?? NaN))) / (weights[i] ?? NaN))
  const lambdaMax = Math.max(n, sum(ratios) / n)
  const index = (lambdaMax - n) / (n - 1)
  return { lambdaMax, index, ratio: index / random, geometric: geometricIndex(matrix), koczkodaj: 1 - exp(-worst) }
}

/** Largest |ln a_ij + ln a_jk - ln a_ik|. */
function worstTriad(matrix: ComparisonMatrix): number {
  const logs = matrix.map((row) => row.map(ln))
  let worst = 0
  logs.forEach((row, i) => {
    row.forEach((ij, j) => {
      row.forEach((ik, k) => {
        if (i < j && j < k) worst = Math.max(worst, Math.abs(ij + (logs[j]?.[k] ?? NaN) - ik))
      })
    })
  })
  return worst
}

/** GCI = 2 / ((n - 1) (n - 2)) Σ_{i<j} ln²(a_ij w_j / w_i), w the geometric means. */
function geometricIndex(matrix: ComparisonMatrix): number {
  const n = matrix.length
  const logs = geometricMeanPriorities(matrix).map(ln)
  const errors = matrix.flatMap((row, i) =>
    row.slice(i + 1).map((value, k) => square(ln(value) + (logs[i + 1 + k] ?? NaN) - (logs[i] ?? NaN))),
  )
  return (2 * sum(errors)) / ((n - 1) * (n - 2))
}

const square = (value: number): number => value * value
