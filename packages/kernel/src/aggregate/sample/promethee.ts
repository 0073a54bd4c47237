import type { PreferenceSpec } from '../../framework.ts'
import { commonWeight, leadsOf } from './pairs.ts'
import { preferenceFor } from './preference.ts'
import { cell, type Sample, type SampleScores } from './sample.ts'

/** The flows of every row. */
export interface PrometheeFigures extends SampleScores {
  /** Length m: mean preference for the row over the others, and of the others over it; 0 to 1. */
  readonly plus: Float64Array
  readonly minus: Float64Array
  /** plus - minus, -1 to 1. */
  readonly net: Float64Array
}

/**
 * PROMETHEE II: the mean, over all others, of how far a row is preferred to them less how far they are to it. Here
 * 50 (1 + net flow). Two rows are compared in the columns that both have, re-shared; with none in common neither is
 * preferred.
 *
 * Points of a value: what its column alone gives; this method is additive.
 *
 * @param sample - At least two rows.
 * @param preference - By column.
 * @example promethee(sample, [{ shape: 'usual' }, { shape: 'v-shape', p: 10 }]).net // [0, 0, -1, 1]
 * Source: Brans and Vincke (1985), doi:10.1287/mnsc.31.6.647
 */
export function promethee(sample: Sample, preference: readonly PreferenceSpec[]): PrometheeFigures {
  const { rows, columns } = sample
  const [plus, minus] = [new Float64Array(rows), new Float64Array(rows)]
  const points = new Float64Array(rows * columns)
  const leads = leadsOf(sample)
  for (let one = 0; one < rows; one++) {
    for (let other = 0; other < rows; other++) {
      if (one === other) continue
      const ahead = leads(one, other)
      const common = commonWeight(sample, ahead)
      for (let column = 0; column < columns; column++) {
        const place = one * columns + column
        const lead = cell(ahead, column)
        const share =
          (common > 0 ? sharedWeight(sample, column, lead) / common : cell(sample.weights, place)) / (rows - 1)
        const margin = marginOf(preference[column], lead)
        if (margin > 0) plus[one] = cell(plus, one) + share * margin
        else minus[one] = cell(minus, one) - share * margin
        points[place] = cell(points, place) + 50 * share * (1 + margin)
      }
    }
  }
  const net = plus.map((flow, row) => flow - cell(minus, row))
  return { score: net.map((flow) => 50 * (1 + flow)), points, plus, minus, net }
}

/** Preference for the one row, or below 0 for the other; 0 where not both have a value. */
const marginOf = (spec: PreferenceSpec = { shape: 'usual' }, lead: number): number =>
  lead > 0 ? preferenceFor(spec, lead) : -preferenceFor(spec, -lead)

const sharedWeight = ({ shares }: Sample, column: number, lead: number): number =>
  Number.isNaN(lead) ? 0 : cell(shares, column)
