import { meanOf } from '@plumbline/kernel'
import { present, type Column } from './column.ts'

/**
 * Arithmetic mean of the values that are there. The kernel's; a mean of nothing but minus zeros is plain zero.
 *
 * @param column - Length n; missing values are left out.
 * @returns NaN when none is there.
 * @example mean([1, NaN, 3]) // 2
 */
export const mean = (column: Column): number => meanOf(Float64Array.from(present(column))) + 0
