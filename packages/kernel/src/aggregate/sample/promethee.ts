import type { PreferenceSpec } from '../../framework.ts'
import { commonWeight, leadsOf } from './pairs.ts'
import { preferenceFor } from './preference.ts'
import { cell, type Sample, type SampleScores } from './sample.ts'

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
 * @example promethee(sample, [{ shape: 'usual' }, { shape: 'v-shape', p: 10 }]).net[0]
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
      for (const [column, lead] of ahead.entries()) {
        const place = one * columns + column
        const share = common > 0 ? sharedWeight(sample, column, lead) / common : cell(sample.weights, place)
        const [up, down] = preferencesFor(preference[column], lead)
        plus[one] = cell(plus, one) + (share * up) / (rows - 1)
        minus[one] = cell(minus, one) + (share * down) / (rows - 1)
        points[place] = cell(points, place) + (50 * share * (1 + up - down)) / (rows - 1)
      }
    }
  }
  const net = plus.map((flow, row) => flow - cell(minus, row))
  return { score: net.map((flow) => 50 * (1 + flow)), points, plus, minus, net }
}

/** For the one row over the other, and the other way round. */
const preferencesFor = (spec: PreferenceSpec = { shape: 'usual' }, lead: number): readonly [number, number] => [
  preferenceFor(spec, lead),
  preferenceFor(spec, -lead),
]

const sharedWeight = ({ shares }: Sample, column: number, lead: number): number =>
  Number.isNaN(lead) ? 0 : cell(shares, column)
