import type { Column } from './column.ts'
import { completePairs } from './pairs.ts'

/** How the n (n - 1) / 2 pairs of rows stand in two columns. */
export interface PairCounts {
  readonly rows: number
  readonly concordant: number
  readonly discordant: number
  /** Tied in the first column only, in the second only, in both. */
  readonly tiesX: number
  readonly tiesY: number
  readonly tiesBoth: number
}

/**
 * Counts concordant, discordant and tied pairs in n log n steps (sorting by the first column, then counting the exchanges
 * that sort the second).
 *
 * @param first - Length n; rows in which either value is missing are left out (pairwise).
 * @param second - Length n.
 * @see Knight (1966), A computer method for calculating Kendall's tau, doi:10.1080/01621459.1966.10480879
 * @example pairCounts([1, 2, 3], [1, 3, 2]).concordant // 2
 */
export function pairCounts(first: Column, second: Column): PairCounts {
  const { x, y } = completePairs(first, second)
  const rows = x.map((value, row) => ({ x: value, y: y[row] ?? NaN })).sort((a, b) => a.x - b.x || a.y - b.y)
  const inFirst = tiedPairs(rows.map((row) => row.x))
  const tiesBoth = tiedPairs(rows, (a, b) => a.x === b.x && a.y === b.y)
  const { sorted, exchanges } = countExchanges(rows.map((row) => row.y))
  const inSecond = tiedPairs([...sorted])
  const pairs = (rows.length * (rows.length - 1)) / 2
  return {
    rows: rows.length,
    concordant: pairs - inFirst - inSecond + tiesBoth - exchanges,
    discordant: exchanges,
    tiesX: inFirst - tiesBoth,
    tiesY: inSecond - tiesBoth,
    tiesBoth,
  }
}

/** Pairs of equal neighbours, in a list sorted so that equals stand together. */
function tiedPairs<T>(sorted: readonly T[], same: (a: T, b: T) => boolean = (a, b) => a === b): number {
  let pairs = 0
  let run = 0
  sorted.forEach((value, index) => {
    const before = sorted[index - 1]
    run = before !== undefined && same(before, value) ? run + 1 : 0
    pairs += run
  })
  return pairs
}

/** Merge sort that counts how many pairs stand in the wrong order; equal values are in order. */
function countExchanges(values: readonly number[]): { readonly sorted: Float64Array; readonly exchanges: number } {
  let from = Float64Array.from(values)
  let to = new Float64Array(from.length)
  let exchanges = 0
  for (let width = 1; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) exchanges += merge(from, to, { start, width })
    ;[from, to] = [to, from]
  }
  return { sorted: from, exchanges }
}

/** Merges the two sorted runs of a width from a start; each value of the second passes what is left of the first. */
function merge(
  from: Float64Array,
  to: Float64Array,
  { start, width }: { readonly start: number; readonly width: number },
): number {
  const middle = Math.min(start + width, from.length)
  const end = Math.min(start + 2 * width, from.length)
  let [left, right, exchanges] = [start, middle, 0]
  for (let place = start; place < end; place += 1) {
    const takeLeft = right >= end || (left < middle && (from[left] ?? NaN) <= (from[right] ?? NaN))
    if (!takeLeft) exchanges += middle - left
    to[place] = (takeLeft ? from[left] : from[right]) ?? NaN
    if (takeLeft) left += 1
    else right += 1
  }
  return exchanges
}
