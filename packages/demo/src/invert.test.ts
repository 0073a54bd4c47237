import { Blank, compile, score, type NormaliseSpec } from '@plumbline/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf } from './fixture.ts'
import { invert, invertBandFromAbove, nearestLevel, type ContinuousSpec } from './invert.ts'

/** The kernel's score of one raw value: an index with this indicator alone. */
function normalise(spec: NormaliseSpec, raw: number): number {
  const plan = compile({
    semantics: 1,
    root: {
      kind: 'branch',
      id: 'root',
      weight: 1,
      aggregate: { method: 'arithmetic' },
      children: [{ kind: 'indicator', id: 'x', weight: 1, direction: directionOf(spec), normalise: spec }],
    },
    missing: 'no-result',
    facts: [],
    gates: [],
    grades: [{ id: 'only', min: 0 }],
    basicRule: [],
    periodMonths: 12,
  })
  const column = { values: Float64Array.of(raw), blanks: Uint8Array.of(Blank.none) }
  const data = { size: 1, units: ['u'], periods: ['2025'], groups: ['g'], columns: new Map([['x', column]]) }
  return score(plan, data).score[0] ?? NaN
}

const share = fc.double({ min: 0, max: 100, noNaN: true })
const raw = fc.double({ min: -1000, max: 1000, noNaN: true })
const span = fc.double({ min: 0.5, max: 1000, noNaN: true })

const ascending = fc
  .tuple(raw, span)
  .map(([worst, width]): ContinuousSpec => ({ method: 'goalposts', worst, best: worst + width }))
const specs: Readonly<Record<string, fc.Arbitrary<ContinuousSpec>>> = {
  'goalposts, more is better': ascending,
  'goalposts, less is better': fc
    .tuple(raw, span)
    .map(([best, width]): ContinuousSpec => ({ method: 'goalposts', worst: best + width, best })),
  'goalposts on a logarithm': fc
    .tuple(fc.double({ min: 0, max: 100, noNaN: true }), span, fc.double({ min: 0.1, max: 10, noNaN: true }))
    .map(([worst, width, offset]): ContinuousSpec => ({ method: 'goalposts-log', worst, best: worst + width, offset })),
  'an expert panel, by its result': fc.tuple(raw, span).map(([low, width]): ContinuousSpec => ({
    method: 'expert',
    scale: [low, low + width],
    ratersMin: 5,
    aggregate: 'trimmed-mean',
    dispersionAlert: 15,
  })),
  'a percentile, by its fallback': fc.tuple(raw, span).map(([worst, width]): ContinuousSpec => ({
    method: 'percentile',
    minGroup: 20,
    fallback: { method: 'goalposts', worst, best: worst + width },
  })),
  'straight lines between points': fc
    .array(fc.tuple(span, fc.integer({ min: 1, max: 99 })), { minLength: 1, maxLength: 6 })
    .map((steps): ContinuousSpec => {
      const scores = [...new Set(steps.map(([, s]) => s))].toSorted((a, b) => a - b)
      const raws = scores.map((_, i) => steps.slice(0, i + 1).reduce((sum, [width]) => sum + width, 0))
      return {
        method: 'piecewise',
        points: [[0, 0], ...scores.map((s, i) => [raws[i] ?? 0, s] as const), [(raws.at(-1) ?? 0) + 1, 100]],
      }
    }),
}

describe('the kernel gives the score that the raw value was made for', () => {
  it.each(Object.entries(specs))('%s', (_, spec) => {
    fc.assert(
      fc.property(spec, share, (made, target) => {
        expect(normalise(made, invert(made, target))).toBeCloseTo(target, 6)
      }),
    )
  })

  it('a band, from either side', () => {
    const band = fc
      .tuple(raw, span, span, span)
      .map(([low, a, b, c]) => ({ method: 'band', low, ideal: [low + a, low + a + b], high: low + a + b + c }) as const)
    fc.assert(
      fc.property(band, share, (made, target) => {
        expect(normalise(made, invert(made, target))).toBeCloseTo(target, 6)
        expect(normalise(made, invertBandFromAbove(made, target))).toBeCloseTo(target, 6)
      }),
    )
  })
})

it('falling straight lines are read backwards too', () => {
  const points = [
    [0, 100],
    [10, 40],
    [30, 0],
  ] as const
  expect(invert({ method: 'piecewise', points }, 70)).toBe(5)
  expect(invert({ method: 'piecewise', points }, 20)).toBe(20)
})

it('goalposts go on beyond their ends', () => {
  expect(invert({ method: 'goalposts', worst: 40, best: 8 }, 75)).toBe(16)
  expect(invert({ method: 'goalposts', worst: 0, best: 50 }, 104)).toBe(52)
})

it('a level is the listed one with the nearest score, and the kernel takes it', () => {
  const points = [
    [0, 0],
    [1, 20],
    [2, 40],
    [3, 65],
    [4, 85],
    [5, 100],
  ] as const
  expect([0, 9, 11, 30, 52, 53, 93, 104, -4].map((s) => nearestLevel(points, s))).toEqual([0, 0, 1, 1, 2, 3, 5, 5, 0])
  for (const [level, expected] of points) expect(normalise({ method: 'level-map', points }, level)).toBe(expected)
})
