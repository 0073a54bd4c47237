import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseByCategory } from '../../src/normalise/sample/categorical.ts'
import type { SampleDirection } from '../../src/normalise/sample/directed.ts'
import {
  normaliseAroundTarget,
  normaliseByDistanceToMaximum,
  normaliseByDistanceToReference,
  normaliseByDistanceToTarget,
} from '../../src/normalise/sample/distance.ts'
import { normaliseByEfficacy } from '../../src/normalise/sample/efficacy.ts'
import { normaliseByFractionOfMaximum } from '../../src/normalise/sample/fraction.ts'
import { normaliseByMinMax } from '../../src/normalise/sample/min-max.ts'
import {
  normaliseByBorda,
  normaliseByMidPercentile,
  normaliseByPercentileRank,
  normaliseByRank,
} from '../../src/normalise/sample/rank.ts'
import { normaliseByScale } from '../../src/normalise/sample/scaled.ts'
import { normaliseBySigmoid } from '../../src/normalise/sample/sigmoid.ts'
import { quantile, sampleStatistics, type SampleStatistics } from '../../src/normalise/sample/statistics.ts'
import { normaliseByZScore } from '../../src/normalise/sample/z-score.ts'
import { faultsOf } from '../support/faults.ts'
import { runs } from '../support/runs.ts'

const f = (...values: number[]): Float64Array => Float64Array.from(values)
const codes = (call: () => unknown): readonly string[] => faultsOf(call).map(({ code }) => code)
const HALVES = [
  [0, 0],
  [0.5, 100],
] as const

type Method = (raw: Float64Array, direction: SampleDirection, reference?: SampleStatistics) => Float64Array
const frozen = (reference: SampleStatistics | undefined): { readonly reference?: SampleStatistics } =>
  reference ? { reference } : {}

/** Every method with a direction, made ready for values from -20 to 40. */
const METHODS: Readonly<Record<string, Method>> = {
  minMax: (raw, direction, reference) => normaliseByMinMax(raw, direction, frozen(reference)),
  zScore: (raw, direction, reference) => normaliseByZScore(raw, direction, frozen(reference)),
  scale: (raw, direction) => normaliseByScale(raw, direction, { lower: -20, upper: 40 }),
  rank: (raw, direction, reference) => normaliseByRank(raw, direction, frozen(reference)),
  borda: (raw, direction, reference) => normaliseByBorda(raw, direction, frozen(reference)),
  percentileRank: (raw, direction, reference) => normaliseByPercentileRank(raw, direction, frozen(reference)),
  midPercentile: (raw, direction, reference) => normaliseByMidPercentile(raw, direction, frozen(reference)),
  distanceToMaximum: (raw, direction, reference) => normaliseByDistanceToMaximum(raw, direction, frozen(reference)),
  distanceToReference: (raw, direction, reference) =>
    normaliseByDistanceToReference(raw, direction, {
      referenceValue: direction === 'positive' ? 41 : -21,
      ...frozen(reference),
    }),
  distanceToTarget: (raw, direction, reference) =>
    normaliseByDistanceToTarget(raw, direction, { target: direction === 'positive' ? 41 : -21, ...frozen(reference) }),
  efficacy: (raw, direction, reference) => normaliseByEfficacy(raw, direction, frozen(reference)),
  category: (raw, direction, reference) =>
    normaliseByCategory(raw, direction, { categories: HALVES, ...frozen(reference) }),
  sigmoid: (raw, direction, reference) => normaliseBySigmoid(raw, direction, frozen(reference)),
}
/** Methods whose scores of their own sample lie between two ends. */
const BOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  minMax: [0, 100],
  scale: [0, 100],
  percentileRank: [0, 100],
  midPercentile: [0, 100],
  distanceToMaximum: [0, 100],
  distanceToReference: [0, 100],
  distanceToTarget: [0, 100],
  efficacy: [60, 100],
  category: [0, 100],
  sigmoid: [0, 100],
}
/** Methods that do not feel a change of the unit of measure. */
const AFFINE = [
  'minMax',
  'zScore',
  'rank',
  'borda',
  'percentileRank',
  'midPercentile',
  'distanceToMaximum',
  'efficacy',
  'category',
  'sigmoid',
]

const direction = fc.constantFrom<SampleDirection>('positive', 'negative')
const varied = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -20, max: 40 }) }, { weight: 1, arbitrary: fc.constant(NaN) }),
    { minLength: 2, maxLength: 15 },
  )
  .filter((values) => new Set(values.filter((value) => !Number.isNaN(value))).size > 1)
  .map((values) => Float64Array.from(values))

describe.each(Object.entries(METHODS))('laws of %s', (name, method) => {
  it('rises with the raw value, or falls where less is better; equal gives equal; gaps and input stay', () => {
    fc.assert(
      fc.property(varied, direction, (raw, towards) => {
        const before = Float64Array.from(raw)
        const scores = method(raw, towards)
        expect(raw).toEqual(before)
        for (const [row, value] of raw.entries()) {
          expect(Number.isFinite(scores[row])).toBe(!Number.isNaN(value))
          for (const [other, than] of raw.entries()) {
            const [score, against] = [scores[row] ?? NaN, scores[other] ?? NaN]
            if (value === than) expect(score).toBe(against)
            if (value < than)
              expect(towards === 'positive' ? against - score : score - against).toBeGreaterThanOrEqual(0)
            if (value < than && name !== 'category') expect(score).not.toBe(against)
          }
        }
      }),
      runs(100),
    )
  })

  it('the order of units permutes the scores and nothing else', () => {
    fc.assert(
      fc.property(varied, direction, (raw, towards) => {
        const forward = method(raw, towards)
        const backward = method(raw.toReversed(), towards).toReversed()
        for (const [row, score] of forward.entries())
          if (!Number.isNaN(score)) expect(backward[row]).toBeCloseTo(score, 9)
      }),
      runs(50),
    )
  })

  it('a column of nothing stays nothing; an infinite value is named', () => {
    for (const towards of ['positive', 'negative'] as const) {
      expect(method(f(NaN, NaN), towards)).toEqual(f(NaN, NaN))
      expect(method(f(), towards)).toEqual(f())
      expect(codes(() => method(f(1, Infinity, 2), towards))).toEqual(['PREPARE_VALUE_INFINITE'])
    }
  })

  it('a constant column and a single unit have a finite score or a named fault', () => {
    for (const raw of [f(7, 7, NaN, 7), f(7), f(0, 0), f(-3)])
      for (const towards of ['positive', 'negative'] as const) {
        const found = codes(() => method(raw, towards))
        if (found.length > 0) {
          expect(found).toHaveLength(1)
          expect(['SAMPLE_CONSTANT', 'SAMPLE_TOO_FEW']).toContain(found[0])
          continue
        }
        for (const [row, score] of method(raw, towards).entries())
          expect(Number.isFinite(score)).toBe(!Number.isNaN(raw[row]))
      }
  })

  it('its own statistics, frozen, change nothing; an empty reference is named', () => {
    fc.assert(
      fc.property(varied, direction, (raw, towards) => {
        expect(method(raw, towards, sampleStatistics(raw))).toEqual(method(raw, towards))
      }),
      runs(50),
    )
    const found = codes(() => method(f(1, 2), 'positive', sampleStatistics(f(NaN))))
    expect(found).toEqual(name === 'scale' ? [] : ['SAMPLE_REFERENCE_EMPTY'])
    // An indicator that nobody has, or that was screened out, asks nothing of a sample.
    expect([...method(f(NaN, NaN), 'positive', sampleStatistics(f(NaN)))]).toEqual([NaN, NaN])
  })
})

it.each(Object.entries(BOUNDS))('%s stays between its ends', (name, [low, high]) => {
  fc.assert(
    fc.property(varied, direction, (raw, towards) => {
      for (const score of METHODS[name]?.(raw, towards) ?? []) {
        if (Number.isNaN(score)) continue
        expect(score).toBeGreaterThanOrEqual(low)
        expect(score).toBeLessThanOrEqual(high)
      }
    }),
    runs(100),
  )
})

it.each(AFFINE)('%s does not feel the unit of measure', (name) => {
  fc.assert(
    fc.property(
      varied,
      direction,
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: -50, max: 50 }),
      (raw, towards, times, plus) => {
        const found = METHODS[name]?.(raw, towards) ?? f()
        const other =
          METHODS[name]?.(
            raw.map((value) => times * value + plus),
            towards,
          ) ?? f()
        for (const [row, score] of found.entries()) if (!Number.isNaN(score)) expect(other[row]).toBeCloseTo(score, 8)
      },
    ),
    runs(100),
  )
})

describe('by hand', () => {
  it('examples', () => {
    expect(normaliseByMinMax(f(2, 6, 4), 'negative')).toEqual(f(100, 0, 50))
    expect(normaliseByZScore(f(1, 2, 3), 'negative', { mean: 50, deviation: 10 })).toEqual(f(60, 50, 40))
    expect(normaliseByScale(f(1, 4, 9), 'negative', { lower: 0, upper: 10 })).toEqual(f(90, 60, 10))
    expect(normaliseByRank(f(10, 30, 30), 'positive')).toEqual(f(1, 2, 2))
    expect(normaliseByRank(f(10, 30, 30), 'positive', { ties: 'max' })).toEqual(f(1, 3, 3))
    expect(normaliseByBorda(f(10, 30, 20), 'negative')).toEqual(f(2, 0, 1))
    expect(normaliseByPercentileRank(f(5, 7, 9), 'positive')).toEqual(f(0, 50, 100))
    expect(normaliseByMidPercentile(f(5, 7, 7, 9), 'positive')).toEqual(f(12.5, 50, 50, 87.5))
    expect(normaliseByFractionOfMaximum(f(5, 10), 'negative')).toEqual(f(100, 50))
    expect(normaliseByFractionOfMaximum(f(5, 10), 'negative', { lessIsBetter: 'complement' })).toEqual(f(50, 0))
    expect(normaliseByDistanceToMaximum(f(1, 2, 5), 'positive')).toEqual(f(0, 25, 100))
    expect(normaliseByDistanceToReference(f(3, 1, 5), 'positive', { referenceValue: 3 })).toEqual(f(100, 0, 200))
    expect(normaliseByDistanceToTarget(f(0, 2, 6), 'positive', { target: 4, outside: 'hold' })).toEqual(f(0, 50, 100))
    expect(normaliseAroundTarget(f(0, 5, 7), { target: 5 })).toEqual(f(0, 100, 60))
    expect(normaliseByEfficacy(f(4, 1), 'negative', { satisfactory: 1, unacceptable: 5 })).toEqual(f(70, 100))
    expect(normaliseByEfficacy(f(4, 0, 8), 'negative', { satisfactory: 1, unacceptable: 5, outside: 'hold' })).toEqual(
      f(70, 100, 60),
    )
    expect(normaliseByEfficacy(f(2, 4), 'positive', { satisfactory: 6 })).toEqual(f(60, 80))
    expect(normaliseByEfficacy(f(2, 4), 'positive', { unacceptable: 0 })).toEqual(f(80, 100))
    expect(normaliseByCategory(f(1, 2, 3), 'negative', { categories: HALVES })).toEqual(f(100, 100, 0))
    expect(normaliseBySigmoid(f(7), 'positive', { midpoint: 7, scale: 2 })).toEqual(f(50))
    expect(normaliseBySigmoid(f(9), 'negative', { midpoint: 7, scale: 2 })[0]).toBeCloseTo(100 / (1 + Math.E), 12)
    expect(quantile(f(1, 2, 3, 4), 0.5)).toBe(2.5)
    expect(quantile(f(), 0.5)).toBeNaN()
    expect(
      quantile(
        Float64Array.from({ length: 101 }, (_, row) => row),
        0.07,
      ),
    ).toBe(7)
  })

  it('a frozen reference year: new values go beyond its ends, or are held', () => {
    const reference = sampleStatistics(f(10, 20, NaN, 30))
    expect(normaliseByMinMax(f(5, 20, 40), 'positive', { reference })).toEqual(f(-25, 50, 150))
    expect(normaliseByMinMax(f(5, 20, 40), 'negative', { reference, outside: 'hold' })).toEqual(f(100, 50, 0))
    expect(normaliseByMinMax(f(5, 40), 'positive', { reference, low: 100, high: 0, outside: 'hold' })).toEqual(
      f(100, 0),
    )
    expect(normaliseByZScore(f(40), 'positive', { reference })).toEqual(f(2))
    expect(normaliseByRank(f(5, 15, 20, 40), 'positive', { reference })).toEqual(f(1, 2, 2, 3))
    expect(normaliseByPercentileRank(f(5, 15, 40), 'negative', { reference })).toEqual(f(100, 100, 0))
    expect(normaliseByFractionOfMaximum(f(60), 'positive', { reference })).toEqual(f(200))
    expect(normaliseAroundTarget(f(20, 50), { target: 20, reference })).toEqual(f(100, -200))
    expect(normaliseAroundTarget(f(20, 50), { target: 20, reference, outside: 'hold' })).toEqual(f(100, 0))
  })

  it('a target that all have met, from both sides', () => {
    expect(normaliseAroundTarget(f(5, NaN, 5), { target: 5 })).toEqual(f(100, NaN, 100))
    expect(normaliseAroundTarget(f(6), { target: 5, reference: sampleStatistics(f(5)) })).toEqual(f(0))
  })
})

describe('named faults', () => {
  it.each([
    [() => normaliseByMinMax(f(1, 2), 'positive', { high: NaN }), 'SAMPLE_SCORE_INFINITE'],
    [() => normaliseByPercentileRank(f(1, 2), 'positive', { full: Infinity }), 'SAMPLE_SCORE_INFINITE'],
    [() => normaliseByZScore(f(1, 2), 'positive', { mean: Infinity }), 'SAMPLE_SCORE_INFINITE'],
    [() => normaliseByMinMax(f(-1.7e308, 1.7e308), 'positive'), 'SAMPLE_RANGE_WIDE'],
    [() => normaliseByScale(f(1), 'positive', { lower: 2, upper: 2 }), 'SAMPLE_SCALE_EMPTY'],
    [() => normaliseByScale(f(1), 'positive', { lower: 0, upper: Infinity }), 'SAMPLE_SCALE_EMPTY'],
    [() => normaliseByFractionOfMaximum(f(0, -3), 'positive'), 'SAMPLE_NOT_POSITIVE'],
    [() => normaliseByFractionOfMaximum(f(0, 3), 'negative'), 'SAMPLE_NOT_POSITIVE'],
    [
      () => normaliseByFractionOfMaximum(f(0), 'negative', { reference: sampleStatistics(f(1)) }),
      'SAMPLE_NOT_POSITIVE',
    ],
    [() => normaliseByDistanceToReference(f(1, 2), 'positive', { referenceValue: NaN }), 'SAMPLE_REFERENCE_VALUE'],
    [() => normaliseByDistanceToReference(f(1, 2), 'negative', { referenceValue: 2 }), 'SAMPLE_REFERENCE_AT_WORST'],
    [() => normaliseByDistanceToTarget(f(1, 2), 'positive', { target: 1 }), 'SAMPLE_TARGET_AT_WORST'],
    [() => normaliseByDistanceToTarget(f(1, 2), 'positive', { target: NaN }), 'SAMPLE_TARGET_VALUE'],
    [() => normaliseAroundTarget(f(1, 2), { target: Infinity }), 'SAMPLE_TARGET_VALUE'],
    [() => normaliseByEfficacy(f(1, 2), 'positive', { satisfactory: 1, unacceptable: 5 }), 'SAMPLE_EFFICACY_ORDER'],
    [() => normaliseByCategory(f(1), 'positive', { categories: [] }), 'SAMPLE_CATEGORIES'],
    [() => normaliseByCategory(f(1), 'positive', { categories: [[0.1, 5]] }), 'SAMPLE_CATEGORIES'],
    [
      () =>
        normaliseByCategory(f(1), 'positive', {
          categories: [
            [0, 5],
            [0, 6],
          ],
        }),
      'SAMPLE_CATEGORIES',
    ],
    [
      () =>
        normaliseByCategory(f(1), 'positive', {
          categories: [
            [0, 5],
            [1, 6],
          ],
        }),
      'SAMPLE_CATEGORIES',
    ],
    [
      () =>
        normaliseByCategory(f(1), 'positive', {
          categories: [
            [0, 5],
            [0.5, 4],
          ],
        }),
      'SAMPLE_CATEGORIES',
    ],
    [() => normaliseBySigmoid(f(1), 'positive', { midpoint: NaN, scale: 1 }), 'PREPARE_OPTION_FINITE'],
    [() => normaliseBySigmoid(f(1), 'positive', { scale: 0 }), 'PREPARE_OPTION_POSITIVE'],
    [() => normaliseBySigmoid(f(1), 'positive', { steepness: -1, scale: 1 }), 'PREPARE_OPTION_POSITIVE'],
  ])('%s', (call, code) => {
    expect(codes(call)).toEqual([code])
  })
})

describe('the figures of a fault', () => {
  it.each<readonly [() => unknown, object]>([
    [() => normaliseByMinMax(f(5, NaN, 5), 'negative'), { value: 5, count: 2 }],
    [() => normaliseByMinMax(f(-1.7e308, 1.7e308), 'positive'), { minimum: -1.7e308, maximum: 1.7e308 }],
    [() => normaliseByMinMax(f(NaN, 3, 4), 'positive', { high: NaN }), { row: 2, value: 3 }],
    [() => normaliseByScale(f(1), 'positive', { lower: 3, upper: 2 }), { lower: '3', upper: '2' }],
    [() => normaliseByFractionOfMaximum(f(0, -3), 'positive'), { value: 0 }],
    [() => normaliseByFractionOfMaximum(f(-2, 3), 'negative'), { value: -2 }],
    [() => normaliseByFractionOfMaximum(f(4, -1), 'negative', { reference: sampleStatistics(f(1, 2)) }), { value: -1 }],
    [() => normaliseByFractionOfMaximum(f(-2, 0), 'negative', { lessIsBetter: 'complement' }), { value: 0 }],
    [() => normaliseByDistanceToReference(f(1, 2), 'negative', { referenceValue: 3 }), { value: 3, worst: 2 }],
    [() => normaliseByDistanceToReference(f(1), 'positive', { referenceValue: NaN }), { value: 'NaN' }],
    [() => normaliseByDistanceToTarget(f(1, 2), 'negative', { target: 2 }), { target: 2, worst: 2 }],
    [() => normaliseAroundTarget(f(1), { target: Infinity }), { target: 'Infinity' }],
    [
      () => normaliseByEfficacy(f(1, 2), 'negative', { satisfactory: 5, unacceptable: 1 }),
      { satisfactory: '5', unacceptable: '1' },
    ],
    [() => normaliseByEfficacy(f(3, 3), 'positive'), { value: 3, count: 2 }],
    [() => normaliseByCategory(f(1), 'positive', { categories: [[0.1, 5]] }), { categories: ['0.1 → 5'] }],
    [
      () => normaliseBySigmoid(f(1), 'positive', { midpoint: Infinity, scale: 1 }),
      { option: 'midpoint', value: 'Infinity' },
    ],
    [() => normaliseBySigmoid(f(1), 'positive', { scale: Infinity }), { option: 'scale', value: 'Infinity' }],
    [() => normaliseBySigmoid(f(1), 'positive', { steepness: 0, scale: 1 }), { option: 'steepness', value: '0' }],
    [() => normaliseBySigmoid(f(3, 3), 'positive', { midpoint: 1 }), { value: 3, count: 2 }],
    [() => normaliseByPercentileRank(f(3), 'positive'), { count: 1, least: 2 }],
  ])('%s', (call, params) => {
    expect(faultsOf(call).map((one) => one.params)).toEqual([params])
  })
})

it('fractions where less is better: all at once against a frozen reference, by its best', () => {
  const reference = sampleStatistics(f(2, 8))
  expect(normaliseByFractionOfMaximum(f(1, 4), 'negative', { reference })).toEqual(f(200, 50))
  expect(normaliseByFractionOfMaximum(f(-4, 4), 'positive', { reference, full: 10 })).toEqual(f(-5, 5))
})

it('quantiles lie on the line between two places, and on a place but for rounding', () => {
  expect([0, 0.25, 0.5, 1].map((share) => quantile(f(10, 20, 40), share))).toEqual([10, 15, 20, 40])
  expect(quantile(f(10, 20, 40), 0.75)).toBe(30)
  expect(quantile(f(10, 20), 0.1 + 0.2)).toBeCloseTo(13, 12)
  expect(quantile(f(10, 20), 1e-10)).toBe(10)
  expect(quantile(f(10, 20), 1e-8)).toBeGreaterThan(10)
  expect(quantile(f(5, 5), 0.3)).toBe(5)
})

it('ranks against a frozen reference: between, below and above its values; ties by each rule', () => {
  const reference = sampleStatistics(f(1, 3, 3, 3, 5, 7))
  const ranks = (ties: 'min' | 'average' | 'max') => [
    ...normaliseByRank(f(0, 1, 2, 3, 4, 7, 9), 'positive', { reference, ties }),
  ]
  expect(ranks('min')).toEqual([1, 1, 2, 2, 5, 6, 6])
  expect(ranks('average')).toEqual([1, 1, 2, 3, 5, 6, 6])
  expect(ranks('max')).toEqual([1, 1, 2, 4, 5, 6, 6])
  expect([...normaliseByMidPercentile(f(0, 3, 4, 9), 'positive', { reference })]).toEqual([
    0,
    expect.closeTo((100 * 2.5) / 6, 12),
    expect.closeTo((100 * 4) / 6, 12),
    100,
  ])
})

it('z-scores over n: of 1 and 3 the deviation is 1, over n - 1 it is √2', () => {
  const near = (value: number) => [-value, value].map((each) => expect.closeTo(each, 14) as unknown)
  expect([...normaliseByZScore(f(1, 3), 'positive', { over: 'n' })]).toEqual(near(1))
  expect([...normaliseByZScore(f(1, 3), 'positive', { over: 'n - 1' })]).toEqual(near(Math.SQRT1_2))
})

it('efficacy with a mark of its own does not need the sample to differ; its marks must, and within reach', () => {
  expect(normaliseByEfficacy(f(3, 3), 'positive', { satisfactory: 6 })).toEqual(f(60, 60))
  expect(normaliseByEfficacy(f(3, 3), 'positive', { unacceptable: 0 })).toEqual(f(100, 100))
  expect(normaliseByEfficacy(f(3, 3), 'positive', { satisfactory: 5, unacceptable: 1 })).toEqual(f(80, 80))
  for (const [satisfactory, unacceptable] of [
    [5, 5],
    [1.7e308, -1.7e308],
  ] as const)
    expect(codes(() => normaliseByEfficacy(f(3, 4), 'positive', { satisfactory, unacceptable }))).toEqual([
      'SAMPLE_EFFICACY_ORDER',
    ])
})

it('a scale wider than any number is none', () => {
  expect(codes(() => normaliseByScale(f(1), 'positive', { lower: -1.7e308, upper: 1.7e308 }))).toEqual([
    'SAMPLE_SCALE_EMPTY',
  ])
})

it('categories: two may have one score; below a frozen sample is the first of them', () => {
  const categories = [
    [0, 50],
    [0.5, 50],
    [0.75, 90],
  ] as const
  const reference = sampleStatistics(f(1, 2, 3, 4, 5))
  expect(normaliseByCategory(f(-7, 1, 3, 4, 9), 'positive', { categories, reference })).toEqual(f(50, 50, 50, 90, 90))
})

it('statistics are not taken of an infinite value', () => {
  expect(faultsOf(() => sampleStatistics(f(1, -Infinity)))).toMatchObject([
    { code: 'PREPARE_VALUE_INFINITE', params: { row: 2 } },
  ])
})
