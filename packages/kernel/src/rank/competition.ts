import { snap } from '../numeric/grid.ts'

/** Buckets for each row: with scores evenly spread, few rows share one. */
const BUCKETS = 2
/** Up to here a bucket is sorted by insertion. */
const FEW = 16

/**
 * Competition ranks, the highest score first: 1, 2, 2, 4. Equal on the 1e-9 grid is equal.
 *
 * @param scores - Length n; NaN is not ranked.
 * @returns Length n; 0 where not ranked.
 * @example competitionRanks(Float64Array.of(70, 90, 70, NaN, 60)) // [2, 1, 2, 0, 4]
 */
export function competitionRanks(scores: Float64Array): Int32Array {
  const ranks = new Int32Array(scores.length)
  rankRows(scores.map(snap), Int32Array.from(scores.keys()), ranks)
  return ranks
}

/**
 * Competition ranks within each group.
 *
 * @param groups - Length n: rows with the same number compete; -1 is not ranked.
 * @returns Length n; 0 where not ranked.
 */
export function ranksWithin(scores: Float64Array, groups: Int32Array): Int32Array {
  const ranks = new Int32Array(scores.length)
  const keys = scores.map(snap)
  for (const rows of rowsByGroup(groups)) rankRows(keys, rows, ranks)
  return ranks
}

/** Ranks some rows among themselves; rows whose key is NaN are left as they are. */
function rankRows(keys: Float64Array, rows: Int32Array, ranks: Int32Array): void {
  const ordered = descending(keys, rows)
  let rank = 0
  for (let place = 0; place < ordered.length; place++) {
    const row = ordered[place] ?? 0
    if (place === 0 || keys[row] !== keys[ordered[place - 1] ?? 0]) rank = place + 1
    ranks[row] = rank
  }
}

/**
 * Rows by falling key, in time that grows with their number: spread over buckets of equal width, then sorted within each. A
 * bucket that takes many rows, as when one key is far from all others, is left to the comparing sort.
 */
function descending(keys: Float64Array, rows: Int32Array): Int32Array {
  const ranked = presentOf(keys, rows)
  const { low, high } = rangeOf(keys, ranked)
  const buckets = BUCKETS * ranked.length
  const perPoint = (buckets - 1) / (high - low)
  if (!(perPoint > 0 && perPoint < Infinity)) return sortByKey(keys, ranked)
  const places = Int32Array.from(ranked)
  const starts = new Int32Array(buckets + 1)
  for (let i = 0; i < ranked.length; i++) {
    const bucket = Math.floor((high - at(keys, ranked[i] ?? 0)) * perPoint)
    places[i] = bucket
    starts[bucket] = (starts[bucket] ?? 0) + 1
  }
  for (let bucket = 1; bucket <= buckets; bucket++) starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
  const ordered = new Int32Array(ranked.length)
  for (let i = ranked.length - 1; i >= 0; i--) {
    const bucket = places[i] ?? 0
    const to = (starts[bucket] ?? 0) - 1
    starts[bucket] = to
    ordered[to] = ranked[i] ?? 0
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    const [from, to] = [starts[bucket] ?? 0, starts[bucket + 1] ?? 0]
    if (to - from > FEW) sortByKey(keys, ordered.subarray(from, to))
    else insertByKey(keys, ordered, { from, to })
  }
  return ordered
}

function presentOf(keys: Float64Array, rows: Int32Array): Int32Array {
  const present = new Int32Array(rows.length)
  let count = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    if (!Number.isNaN(keys[row])) present[count++] = row
  }
  return present.subarray(0, count)
}

function rangeOf(keys: Float64Array, rows: Int32Array): { readonly low: number; readonly high: number } {
  let [low, high] = [Infinity, -Infinity]
  for (let i = 0; i < rows.length; i++) {
    const key = at(keys, rows[i] ?? 0)
    if (key < low) low = key
    if (key > high) high = key
  }
  return { low, high }
}

const sortByKey = (keys: Float64Array, rows: Int32Array): Int32Array => rows.sort((a, b) => at(keys, b) - at(keys, a))

function insertByKey(
  keys: Float64Array,
  rows: Int32Array,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  for (let place = from + 1; place < to; place++) {
    const row = rows[place] ?? 0
    let hole = place
    while (hole > from && at(keys, rows[hole - 1] ?? 0) < at(keys, row)) {
      rows[hole] = rows[hole - 1] ?? 0
      hole--
    }
    rows[hole] = row
  }
}

/** Rows by group, in their order; those of group -1 are in none. */
function rowsByGroup(groups: Int32Array): readonly Int32Array[] {
  let most = -1
  for (const group of groups) if (group > most) most = group
  const sizes = new Int32Array(most + 1)
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? -1
    if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1
  }
  const among = Array.from(sizes, (size) => new Int32Array(size))
  const filled = new Int32Array(sizes.length)
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? -1
    const rows = among[group]
    if (!rows) continue
    const place = filled[group] ?? 0
    rows[place] = row
    filled[group] = place + 1
  }
  return among
}

const at = (keys: Float64Array, row: number): number => keys[row] ?? NaN
