import type { Column } from './column.ts'

/** How ties are ranked, and from which end. */
export interface RankRule {
  /** What equal values get: the mean, least or greatest of the ranks they fill, the next rank without gaps, or their order. */
  readonly ties: 'average' | 'min' | 'max' | 'dense' | 'ordinal'
  /** Whether rank 1 goes to the smallest or to the largest value. */
  readonly first: 'smallest' | 'largest'
}

/**
 * Ranks from 1. Values are equal only when they are the same number; snap scores to the grid before ranking them.
 *
 * @param column - Length n; a missing value keeps NaN and takes no rank.
 * @example ranks([10, 20, 20, NaN], { ties: 'min', first: 'largest' }) // [3, 1, 1, NaN]
 */
export function ranks(column: Column, { ties, first }: RankRule): number[] {
  const result = Array.from(column, () => NaN)
  const sign = first === 'smallest' ? 1 : -1
  const sorted = Array.from(column, (value, index) => ({ value, index }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => sign * (a.value - b.value) || a.index - b.index)
  let distinct = 0
  for (let start = 0; start < sorted.length;) {
    let end = start + 1
    while (end < sorted.length && sorted[end]?.value === sorted[start]?.value) end += 1
    distinct += 1
    const shared = { average: (start + 1 + end) / 2, min: start + 1, max: end, dense: distinct }
    sorted.slice(start, end).forEach(({ index }, place) => {
      result[index] = ties === 'ordinal' ? start + 1 + place : shared[ties]
    })
    start = end
  }
  return result
}
