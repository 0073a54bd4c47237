import { completePairs } from '../../numeric/pairs.ts'
import type { Column } from '../../numeric/column.ts'
import { correlation, type CorrelationKind } from '../../numeric/correlation.ts'
import { isConstant } from '../../numeric/is-constant.ts'
import { correlationTwoSided } from '../../numeric/tails.ts'
import { kendallTwoSided } from './kendall-test.ts'

/** A correlation, the rows behind it, and its two-sided p-value against none. */
export interface Correlation {
  /** From -1 to 1; null when it is not defined, and `state` says why. */
  readonly r: number | null
  /** Rows in which both have a value. */
  readonly n: number
  /** Null below three rows: any two points lie on a line. */
  readonly p: number | null
  readonly state: 'ok' | 'constant' | 'tooFew'
}

/**
 * Correlation with its p-value. Pearson and Spearman: t = r sqrt((n - 2) / (1 - r^2)) with n - 2 degrees of freedom, for
 * Spearman an approximation. Kendall's tau-b: exact up to 49 rows without ties, else the normal approximation with the
 * variance corrected for ties.
 *
 * @param x - Length n; rows in which either value is missing are left out (pairwise).
 * @param y - Length n.
 * @param kind - Pearson, Spearman or Kendall.
 * @see Kendall and Gibbons (1990), Rank correlation methods, 5th edition; the same rules as R's cor.test, save that
 *   Spearman's p is the t approximation at every n
 * @example testCorrelation([1, 2, 3, 4], [1, 3, 2, 4], 'pearson') // { r: 0.8, n: 4, p: 0.2, state: 'ok' }
 */
export function testCorrelation(x: Column, y: Column, kind: CorrelationKind): Correlation {
  const pairs = completePairs(x, y)
  const n = pairs.x.length
  if (n < 2) return { r: null, n, p: null, state: 'tooFew' }
  if (isConstant(pairs.x) || isConstant(pairs.y)) return { r: null, n, p: null, state: 'constant' }
  const r = correlation(pairs.x, pairs.y, kind)
  if (n < 3) return { r, n, p: null, state: 'tooFew' }
  return {
    r,
    n,
    p: kind === 'kendall' ? kendallTwoSided(pairs.x, pairs.y) : correlationTwoSided(r, n - 2),
    state: 'ok',
  }
}
