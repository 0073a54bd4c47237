import type { Point } from '../framework.ts'
import type { NormalisedColumn } from './method.ts'

/**
 * Straight lines between [raw, score] points, held at the two ends.
 *
 * @param raw - Length n; NaN stays missing. Not changed.
 * @param points - At least two, raw values ascending.
 * @returns `held` says which end holds a value: the one with the lower score is the worst end.
 * @example normaliseByPieces(Float64Array.of(0.25, 9), [[0, 0], [0.5, 30], [5, 100]]).scores // [15, 100]
 */
export function normaliseByPieces(raw: Float64Array, points: readonly Point[]): NormalisedColumn {
  const scores = new Float64Array(raw.length)
  const held = new Int8Array(raw.length)
  const [first = [0, 0], last = [0, 0]] = [points[0], points.at(-1)]
  const rising = first[1] <= last[1]
  for (const [row, value] of raw.entries()) {
    const [from, to] = segmentOf(value, points)
    scores[row] = Number.isNaN(value) ? NaN : interpolate(value, from, to)
    const outside = value < first[0] ? -1 : value > last[0] ? 1 : 0
    held[row] = rising ? outside : 0 - outside
  }
  return { scores, held }
}

/** The two points between which a value lies; twice the end point where it lies outside. */
export function segmentOf(value: number, points: readonly Point[]): readonly [from: Point, to: Point] {
  const next = points.findIndex(([raw]) => value <= raw)
  const to = points.at(next) ?? [0, 0]
  const from = next > 0 ? (points[next - 1] ?? to) : to
  return [from, to]
}

function interpolate(value: number, from: Point, to: Point): number {
  return from === to ? to[1] : from[1] + ((value - from[0]) / (to[0] - from[0])) * (to[1] - from[1])
}
