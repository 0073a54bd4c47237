import type { Column } from './column.ts'

/** The rows in which both columns have a value, as two columns of the same length. */
export function completePairs(x: Column, y: Column): { readonly x: number[]; readonly y: number[] } {
  const pairs: { x: number[]; y: number[] } = { x: [], y: [] }
  for (let row = 0; row < Math.min(x.length, y.length); row += 1) {
    const a = x[row] ?? NaN
    const b = y[row] ?? NaN
    if (Number.isNaN(a) || Number.isNaN(b)) continue
    pairs.x.push(a)
    pairs.y.push(b)
  }
  return pairs
}
