import { fault } from '@plumbline/kernel'
import { averageRanks } from '../../numeric/average-ranks.ts'
import { mean } from '../../numeric/mean.ts'
import { pearson } from '../../numeric/pearson.ts'
import { sum } from '../../numeric/sum.ts'
import { chiSquareUpper } from '../../numeric/tails.ts'
import { refuse, type NamedColumn } from '../named-column.ts'
import { completeRatings } from './ratings.ts'

/** The coefficient, with its test. */
export interface KendallW {
  /** From 0, no agreement, to 1, the same order by all; corrected for ties. */
  readonly w: number
  /** Without the correction. */
  readonly uncorrected: number
  /** Sum of squared distances of the rank sums from their mean, and the sum over raters of t^3 - t over their ties. */
  readonly squares: number
  readonly ties: number
  /** m (n - 1) W with n - 1 degrees of freedom: approximate, good from about n = 8 things ranked on. */
  readonly chiSquare: number
  readonly df: number
  readonly p: number
  /** Mean Spearman correlation between two raters; null where one of them ties everything. */
  readonly meanSpearman: number | null
  /** (m W - 1) / (m - 1): the same, if no rater ties anything. */
  readonly impliedSpearman: number
  /** Sum of the ranks of each thing, length n; NaN for one that not all have rated. */
  readonly rankSums: Float64Array
  readonly raters: number
  readonly rated: number
}

/**
 * Kendall's coefficient of concordance: how far raters put things in the same order.
 *
 * @param raters - One column a rater, each of length n (what is rated): ranks or scores, in the same sense for all. Ties
 *   share their mean rank. Whatever one rater has not rated is left out; `rated` counts the rest.
 * @throws FaultError RATERS_TOO_FEW - fewer than two raters.
 * @throws FaultError ROWS_TOO_FEW - fewer than two things that all have rated.
 * @throws FaultError RATINGS_ALL_TIED - every rater ties everything.
 * @throws FaultError COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @see Kendall and Babington Smith (1939), doi:10.1214/aoms/1177732186; Kendall and Gibbons (1990), chapter 6
 * @example
 * const a = { id: 'a', values: Float64Array.of(1, 2, 3) }
 * const b = { id: 'b', values: Float64Array.of(1, 2, 3) }
 * kendallW([a, b]).w // 1
 */
export function kendallW(raters: readonly NamedColumn[]): KendallW {
  const { columns, rows } = completeRatings(raters)
  const [m, n] = [columns.length, rows.length]
  const ranked = columns.map(({ values }) => averageRanks(values))
  const sums = rows.map((_, thing) => sum(ranked.map((ranks) => ranks[thing] ?? NaN)))
  const squares = sum(sums.map((total) => (total - (m * (n + 1)) / 2) * (total - (m * (n + 1)) / 2)))
  const ties = sum(ranked.map(tieCorrection))
  const most = m * m * (n * n * n - n)
  if (most - m * ties === 0) refuse([fault('RATINGS_ALL_TIED')])
  const w = (12 * squares) / (most - m * ties)
  const chiSquare = m * (n - 1) * w
  const rankSums = new Float64Array(raters[0]?.values.length ?? 0).fill(NaN)
  rows.forEach((row, thing) => {
    rankSums[row] = sums[thing] ?? NaN
  })
  const correlations = ranked.flatMap((a, index) => ranked.slice(index + 1).map((b) => pearson(a, b)))
  return {
    w,
    uncorrected: (12 * squares) / most,
    squares,
    ties,
    chiSquare,
    df: n - 1,
    p: chiSquareUpper(chiSquare, n - 1),
    impliedSpearman: (m * w - 1) / (m - 1),
    meanSpearman: correlations.some(Number.isNaN) ? null : mean(correlations),
    rankSums,
    raters: m,
    rated: n,
  }
}

/** Sum of t^3 - t over the groups of t equal ranks. */
function tieCorrection(ranks: readonly number[]): number {
  const sizes = new Map<number, number>()
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1)
  return sum([...sizes.values()].map((size) => size * size * size - size))
}
