import type { Column } from './column.ts'
import { ranks } from './ranks.ts'

/**
 * Ranks from 1 for the smallest; tied values share the mean of the ranks they fill.
 *
 * @param column - Length n; a missing value keeps NaN and takes no rank.
 * @example averageRanks([10, 20, 20, NaN]) // [1, 2.5, 2.5, NaN]
 */
export const averageRanks = (column: Column): number[] => ranks(column, { ties: 'average', first: 'smallest' })
