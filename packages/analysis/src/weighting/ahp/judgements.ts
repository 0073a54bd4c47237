import { ln } from '@plumbline/kernel'
import type { ComparisonMatrix } from './comparison-matrix.ts'
import { consistency, type RandomIndex } from './consistency.ts'
import { harkerPriorities } from './harker.ts'
import { eigenvectorPriorities } from './eigenvector.ts'
import type { Names } from '../common/names.ts'

/** One judgement, and what would become of the consistency ratio if it were another. */
export interface JudgementReview {
  readonly row: number
  readonly column: number
  readonly given: number
  /** |ln (a_ij w_j / w_i)|: how far the judgement is from what all of them together say. 0 when it fits. */
  readonly logError: number
  /** w_i / w_j, what all judgements together say. */
  readonly fitted: number
  readonly ratioIfFitted: number
  /** w_i / w_j of the others alone, this judgement left out: the value that fits them best. */
  readonly implied: number
  readonly ratioIfImplied: number
  /** `implied` on the scale 1/9 ... 9 that experts answer on. */
  readonly onScale: number
  readonly ratioIfOnScale: number
}

/** Whose random index is read, and the names for faults. */
export interface ReviewOptions {
  readonly randomIndex?: RandomIndex
  readonly names?: Names
}

const SCALE = [9, 8, 7, 6, 5, 4, 3, 2].map((value) => 1 / value).concat([1, 2, 3, 4, 5, 6, 7, 8, 9])
/** Errors this near each other are equal, and the judgement that stands first comes first. */
const ROUNDING = 1e-12

/**
 * Every judgement above the diagonal, the one that hurts most first, each with its repair. Against eigenvector priorities.
 *
 * @param matrix - n x n comparisons, none missing.
 * @returns n (n - 1) / 2 reviews, largest `logError` first; equal ones by row, then column.
 * @throws FaultError the faults of `checkComparison`.
 * @throws FaultError AHP_RANDOM_INDEX_UNKNOWN - no random index for this order.
 * @see Saaty (2003), Decision-making with the AHP: why is the principal eigenvector necessary,
 *   doi:10.1016/S0377-2217(02)00227-8; Harker (1987), doi:10.1016/0270-0255(87)90503-3
 * @example reviewJudgements([[1, 2, 8], [1 / 2, 1, 2], [1 / 8, 1 / 2, 1]])[0]?.implied // 4
 */
export function reviewJudgements(matrix: ComparisonMatrix, options: ReviewOptions = {}): JudgementReview[] {
  const weights = eigenvectorPriorities(matrix, options.names)
  const reviews = matrix.flatMap((row, i) =>
    row.slice(i + 1).map((given, k): JudgementReview => {
      const pair = { i, j: i + 1 + k }
      const fitted = ratio(weights, pair)
      const implied =
        matrix.length < 3 ? given : ratio(harkerPriorities(withJudgement(matrix, pair, NaN)).weights, pair)
      const onScale = nearestOnScale(implied)
      const ratioIf = (value: number) => ratioOf(withJudgement(matrix, pair, value), options.randomIndex)
      return {
        row: pair.i,
        column: pair.j,
        given,
        logError: Math.abs(ln(given) - ln(fitted)),
        fitted,
        ratioIfFitted: ratioIf(fitted),
        implied,
        ratioIfImplied: ratioIf(implied),
        onScale,
        ratioIfOnScale: ratioIf(onScale),
      }
    }),
  )
  return reviews.sort((a, b) => (Math.abs(b.logError - a.logError) <= ROUNDING ? 0 : b.logError - a.logError))
}

interface PairOf {
  readonly i: number
  readonly j: number
}

const ratio = (weights: readonly number[], { i, j }: PairOf): number => (weights[i] ?? NaN) / (weights[j] ?? NaN)

const ratioOf = (matrix: ComparisonMatrix, randomIndex: RandomIndex | undefined): number =>
  consistency(matrix, eigenvectorPriorities(matrix), randomIndex).ratio

function withJudgement(matrix: ComparisonMatrix, { i, j }: PairOf, value: number): number[][] {
  return matrix.map((row, r) =>
    row.map((old, c) => {
      if (r === i && c === j) return value
      return r === j && c === i ? 1 / value : old
    }),
  )
}

function nearestOnScale(value: number): number {
  const distance = (step: number): number => Math.abs(ln(step) - ln(value))
  return SCALE.reduce((best, step) => (distance(step) < distance(best) - ROUNDING ? step : best))
}
