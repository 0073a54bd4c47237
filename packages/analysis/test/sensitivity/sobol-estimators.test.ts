import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sobolEstimates, sobolIndices, sobolPoints } from '../../src/index.ts'
import { faultsOf } from '../audit/fixtures.ts'
import { readsEveryCase } from '../coverage.ts'
import { fixture } from '../uncertainty/support.ts'
import { cases, computed, designOf } from './designs.ts'

type Figures = readonly number[]
const meanOf = (values: Figures): number => values.reduce((sum, value) => sum + value, 0) / values.length
const near = (values: Figures = []): unknown[] => values.map((value) => expect.closeTo(value, 11) as unknown)
const codes = (run: () => unknown): string[] => faultsOf(run).map(({ code }) => code)

describe.each(Object.entries(cases))('every estimator on the outputs of %s', (name, one) => {
  const { estimates } = one
  const { factors: d, outputs, a, b, ab, ba } = designOf(name, one)
  const { S2_saltelli2002: interactions } = estimates
  const found = sobolEstimates({ a, b, ab, ...(interactions && { ba }) }, meanOf(outputs))

  it('first order', () => {
    expect(found?.first.saltelli2010).toEqual(near(estimates['S1_saltelli2010']))
    expect(found?.first.sobol1993).toEqual(near(estimates['S1_sobol1993']))
    expect(found?.first.jansen).toEqual(near(estimates['S1_jansen']))
    expect(found?.first.janonMonod).toEqual(near(estimates['S1_janon_monod']))
    expect(found?.first.martinez).toEqual(near(estimates['S1_martinez']))
  })

  it('total', () => {
    expect(found?.total.jansen).toEqual(near(estimates['ST_jansen']))
    expect(found?.total.sobol2007).toEqual(near(estimates['ST_sobol2007']))
    expect(found?.total.janonMonod).toEqual(near(estimates['ST_janon_monod']))
    expect(found?.total.martinez).toEqual(near(estimates['ST_martinez']))
  })

  it('interactions, where the design has them', () => {
    if (!interactions) {
      expect(found?.second).toBeNull()
      return
    }
    for (const [pair, expected] of Object.entries(interactions)) {
      const [j = 0, k = 0] = pair.split(',').map((place) => Number(place) - 1)
      expect(found?.second?.[j]?.[k]).toBeCloseTo(expected, 11)
      expect(found?.second?.[k]?.[j]).toBeNaN()
    }
    expect(Object.keys(interactions)).toHaveLength((d * (d - 1)) / 2)
  })
})

it.each([
  ['ishigami_N128', 3],
  ['sobolG_D8_N64', 8],
] as const)(
  'the points of the larger designs are right: so worked out, %s has its recorded outputs',
  (name, factors) => {
    const { N, Y } = cases[name] ?? { N: 0, Y: [] }
    const found = computed(name, { N, factors, crossed: factors })
    // its points were rounded to 12 digits before the outputs were taken
    expect(found).toEqual(Y?.map((value) => expect.closeTo(value, 9) as unknown))
  },
)

describe('laws', () => {
  const columns = fc.integer({ min: 3, max: 8 }).chain((n) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }), {
      minLength: 4,
      maxLength: 4,
    }),
  )

  it('agree with sobolIndices, and do not see origin or unit of measure', () => {
    fc.assert(
      fc.property(columns, (rows) => {
        const [a = new Float64Array(), b = new Float64Array(), ...ab] = rows.map((row) => Float64Array.from(row))
        const found = sobolEstimates({ a, b, ab })
        const { indices } = sobolIndices({ a, b, ab }, { resamples: 2 })
        expect(found === null).toBe(indices === null)
        if (!found) return
        expect(found.first.saltelli2010).toEqual(near(indices?.map(({ first }) => first)))
        expect(found.total.jansen).toEqual(near(indices?.map(({ total }) => total)))
        const moved = (column: Float64Array) => column.map((value) => 4 * value + 100)
        const again = sobolEstimates({ a: moved(a), b: moved(b), ab: ab.map(moved) })
        expect(again?.first.sobol1993).toEqual(near(found.first.sobol1993))
        expect(again?.total.sobol2007).toEqual(near(found.total.sobol2007))
      }),
    )
  })

  it('nothing to share where nothing moves; every bad column at once', () => {
    const flat = Float64Array.of(5, 5, 5)
    expect(sobolEstimates({ a: flat, b: flat, ab: [flat] })).toBeNull()
    const short = Float64Array.of(1, NaN)
    expect(codes(() => sobolEstimates({ a: flat, b: flat, ab: [flat], ba: [short] }))).toEqual([
      'SENSITIVITY_LENGTH',
      'SENSITIVITY_OUTPUT',
    ])
  })
})

describe('Sobol sequence', () => {
  it('has the points of scipy', () => {
    const { points } = fixture<{ readonly points: readonly Figures[] }>('sensitivity/joe-kuo')
    expect(sobolPoints({ points: 64, dimensions: 12 })).toEqual(points)
  })

  it('has them in forty dimensions, far enough that every direction number of the table tells', () => {
    const { places, points } = fixture<{ readonly places: Figures; readonly points: readonly Figures[] }>(
      'sensitivity/joe-kuo-40',
    )
    const found = sobolPoints({ points: 4096, dimensions: 40 })
    expect(places.map((place) => found[place])).toEqual(points)
  })

  it('fills every half, quarter, eighth with as many points, in each dimension', () => {
    for (const dimensions of [1, 5, 40]) {
      const points = sobolPoints({ points: 256, dimensions })
      for (let k = 0; k < dimensions; k += 1)
        expect(points.map((point) => Math.floor((point[k] ?? NaN) * 256)).toSorted((x, y) => x - y)).toEqual([
          ...points.keys(),
        ])
    }
  })

  it('refuses no points, half a dimension, forty-one dimensions', () => {
    expect(codes(() => sobolPoints({ points: 0, dimensions: 1.5 }))).toEqual([
      'SENSITIVITY_OPTION',
      'SENSITIVITY_OPTION',
    ])
    expect(codes(() => sobolPoints({ points: 1, dimensions: 41 }))).toEqual(['SEQUENCE_DIMENSIONS'])
  })
})

readsEveryCase(import.meta.url)
