import { isZero } from '../numeric/grid.ts'
import { at, type Aggregator, type CountedRow } from './row.ts'

/** The adjusted index has its indicators on 70 to 130; so far below 0 on 0 to 100 lies the zero of that scale. */
const ADJUSTED_OFFSET = 70 / 0.6

/** Weighted mean and variance of a row's scores. */
export function spreadOf(row: CountedRow): { readonly mean: number; readonly variance: number } {
  let mean = 0
  for (let i = 0; i < row.size; i++) mean += at(row.weight, i) * at(row.score, i)
  let variance = 0
  for (let i = 0; i < row.size; i++) variance += at(row.weight, i) * (at(row.score, i) - mean) ** 2
  return { mean, variance }
}

/** What the variance is divided by, beside the mean: 0 plain, 116.67 adjusted. */
export const offsetOf = (variant: 'plain' | 'adjusted'): number => (variant === 'adjusted' ? ADJUSTED_OFFSET : 0)

/**
 * Mazziotta-Pareto: the mean less a penalty for imbalance, variance / (mean + offset), never below 0. Plain on the scores
 * as they are; adjusted on the scale 70 to 130, brought back to 0 to 100, where the penalty is milder. The more a child
 * stands above the others, the more of its own rise the penalty takes; far above them it takes more than that.
 *
 * Share of a child: weight times score, cut in proportion to the penalty.
 *
 * @example mazziottaPareto('plain')(countedRow([80, 40], [0.5, 0.5])) // 60 - 400 / 60
 * Source: Mazziotta and Pareto (2016), doi:10.1007/s11205-015-0998-2
 */
export function mazziottaPareto(variant: 'plain' | 'adjusted'): Aggregator {
  const offset = offsetOf(variant)
  return (row: CountedRow): number => {
    const { mean, variance } = spreadOf(row)
    const score = isZero(mean) ? 0 : Math.max(0, mean - variance / (mean + offset))
    for (let i = 0; i < row.size; i++)
      row.share[i] = score === 0 ? 0 : at(row.weight, i) * at(row.score, i) * (score / mean)
    return score
  }
}
