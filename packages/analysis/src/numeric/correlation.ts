import type { Column } from './column.ts'
import { kendallTau } from './kendall-tau.ts'
import { pearson } from './pearson.ts'
import { spearman } from './spearman.ts'

/** Which correlation. */
export type CorrelationKind = 'pearson' | 'spearman' | 'kendall'

const KINDS = { pearson, spearman, kendall: kendallTau } as const

/**
 * Correlation of two columns by kind, pairwise over the rows in which both have a value.
 *
 * @example correlation([1, 2, 3], [3, 2, 1], 'spearman') // -1
 */
export const correlation = (x: Column, y: Column, kind: CorrelationKind): number => KINDS[kind](x, y)
