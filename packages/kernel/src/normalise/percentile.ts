import type { GoalpostsSpec } from '../framework.ts'
import { normaliseByGoalposts } from './goalposts.ts'
import type { NormalisedColumn } from './method.ts'

export interface PercentileOptions {
  /** Length n: rows with the same number are peers (same period, same peer group). */
  readonly peers: Int32Array
  /** Least number of peers with a value; below it the fallback goalposts score the group. */
  readonly minGroup: number
  readonly fallback: GoalpostsSpec
}

/**
 * Place among the peers: 100 (r - 1) / (n - 1), r the average rank, worst first.
 *
 * The one normaliser by which a unit moves another unit's score; it is for figures without an agreed goalpost.
 *
 * @param raw - Length n; NaN stays missing and does not count as a peer.
 * @param direction - `negative` where less is better.
 * @example A group of three: raw 5, 7, 7 scores 0, 75, 75.
 */
export function normaliseByPercentile(
  raw: Float64Array,
  direction: 'positive' | 'negative',
  { peers, minGroup, fallback }: PercentileOptions,
): NormalisedColumn {
  const { scores, held } = normaliseByGoalposts(raw, fallback)
  for (const rows of groupRows(raw, peers).values()) {
    if (rows.length < minGroup) continue
    const ranks = averageRanks(rows.map((row) => raw[row] ?? NaN))
    for (const [place, row] of rows.entries()) {
      const share = ((ranks[place] ?? NaN) - 1) / (rows.length - 1)
      scores[row] = 100 * (direction === 'positive' ? share : 1 - share)
      held[row] = 0
    }
  }
  return { scores, held }
}

/** Ranks from 1, the lowest value first; equal values share the average of their places. */
export function averageRanks(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const first = new Map<number, number>()
  const count = new Map<number, number>()
  for (const [place, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, place + 1)
    count.set(value, (count.get(value) ?? 0) + 1)
  }
  return values.map((value) => (first.get(value) ?? NaN) + ((count.get(value) ?? NaN) - 1) / 2)
}

function groupRows(raw: Float64Array, peers: Int32Array): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const [row, value] of raw.entries()) {
    if (Number.isNaN(value)) continue
    const peer = peers[row] ?? -1
    const rows = groups.get(peer)
    if (rows) rows.push(row)
    else groups.set(peer, [row])
  }
  return groups
}
