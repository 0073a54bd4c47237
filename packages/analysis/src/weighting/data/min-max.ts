import type { Column } from '../../numeric/column.ts'
import { extent } from '../../numeric/extent.ts'
import { isConstant } from '../../numeric/is-constant.ts'
import type { Direction } from '../common/direction.ts'

/** (x - min) / (max - min), turned round where less is better; 0 throughout for a constant column. */
export function minMax(column: Column, direction: Direction): number[] {
  if (isConstant(column)) return Array.from(column, (value) => (Number.isNaN(value) ? value : 0))
  const { min: low, max: high } = extent(column)
  // halved first, so that the range of the widest column stays finite
  const range = high / 2 - low / 2
  return Array.from(column, (value) => (direction === 'positive' ? value / 2 - low / 2 : high / 2 - value / 2) / range)
}
