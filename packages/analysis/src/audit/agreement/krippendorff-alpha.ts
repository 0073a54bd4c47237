import { fault } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'
import { refuse, type NamedColumn } from '../named-column.ts'
import { checkedRaters } from './ratings.ts'

/** Names, an order, differences, or differences and a zero. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** The coefficient, with observed and expected disagreement. */
export interface KrippendorffAlpha {
  /** 1: full agreement; 0: as if by chance; below: worse. From 0.8 reliable, from 0.667 for tentative conclusions. */
  readonly alpha: number
  /** Mean disagreement within the things rated, and between all ratings. */
  readonly observed: number
  readonly expected: number
  /** Things rated twice and more, and their ratings. */
  readonly rated: number
  readonly ratings: number
}

/**
 * Krippendorff's alpha = 1 - observed / expected disagreement, for any number of raters, missing ratings and four levels of
 * measurement.
 *
 * @param raters - One column a rater, each of length n (what is rated); NaN where a rater gave none. Whatever has fewer
 *   than two ratings is left out.
 * @param level - `nominal`: equal or not. `ordinal`: ratings that lie between. `interval`: squared difference. `ratio`:
 *   squared difference over the sum; two zeros agree.
 * @throws FaultError RATERS_TOO_FEW - fewer than two raters.
 * @throws FaultError RATINGS_NOT_PAIRED - nothing has two ratings.
 * @throws FaultError RATINGS_ALL_EQUAL - all paired ratings are the same: nothing shows whether raters can tell apart.
 * @throws FaultError RATING_NEGATIVE - `ratio` with a rating below 0, for each rater.
 * @throws FaultError COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @see Krippendorff (2019), Content analysis, 4th edition, chapter 12
 * @example
 * const a = { id: 'a', values: Float64Array.of(1, 1, 2, 2) }
 * const b = { id: 'b', values: Float64Array.of(1, 1, 2, NaN) }
 * krippendorffAlpha([a, b], 'nominal').alpha // 1
 */
export function krippendorffAlpha(raters: readonly NamedColumn[], level: MeasurementLevel): KrippendorffAlpha {
  const columns = checkedRaters(raters)
  if (level === 'ratio') {
    const below = columns.filter(({ values }) => values.some((value) => value < 0))
    refuse(below.map(({ id }) => fault('RATING_NEGATIVE', {}, { id })))
  }
  const rated = ratingsByRow(columns)
  const all = rated.flat()
  if (all.length === 0) refuse([fault('RATINGS_NOT_PAIRED')])
  const counts = frequencies(all)
  if (counts.length === 1) refuse([fault('RATINGS_ALL_EQUAL', { rating: counts[0]?.value ?? null })])
  const distance = distanceBetween(counts, level)
  const within = rated.map((ratings) => disagreement(frequencies(ratings), distance) / (ratings.length - 1))
  const observed = sum(within) / all.length
  const expected = disagreement(counts, distance) / (all.length * (all.length - 1))
  return { alpha: 1 - observed / expected, observed, expected, rated: rated.length, ratings: all.length }
}

interface Frequency {
  readonly value: number
  readonly count: number
}

/** Ratings of whatever has two and more. */
function ratingsByRow(columns: readonly NamedColumn[]): number[][] {
  const rows = Array.from(columns[0]?.values ?? [], (_, row) => columns.map(({ values }) => values[row] ?? NaN))
  return rows.map((row) => row.filter((value) => !Number.isNaN(value))).filter((row) => row.length > 1)
}

/** Different values and how often each occurs, rising. */
function frequencies(values: readonly number[]): Frequency[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value)
}

/** Sum of the distances of all ordered pairs. */
function disagreement(counts: readonly Frequency[], distance: (a: number, b: number) => number): number {
  return (
    2 *
    sum(
      counts.map(({ value, count }, index) =>
        sum(counts.slice(index + 1).map((other) => count * other.count * distance(value, other.value))),
      ),
    )
  )
}

function distanceBetween(counts: readonly Frequency[], level: MeasurementLevel): (a: number, b: number) => number {
  if (level === 'nominal') return () => 1
  if (level === 'interval') return (a, b) => (a - b) * (a - b)
  if (level === 'ratio') return (a, b) => ((a - b) / (a + b)) * ((a - b) / (a + b))
  // The ratings up to the middle of each value: their difference counts those between two values, and half of the two.
  const middles = new Map<number, number>()
  let below = 0
  for (const { value, count } of counts) {
    middles.set(value, below + count / 2)
    below += count
  }
  return (a, b) => {
    const between = (middles.get(b) ?? NaN) - (middles.get(a) ?? NaN)
    return between * between
  }
}
