import { describe, expect, it } from 'vitest'
import { frozenStatistics } from '../../src/normalise/sample/frozen.ts'
import { namedRange } from '../../src/normalise/sample/named-range.ts'
import { scoreSample } from '../../src/normalise/sample/score-sample.ts'
import type { SampleNormaliseSpec } from '../../src/normalise/sample/spec.ts'
import { sampleStatistics } from '../../src/normalise/sample/statistics.ts'
import { faultsOf } from '../support/faults.ts'

const f = (...values: number[]): Float64Array => Float64Array.from(values)
const SAMPLE = [10, 20, 20, 40]
type Direction = 'positive' | 'negative'
const scored = (spec: SampleNormaliseSpec, raw: Float64Array, direction: Direction = 'positive', sample = SAMPLE) => {
  const { scores, held } = scoreSample(raw, spec, {
    direction,
    statistics: sampleStatistics(Float64Array.from(sample)),
    referenceValue: 20,
  })
  return { scores: [...scores], held: [...held] }
}
const nearly = (values: readonly number[]): unknown[] =>
  values.map((value) => (Number.isNaN(value) ? NaN : (expect.closeTo(value, 9) as unknown)))

/** The sample is 10, 20, 20, 40: mean 22.5, deviation sqrt(475 / 3). By the rules as written in `spec.ts`. */
const DEVIATION = Math.sqrt(475 / 3)
const CASES: readonly (readonly [SampleNormaliseSpec, Direction, readonly number[], readonly number[]])[] = [
  [{ method: 'min-max', low: 20, high: 80 }, 'positive', [10, 20, 40], [20, 40, 80]],
  [{ method: 'min-max', low: 20, high: 80 }, 'negative', [10, 20, 40], [80, 60, 20]],
  [{ method: 'z-score', mean: 50, deviation: 10 }, 'positive', [22.5, 32.5], [50, 50 + 100 / DEVIATION]],
  [{ method: 'z-score', mean: 50, deviation: 10 }, 'negative', [32.5], [50 - 100 / DEVIATION]],
  [{ method: 'scaled', lower: 0, upper: 50 }, 'positive', [10, 40], [20, 80]],
  [{ method: 'scaled', lower: 0, upper: 50 }, 'negative', [10, 40], [80, 20]],
  [{ method: 'rank', ties: 'min' }, 'positive', [10, 20, 40], [25, 50, 100]],
  [{ method: 'rank', ties: 'average' }, 'positive', [20], [62.5]],
  [{ method: 'rank', ties: 'max' }, 'negative', [20, 10], [75, 100]],
  [{ method: 'borda', ties: 'min' }, 'positive', [10, 20, 40], [0, 100 / 3, 100]],
  [{ method: 'borda', ties: 'max' }, 'negative', [20, 40], [200 / 3, 0]],
  [{ method: 'percentile-rank', ties: 'average' }, 'positive', [10, 20, 40], [0, 50, 100]],
  [{ method: 'percentile-rank', ties: 'min' }, 'positive', [20], [100 / 3]],
  [{ method: 'percentile-rank', ties: 'max' }, 'positive', [20], [200 / 3]],
  [{ method: 'mid-percentile' }, 'positive', [10, 20, 40], [12.5, 50, 87.5]],
  [{ method: 'mid-percentile' }, 'negative', [10], [87.5]],
  [{ method: 'fraction-of-maximum', lessIsBetter: 'reciprocal' }, 'positive', [10, 40], [25, 100]],
  [{ method: 'fraction-of-maximum', lessIsBetter: 'reciprocal' }, 'negative', [10, 40], [100, 25]],
  [{ method: 'fraction-of-maximum', lessIsBetter: 'complement' }, 'negative', [10, 40], [75, 0]],
  [{ method: 'distance-to-maximum' }, 'positive', [10, 25, 40], [0, 50, 100]],
  [{ method: 'distance-to-maximum' }, 'positive', [25], [50]],
  [{ method: 'distance-to-reference', reference: 30 }, 'positive', [10, 20, 30], [0, 50, 100]],
  [{ method: 'distance-to-reference', reference: 'unit' }, 'positive', [10, 15, 20], [0, 50, 100]],
  [{ method: 'distance-to-target', target: 30, sides: 'one' }, 'positive', [10, 20, 30], [0, 50, 100]],
  [{ method: 'distance-to-target', target: 20, sides: 'one' }, 'negative', [40, 30, 20], [0, 50, 100]],
  [{ method: 'distance-to-target', target: 20, sides: 'two' }, 'positive', [10, 20, 40], [50, 100, 0]],
  [
    { method: 'efficacy', base: 60, span: 40, outside: 'extend', satisfactory: 30, unacceptable: 10 },
    'positive',
    [0, 10, 20, 30],
    [40, 60, 80, 100],
  ],
  [{ method: 'efficacy', base: 60, span: 40, outside: 'hold' }, 'negative', [40, 25, 10], [60, 80, 100]],
  [
    {
      method: 'categorical',
      categories: [
        [0, 0],
        [0.5, 60],
        [1 - 1e-9, 100],
      ],
    },
    'positive',
    [10, 20, 40],
    [0, 60, 100],
  ],
  [{ method: 'sigmoid', steepness: 1 }, 'positive', [22.5, 22.5 + DEVIATION], [50, 100 / (1 + Math.exp(-1))]],
  [{ method: 'sigmoid', steepness: 2, midpoint: 20, scale: 10 }, 'negative', [25], [100 / (1 + Math.exp(1))]],
]

it.each(CASES)('%j, %s: %j gives %j', (spec, direction, raw, expected) => {
  expect(scored(spec, Float64Array.from(raw), direction)).toEqual({ scores: nearly(expected), held: raw.map(() => 0) })
})

describe('beyond its ends a score is held, and marked', () => {
  it('at 0 and 100, at the ends of min-max, and at those of efficacy where it is to hold', () => {
    const minMax: SampleNormaliseSpec = { method: 'min-max', low: 20, high: 80 }
    expect(scored(minMax, f(9, 10, 40, 41, NaN))).toEqual({ scores: [20, 20, 80, 80, NaN], held: [-1, 0, 0, 1, 0] })
    const scale: SampleNormaliseSpec = { method: 'scaled', lower: 0, upper: 50 }
    expect(scored(scale, f(-1, 0, 50, 51))).toEqual({ scores: [0, 0, 100, 100], held: [-1, 0, 0, 1] })
    const efficacy = { method: 'efficacy', base: 60, span: 30 } as const
    expect(scored({ ...efficacy, outside: 'hold' }, f(7, 10, 40, 43))).toEqual({
      scores: [60, 60, 90, 90],
      held: [-1, 0, 0, 1],
    })
    expect(scored({ ...efficacy, outside: 'extend' }, f(7, 43, 90))).toEqual({
      scores: [expect.closeTo(57, 9), expect.closeTo(93, 9), 100],
      held: [0, 0, 1],
    })
  })
})

describe('all of the sample are equal', () => {
  const equal = [7, 7, 7]
  const specs: readonly (readonly [SampleNormaliseSpec, string])[] = [
    [{ method: 'min-max', low: 0, high: 100 }, 'SAMPLE_CONSTANT'],
    [{ method: 'distance-to-reference', reference: 7 }, 'SAMPLE_REFERENCE_AT_WORST'],
    [{ method: 'distance-to-target', target: 7, sides: 'one' }, 'SAMPLE_TARGET_AT_WORST'],
  ]

  it.each(specs)('%j: a fault, or the score that the standard names', (spec, code) => {
    expect(faultsOf(() => scored(spec, f(7, 7), 'positive', equal)).map((one) => one.code)).toEqual([code])
    expect(scored({ ...spec, constant: 70 }, f(7, NaN, 9), 'positive', equal)).toEqual({
      scores: [70, NaN, 70],
      held: [0, 0, 0],
    })
  })

  it('one value has no percentile rank and no share of the points', () => {
    for (const method of ['percentile-rank', 'borda'] as const) {
      const spec = { method, ties: 'min' } as const
      expect(faultsOf(() => scored(spec, f(7), 'positive', [7]))).toMatchObject([
        { code: 'SAMPLE_TOO_FEW', params: { count: 1, least: 2 } },
      ])
      expect(scored({ ...spec, constant: 50 }, f(7), 'positive', [7]).scores).toEqual([50])
    }
  })

  it('the named score is for that alone: other faults, and samples that differ, stay faults', () => {
    const target = { method: 'distance-to-target', target: 10, sides: 'one', constant: 50 } as const
    expect(faultsOf(() => scored(target, f(10))).map((one) => one.code)).toEqual(['SAMPLE_TARGET_AT_WORST'])
    const infinite = { method: 'min-max', low: 0, high: 100, constant: 50 } as const
    expect(faultsOf(() => scored(infinite, f(Infinity), 'positive', equal)).map((one) => one.code)).toEqual([
      'PREPARE_VALUE_INFINITE',
    ])
  })
})

it('a frozen sample: its values in any order, or its figures', () => {
  expect(frozenStatistics({ values: [40, 20, 10, 20] })).toEqual(sampleStatistics(Float64Array.from(SAMPLE)))
  const figures = { count: 4, minimum: 10, maximum: 40, mean: 22.5, deviation: DEVIATION }
  expect(frozenStatistics(figures)).toEqual({ ...figures, sorted: f() })
})

it('the range that a standard names itself', () => {
  expect(namedRange({ method: 'scaled', lower: 1, upper: 5 })).toEqual([1, 5])
  const efficacy = { method: 'efficacy', base: 60, span: 40, outside: 'hold' } as const
  expect(namedRange({ ...efficacy, satisfactory: 2, unacceptable: 9 })).toEqual([2, 9])
  expect(namedRange({ ...efficacy, satisfactory: 2 })).toBeNull()
  expect(namedRange({ ...efficacy, unacceptable: 2 })).toBeNull()
  expect(namedRange({ method: 'mid-percentile' })).toBeNull()
  expect(namedRange({ method: 'mid-percentile', sample: { values: [3, -1, 2] } })).toEqual([-1, 3])
  const figures = { count: 4, minimum: 10, maximum: 40, mean: 22.5, deviation: DEVIATION }
  expect(namedRange({ method: 'min-max', low: 0, high: 1, sample: figures })).toEqual([10, 40])
})
