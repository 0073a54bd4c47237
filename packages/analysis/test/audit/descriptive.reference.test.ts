import { describe, expect, it } from 'vitest'
import { describeIndicator } from '../../src/index.ts'
import { kurtosis } from '../../src/numeric/kurtosis.ts'
import { lnBeta } from '../../src/numeric/ln-beta.ts'
import { lnGamma } from '../../src/numeric/ln-gamma.ts'
import { skewness } from '../../src/numeric/skewness.ts'
import { chiSquareUpper, correlationTwoSided, fUpper, normalTwoSided } from '../../src/numeric/tails.ts'
import { coinr, columnsOf, datasets, expectClose, fixture, named, values, type Cells } from './fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

describe.each(['small', 'medium'] as const)('statistics as COINr has them: %s', (size) => {
  const { raw, cases } = coinr[size]
  const described = named(raw).map((column) => describeIndicator(column))
  const output = cases.stats_raw.output
  const figures = (name: string): Cells =>
    (output[name] ?? []).map((value) => (typeof value === 'number' ? value : null))
  const flagged = (name: string): boolean[] => (output[name] ?? []).map((value) => value !== 'ok')

  it.each([
    ['Min', (d) => d.min],
    ['Max', (d) => d.max],
    ['Mean', (d) => d.mean],
    ['Median', (d) => d.median],
    ['Std', (d) => d.standardDeviation],
    ['Skew', (d) => d.skewness],
    ['Kurt', (d) => d.kurtosis],
    ['N.Avail', (d) => d.available],
    ['N.NonZero', (d) => d.available - d.zeros],
    ['N.Unique', (d) => d.distinct],
    ['N.Same', (d) => d.most],
    ['Frc.Avail', (d) => d.availability],
    ['Frc.NonZero', (d) => 1 - (d.zeroShare ?? NaN)],
    ['Frc.Unique', (d) => d.distinctShare],
    ['Frc.Same', (d) => d.mostShare],
  ] as [string, (d: ReturnType<typeof describeIndicator>) => number | null][])('%s', (name, figure) => {
    const expected = figures(name)
    described.forEach((description, index) => expectClose([figure(description)], [expected[index] ?? null]))
  })

  it.each([
    ['Flag.Avail', 'lowAvailability'],
    ['Flag.NonZero', 'manyZeros'],
    ['Flag.Unique', 'fewDistinct'],
    ['Flag.SkewKurt', 'outliers'],
  ] as const)('%s', (name, flag) => {
    expect(described.map(({ flags }) => flags.includes(flag))).toEqual(flagged(name))
  })
})

interface Vector {
  readonly fn: 'skew' | 'kurt' | 'check_SkewKurt'
  readonly args: { readonly x: Cells | number }
  readonly output: number | string | null | { readonly Pass: boolean; readonly Skew: number; readonly Kurt: number }
}
const vectors = fixture<{ readonly cases: readonly Vector[] }>('skew_kurt').cases

describe('skewness and kurtosis of single vectors', () => {
  it.each(vectors.map((vector, index) => [index, vector.fn, vector] as const))('%i %s', (_, fn, { args, output }) => {
    const x = values(typeof args.x === 'number' ? [args.x] : args.x)
    if (fn === 'check_SkewKurt') {
      if (output === null || typeof output !== 'object') throw new Error('not a check')
      const description = describeIndicator({ id: 'x', values: x })
      expect(description.flags.includes('outliers')).toBe(!output.Pass)
      expectClose([description.skewness, description.kurtosis], [output.Skew, output.Kurt])
      return
    }
    const result = (fn === 'skew' ? skewness : kurtosis)(x)
    // R gives NaN for a constant vector and NA for a short one: here both are NaN, "not defined".
    if (typeof output === 'number' && Math.abs(output) > 1e-9) expectClose([result], [output])
    else if (typeof output === 'number') expect(Math.abs(result)).toBeLessThan(1e-12)
    else expect(result).toBeNaN()
  })
})

const descriptives = fixture<{ results: Readonly<Record<string, Readonly<Record<string, Cells>>>> }>(
  'descriptives',
).results

describe.each(Object.entries(descriptives))('descriptive statistics of %s', (name, expected) => {
  const described = columnsOf(datasets[name]?.matrix ?? []).map((column) => describeIndicator(column))
  it.each([
    ['mean', (d) => d.mean],
    ['sd_sample', (d) => d.standardDeviation],
    ['min', (d) => d.min],
    ['max', (d) => d.max],
    ['median', (d) => d.median],
    ['q25_type7', (d) => d.lowerQuartile],
    ['q75_type7', (d) => d.upperQuartile],
    ['p05_type7', (d) => d.p05],
    ['p95_type7', (d) => d.p95],
    ['mad', (d) => d.medianDeviation],
    ['skew_G1_unbiased', (d) => d.skewness],
    ['kurt_G2_excess_unbiased', (d) => d.kurtosis],
  ] as [string, (d: ReturnType<typeof describeIndicator>) => number | null][])('%s', (key, figure) => {
    expectClose(described.map(figure), expected[key] ?? [])
  })

  it('the figures that divide by n, and the others, follow from these', () => {
    const n = datasets[name]?.matrix.length ?? NaN
    const of = (figure: (d: ReturnType<typeof describeIndicator>) => number): number[] => described.map(figure)
    expectClose(
      of((d) => (d.standardDeviation ?? NaN) * Math.sqrt((n - 1) / n)),
      expected['sd_pop'] ?? [],
    )
    expectClose(
      of((d) => ((d.skewness ?? NaN) * (n - 2)) / Math.sqrt(n * (n - 1))),
      expected['skew_g1_biased'] ?? [],
    )
    expectClose(
      of((d) => ((d.kurtosis ?? NaN) * (n - 2) * (n - 3)) / (n - 1) / (n + 1) - 6 / (n + 1)),
      expected['kurt_g2_excess_biased'] ?? [],
      1e-11,
    )
    expectClose(
      of((d) => (d.standardDeviation ?? NaN) / (d.mean ?? NaN)),
      expected['cv_sample'] ?? [],
    )
  })
})

const special =
  fixture<Readonly<Record<'lnGamma' | 'lnBeta' | 'chi' | 'f' | 'r' | 'z', readonly (readonly number[])[]>>>(
    'special-functions',
  )

describe('special functions against 40 digits', () => {
  const close = (actual: number, expected: number, tolerance = 1e-12): void => {
    if (Math.abs(expected) > 1e-300) expect(Math.abs(actual / expected - 1)).toBeLessThan(tolerance)
    else expect(Math.abs(actual - expected)).toBeLessThan(1e-14)
  }
  it.each(special.lnGamma)('lnGamma(%f)', (x = NaN, expected = NaN) => close(lnGamma(x), expected))
  it.each(special.lnBeta)('lnBeta(%f, %f)', (a = NaN, b = NaN, expected = NaN) => close(lnBeta(a, b), expected))
  it.each(special.chi)('chiSquareUpper(%f, %f)', (x = NaN, df = NaN, expected = NaN) =>
    close(chiSquareUpper(x, df), expected),
  )
  it.each(special.f)('fUpper(%f, %f, %f)', (f = NaN, numerator = NaN, denominator = NaN, ...[expected = NaN]) =>
    close(fUpper(f, { numerator, denominator }), expected),
  )
  it.each(special.r)('correlationTwoSided(%f, %f)', (r = NaN, df = NaN, expected = NaN) =>
    close(correlationTwoSided(r, df), expected),
  )
  it.each(special.z)('normalTwoSided(%f)', (z = NaN, expected = NaN) => close(normalTwoSided(z), expected))
})

readsEveryCase(import.meta.url)
