import type { TopsisDistance, TopsisScaling } from '../../framework.ts'
import { cell, minMaxOf, rangesOf, splitScores, valuesOf, type Sample, type SampleScores } from './sample.ts'

/** How the columns are scaled and distances are taken. */
export interface TopsisOptions {
  readonly scaling: TopsisScaling
  readonly distance: TopsisDistance
}

/** The distances and the closeness of every row. */
export interface TopsisFigures extends SampleScores {
  /** Length m: distance to the ideal, and to the anti-ideal. */
  readonly toBest: Float64Array
  readonly toWorst: Float64Array
  /** toWorst / (toBest + toWorst), 0 to 1; 0.5 where both are 0. */
  readonly closeness: Float64Array
}

/**
 * TOPSIS: how near a row is to the best of every column against the worst of every column, with the columns scaled and
 * weighted. Here closeness x 100. A column in which all are equal, or that cannot be scaled because it is all 0, tells
 * nothing and has no part in either distance. A row is measured in the columns that it has, its weights re-shared.
 *
 * Points of a value: the score in proportion to its part of the distance from the worst.
 *
 * @param sample - At least two rows.
 * @example topsis(sample, { scaling: 'vector', distance: 'euclidean' }).closeness[3] // 1
 * Source: Hwang and Yoon (1981), Multiple Attribute Decision Making.
 */
export function topsis(sample: Sample, { scaling, distance }: TopsisOptions): TopsisFigures {
  const scaled = { ...sample, values: scaledValues(sample, scaling) }
  const ranges = rangesOf(scaled)
  const gap = (end: 'low' | 'high'): Float64Array =>
    scaled.values.map((value, place) =>
      Number.isNaN(value)
        ? 0
        : cell(sample.weights, place) * Math.abs(value - (ranges[place % sample.columns]?.[end] ?? NaN)),
    )
  const fromWorst = gap('low')
  const toBest = lengths(sample, gap('high'), distance)
  const toWorst = lengths(sample, fromWorst, distance)
  const closeness = toWorst.map((worst, row) => {
    const both = worst + cell(toBest, row)
    return both > 0 ? worst / both : 0.5
  })
  const score = closeness.map((share) => 100 * share)
  const parts = distance === 'euclidean' ? fromWorst.map((part) => part * part) : fromWorst
  return { score, points: splitScores(sample, score, parts), toBest, toWorst, closeness }
}

function scaledValues(sample: Sample, scaling: TopsisScaling): Float64Array {
  const { columns, values } = sample
  if (scaling === 'none') return values
  if (scaling === 'min-max') return minMaxOf(sample)
  const sums = new Float64Array(columns)
  for (const [place, value] of values.entries()) {
    const part = scaling === 'vector' ? value * value : value
    if (!Number.isNaN(value)) sums[place % columns] = cell(sums, place % columns) + part
  }
  return values.map((value, place) => {
    const sum = cell(sums, place % columns)
    if (Number.isNaN(value)) return NaN
    return sum > 0 ? value / (scaling === 'vector' ? Math.sqrt(sum) : sum) : 0
  })
}

function lengths(sample: Sample, gaps: Float64Array, distance: TopsisDistance): Float64Array {
  return Float64Array.from({ length: sample.rows }, (_, row) => {
    let [sum, most] = [0, 0]
    for (const [place] of valuesOf(sample, row)) {
      const gap = cell(gaps, place)
      sum += distance === 'euclidean' ? gap * gap : gap
      most = Math.max(most, gap)
    }
    return distance === 'euclidean' ? Math.sqrt(sum) : distance === 'manhattan' ? sum : most
  })
}
