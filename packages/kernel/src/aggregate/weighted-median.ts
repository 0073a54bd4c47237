import { snap } from '../numeric/grid.ts'
import { orderByScore } from './order.ts'
import { at, type CountedRow } from './row.ts'

/**
 * Weighted median: the lowest score at which the weights so far reach one half; where they are one half exactly, the mean
 * of it and the next. It does not interpolate between other children: an interpolated median may fall when a child rises.
 *
 * Share of a child: all of the score is the median child's, split evenly among its equals; half of each where it is the
 * mean of two.
 *
 * @example weightedMedian(countedRow([80, 50, 65], [0.2, 0.5, 0.3])) // 57.5
 * Source: Edgeworth (1888), On a new method of reducing observations, Philosophical Magazine 25.
 */
export function weightedMedian(row: CountedRow): number {
  const order = orderByScore(row)
  let total = 0
  for (let i = 0; i < row.size; i++) total += at(row.weight, i)
  let place = 0
  let reached = at(row.weight, order[0] ?? 0)
  while (snap(reached / total) < 0.5) reached += at(row.weight, order[++place] ?? 0)
  const low = at(row.score, order[place] ?? 0)
  const halved = snap(reached / total) === 0.5
  const high = halved ? at(row.score, order[place + 1] ?? 0) : low
  row.share.fill(0, 0, row.size)
  give(row, low, low / 2)
  give(row, high, high / 2)
  return (low + high) / 2
}

/** Splits points evenly among the children with a score. */
function give(row: CountedRow, score: number, points: number): void {
  let ties = 0
  for (let i = 0; i < row.size; i++) if (snap(at(row.score, i)) === snap(score)) ties++
  for (let i = 0; i < row.size; i++) {
    if (snap(at(row.score, i)) === snap(score)) row.share[i] = at(row.share, i) + points / ties
  }
}
