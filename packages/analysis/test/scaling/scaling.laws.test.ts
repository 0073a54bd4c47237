import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  scaleByDistanceFromBest,
  scaleByEnhancedAccuracy,
  scaleByLogarithm,
  scaleByMedian,
  scaleByPower,
  scaleBySum,
  scaleByVector,
  type Direction,
} from '../../src/index.ts'
import { codesOf } from '../ranking/faults.ts'

type Scaling = (raw: Float64Array, direction: Direction) => Float64Array
const SCALINGS: readonly (readonly [string, Scaling])[] = [
  ['sum', scaleBySum],
  ['vector', scaleByVector],
  ['logarithm', scaleByLogarithm],
  ['power', scaleByPower],
  ['enhanced accuracy', scaleByEnhancedAccuracy],
  ['distance from the best', scaleByDistanceFromBest],
  ['median', (raw, direction) => scaleByMedian(raw, { direction })],
  ['quartiles', (raw, direction) => scaleByMedian(raw, { spread: 'quartiles', direction })],
]
const named = (...names: readonly string[]) => SCALINGS.filter(([name]) => names.includes(name))
const direction = fc.constantFrom<Direction>('positive', 'negative')
const wild = fc.oneof(
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(0, 1, -1, NaN, Infinity, -Infinity, 1e308, -1e308, 5e-324),
)
/** Above 1 and on a grid, so that ties occur and no difference is lost. */
const figures = fc
  .array(fc.integer({ min: 9, max: 400 }), { minLength: 2, maxLength: 9 })
  .map((all) => Float64Array.from(all, (value) => value / 8))
const codes = (run: () => unknown): readonly string[] => codesOf(run).map(([code]) => code)
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

describe.each(SCALINGS)('%s', (_, scaling) => {
  it('gives a figure for every value, or says by a code why not', () => {
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 6 }), direction, (cells, way) => {
        const raw = Float64Array.from(cells)
        const found = codes(() => scaling(raw, way))
        for (const code of found) expect(code).toMatch(/^(SCALE|SAMPLE|PREPARE)_/)
        if (found.length > 0) return
        for (const [row, value] of scaling(raw, way).entries())
          expect(Number.isFinite(value)).toBe(!Number.isNaN(raw[row]))
      }),
      { numRuns: 300 },
    )
  })

  it('keeps the order, turned where less is better', () => {
    fc.assert(
      fc.property(figures, direction, (raw, way) => {
        if (codes(() => scaling(raw, way)).length > 0) return
        const scaled = scaling(raw, way)
        for (const [i, value] of raw.entries())
          for (const [j, other] of raw.entries())
            if (value < other)
              expect(((scaled[j] ?? NaN) - (scaled[i] ?? NaN)) * (way === 'positive' ? 1 : -1)).toBeGreaterThan(0)
            else if (value === other) expect(scaled[i]).toBe(scaled[j])
      }),
    )
  })

  it('leaves missing values out and missing', () => {
    fc.assert(
      fc.property(figures, direction, (raw, way) => {
        if (codes(() => scaling(raw, way)).length > 0) return
        expect([...scaling(Float64Array.of(NaN, ...raw), way)]).toEqual([NaN, ...scaling(raw, way)])
      }),
    )
    expect([...scaling(Float64Array.of(NaN, NaN), 'positive')]).toEqual([NaN, NaN])
    expect([...scaling(new Float64Array(), 'negative')]).toEqual([])
  })

  it('refuses infinities, each by its row', () => {
    expect(codesOf(() => scaling(Float64Array.of(1, Infinity, -Infinity), 'positive'))).toEqual([
      ['PREPARE_VALUE_INFINITE', { row: 2, value: 'Infinity' }],
      ['PREPARE_VALUE_INFINITE', { row: 3, value: '-Infinity' }],
    ])
  })
})

describe('shares', () => {
  it.each(named('sum', 'logarithm'))('by %s add up to 1', (_, scaling) => {
    fc.assert(
      fc.property(figures, direction, (raw, way) => {
        expect(sum(scaling(raw, way))).toBeCloseTo(1, 12)
      }),
    )
  })

  it('of the vector have length 1', () => {
    fc.assert(
      fc.property(figures, (raw) => {
        expect(sum(scaleByVector(raw).map((value) => value * value))).toBeCloseTo(1, 12)
      }),
    )
  })

  it('do not overflow where numbers are at their largest or smallest', () => {
    expect([...scaleByVector(Float64Array.of(3e300, 4e300))]).toEqual([0.6, 0.8])
    expect([...scaleBySum(Float64Array.of(5e-324, 5e-324), 'negative')]).toEqual([0.5, 0.5])
  })

  it('of logarithms are there after 375 rows, where the product has long left the range', () => {
    const raw = Float64Array.from({ length: 375 }, () => 1e6)
    for (const value of scaleByLogarithm(raw)) expect(value).toBeCloseTo(1 / 375, 15)
  })
})

describe('columns without what a scaling divides by', () => {
  it.each([
    [scaleBySum, [0, 0], 'positive', 'SCALE_NOT_POSITIVE'],
    [scaleBySum, [-1, 1], 'positive', 'SCALE_NOT_POSITIVE'],
    [scaleBySum, [0, 1], 'negative', 'SCALE_NOT_POSITIVE'],
    [scaleByVector, [0, 0], 'positive', 'SCALE_NOT_POSITIVE'],
    [scaleByLogarithm, [0, 2], 'positive', 'SCALE_NOT_POSITIVE'],
    [scaleByLogarithm, [0.5, 2], 'positive', 'SCALE_LOGARITHMS_CANCEL'],
    [scaleByLogarithm, [1, 1], 'positive', 'SCALE_LOGARITHMS_CANCEL'],
    [scaleByLogarithm, [7], 'negative', 'SAMPLE_TOO_FEW'],
    [scaleByPower, [0, 0], 'positive', 'SCALE_NOT_POSITIVE'],
    [scaleByPower, [-3, 2], 'positive', 'SCALE_NOT_POSITIVE'],
    [scaleByPower, [0, 2], 'negative', 'SCALE_NOT_POSITIVE'],
    [scaleByEnhancedAccuracy, [4, 4], 'positive', 'SAMPLE_CONSTANT'],
    [scaleByEnhancedAccuracy, [4], 'negative', 'SAMPLE_CONSTANT'],
    [scaleByDistanceFromBest, [-2, 0], 'positive', 'SCALE_NOT_POSITIVE'],
    [scaleByDistanceFromBest, [0, 2], 'negative', 'SCALE_NOT_POSITIVE'],
  ] as const)('%o of %j, %s: %s', (scaling, cells, way, code) => {
    expect(codes(() => scaling(Float64Array.from(cells), way))).toEqual([code])
  })

  it('robust scores need spread: most values equal, and one unit', () => {
    expect(codes(() => scaleByMedian(Float64Array.of(1, 1, 1, 9)))).toEqual(['SCALE_NO_SPREAD'])
    expect(codes(() => scaleByMedian(Float64Array.of(5), { spread: 'quartiles' }))).toEqual(['SCALE_NO_SPREAD'])
  })

  it.each(named('sum', 'vector', 'power', 'distance from the best'))('a constant above 0 has %s', (_, scaling) => {
    expect(new Set(scaling(Float64Array.of(3, 3, 3), 'positive')).size).toBe(1)
  })
})

it('robust scores do not see an outlier; by hand: median 3, deviations 2 1 0 1 47', () => {
  expect([...scaleByMedian(Float64Array.of(1, 2, 3, 4, 50), { direction: 'negative' })]).toEqual(
    [2, 1, 0, -1, -47].map((value) => expect.closeTo(value / 1.4826, 12) as unknown),
  )
})
