import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equipercentile, linkScores, meanSigma, type LinkSample } from '../../src/compare/index.ts'

const mean = (x: readonly number[]) => x.reduce((sum, each) => sum + each, 0) / x.length
const sd = (x: readonly number[]) => Math.sqrt(x.reduce((sum, each) => sum + (each - mean(x)) ** 2, 0) / (x.length - 1))
const group = fc
  .array(
    fc.integer({ min: 0, max: 1000 }).map((x) => x / 10),
    { minLength: 5, maxLength: 40 },
  )
  .filter((x) => new Set(x).size > 1)

describe('mean-sigma', () => {
  it('by hand', () => {
    // Mean 20, sd 10 to mean 60, sd 20: y = 60 + 2 (x − 20).
    expect([10, 25, 40].map(meanSigma([10, 20, 30], [40, 60, 80]))).toEqual([40, 70, 100])
  })

  it('gives the other scale’s mean and standard deviation, and a scale to itself', () => {
    fc.assert(
      fc.property(group, group, (from, to) => {
        const linked = from.map(meanSigma(from, to))
        expect(mean(linked)).toBeCloseTo(mean(to), 9)
        expect(sd(linked)).toBeCloseTo(sd(to), 9)
        from.forEach((x) => expect(meanSigma(from, from)(x)).toBeCloseTo(x, 10))
      }),
    )
  })
})

describe('equipercentile', () => {
  it('by hand, ties counted half', () => {
    // Ranks of from: 1 at 1/8, 2 (twice) at 1/2, 4 at 7/8. Ranks of to: 10, 20, 30, 40 at 1/8, 3/8, 5/8, 7/8.
    const link = equipercentile([1, 2, 2, 4], [10, 20, 30, 40])
    // 2 is halfway from 20 to 30; 3 is at 11/16, a quarter of the way from 30 to 40.
    expect([1, 2, 3, 4].map(link)).toEqual([10, 25, 32.5, 40])
    expect([0, 9].map(link)).toEqual([10, 40])
  })

  it('of a distribution to itself is the identity; it never turns an order round', () => {
    fc.assert(
      fc.property(group, group, (from, to) => {
        for (const x of from) expect(equipercentile(from, from)(x)).toBe(x)
        const link = equipercentile(from, to)
        const sorted = [...from].sort((a, b) => a - b).map(link)
        sorted.forEach((y, i) => expect(y).toBeGreaterThanOrEqual(sorted[i - 1] ?? -Infinity))
      }),
    )
  })

  it('keeps the median of an odd group without ties', () => {
    expect(equipercentile([5, 1, 9, 3, 7], [50, 20, 90, 30, 70])(5)).toBe(50)
  })
})

const sample = (scores: readonly number[], anchors: readonly number[]): LinkSample => ({
  scores: Float64Array.from(scores),
  anchors: Float64Array.from(anchors),
})
const a = sample([10, 20, 30, 40, 50], [1, 2, 3, 4, 5])
const b = sample([55, 60, 65, 70, 75, 80], [0, 1, 2, 3, 4, 5])

describe('through the anchor', () => {
  it.each(['mean-sigma', 'equipercentile'] as const)('by hand, where all lies on lines: %s', (method) => {
    // Score 20 of the first has anchor 2, which in the second goes with 65; 30 with 70.
    const { points, units, anchorCorrelation } = linkScores(a, b, { method, scores: [20, 30], seed: 1, replicates: 50 })
    expect(points.map(({ linked }) => Number(linked.toFixed(9)))).toEqual([65, 70])
    expect(units).toEqual([5, 6])
    expect(anchorCorrelation.map((r) => Number(r.toFixed(12)))).toEqual([1, 1])
    // Linear data: every resample finds the same line.
    if (method === 'mean-sigma') for (const { standardError } of points) expect(standardError).toBeLessThan(1e-9)
  })

  it('of a sector to itself is the identity', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 6, maxLength: 30 }), (pairs) => {
        const [x, v] = [pairs.map(([own]) => own), pairs.map(([, anchor]) => anchor)]
        fc.pre(new Set(x).size > 1 && new Set(v).size > 1)
        const own = sample(x, v)
        for (const { score, linked } of linkScores(own, own, {
          method: 'mean-sigma',
          scores: x,
          seed: 1,
          replicates: 2,
        }).points)
          expect(linked).toBeCloseTo(score, 9)
      }),
      { numRuns: 30 },
    )
  })

  it('has a standard error like that of theory', () => {
    // 200 units a sector, score = anchor exactly in the first, noisy in the second; at the mean the linked score is
    // mean(Y) + slope·(mean difference), whose error is near sd/√n·√(1 + 1 − 2r) for each group's sampling.
    const n = 200
    const wave = (i: number, k: number) => Math.sin(i * 12.9898 + k * 78.233) * 10
    const x = Array.from({ length: n }, (_, i) => 50 + wave(i, 1))
    const noise = Array.from({ length: n }, (_, i) => wave(i, 5))
    const second = sample(
      x.map((each, i) => each + (noise[i] ?? 0)),
      x,
    )
    const [point] = linkScores(sample(x, x), second, {
      method: 'mean-sigma',
      scores: [mean(x)],
      seed: 7,
      replicates: 2000,
    }).points
    // At the mean only mean(Y) − slope·mean(V) varies: its variance is var(Y − slope·V)/n, slope = sd(Y)/sd(V).
    const y = [...second.scores]
    const slope = sd(y) / sd(x)
    const theory = sd(y.map((each, i) => each - slope * (x[i] ?? 0))) / Math.sqrt(n)
    // 2000 replicates know a standard error to about 1/√4000 = 1.6 %; five times that.
    expect(Math.abs((point?.standardError ?? 0) / theory - 1)).toBeLessThan(0.08)
  })

  it('is the same for the same seed, whatever else is asked', () => {
    const noisy = sample([50, 62, 61, 75, 71, 84], [0, 1, 2, 3, 4, 5])
    const ask = (seed: number, scores: readonly number[]) =>
      linkScores(a, noisy, { method: 'equipercentile', scores, seed, replicates: 100 }).points
    expect(ask(3, [20, 30])[1]).toEqual(ask(3, [30])[0])
    expect(ask(3, [30])).not.toEqual(ask(4, [30]))
  })

  it('leaves out units that lack a score', () => {
    const gap = sample([10, 20, 30, 40, 50, NaN], [1, 2, 3, 4, 5, 9])
    expect(linkScores(gap, b, { method: 'mean-sigma', scores: [20], seed: 1, replicates: 10 })).toEqual(
      linkScores(a, b, { method: 'mean-sigma', scores: [20], seed: 1, replicates: 10 }),
    )
  })

  it('refuses what cannot be linked, both sides at once', () => {
    const options = { method: 'mean-sigma', scores: [1], seed: 1, replicates: 1 } as const
    expect(() => linkScores(sample([1, 2], [1, 2]), sample([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]), options)).toThrow(
      /LINK_UNITS_TOO_FEW .*"side":1[\s\S]*LINK_NO_SPREAD .*"side":2[\s\S]*LINK_REPLICATES_TOO_FEW/,
    )
    expect(() =>
      linkScores(sample([1, 2, 3, 4, 5], [1]), sample([1, 2, 3, 4, Infinity], [1, 2, 3, 4, 5]), options),
    ).toThrow(/LINK_LENGTH_DIFFERS[\s\S]*LINK_NOT_FINITE/)
  })
})
