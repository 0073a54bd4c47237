import { compile, FaultError } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { estimateSobol, prepareUncertainty, sobolIndices, sobolOfIndex } from '../../src/index.ts'
import { branch, datasetOf, fixture, flat, frameworkOf, leaf, matrixDataset } from '../uncertainty/support.ts'
import { readsEveryCase } from '../coverage.ts'
import { cases, designOf, ishigami, sobolG } from './designs.ts'

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

describe.each(Object.entries(cases))('the outputs of %s', (name, one) => {
  const { estimates, SALib, layout } = one
  const { factors: d, outputs, a, b, ab } = designOf(name, one)
  // The reference centres on the mean of all rows, those of the second order among them.
  const { indices } = sobolIndices({ a, b, ab }, { centre: meanOf(outputs), resamples: 400 })

  it("give the reference's indices", () => {
    expect(layout).toMatch(/^per base row: A, AB_1..AB_D/)
    expect(indices).toHaveLength(d)
    for (const [factor, index] of (indices ?? []).entries()) {
      expect(Math.abs(index.first - (estimates.S1_saltelli2010[factor] ?? NaN))).toBeLessThan(1e-12)
      expect(Math.abs(index.total - (estimates.ST_jansen[factor] ?? NaN))).toBeLessThan(1e-12)
    }
  })

  it("give bootstrap intervals of the reference's size: both have a random error of some 10 %", () => {
    for (const [factor, index] of (indices ?? []).entries()) {
      const first = SALib.S1_conf[factor] ?? NaN
      const total = SALib.ST_conf[factor] ?? NaN
      expect(Math.abs(index.firstError - first)).toBeLessThanOrEqual(0.4 * first)
      expect(Math.abs(index.totalError - total)).toBeLessThanOrEqual(0.4 * total)
    }
  })
})

it("agrees with COINr's indices once its missing centring and sample variance are put in", () => {
  const coinr = fixture<{
    readonly N: number
    readonly d: number
    readonly y: readonly number[]
    readonly Variance: number
    readonly SensInd: { readonly Si: readonly number[]; readonly STi: readonly number[] }
    readonly analytic: { readonly S: readonly number[] }
  }>('sensitivity/coinr-ishigami')
  const part = (block: number): Float64Array => Float64Array.from(coinr.y.slice(block * coinr.N, (block + 1) * coinr.N))
  const outputs = { a: part(0), b: part(1), ab: Array.from({ length: coinr.d }, (_, factor) => part(factor + 2)) }
  const toSample = (2 * coinr.N - 1) / (2 * coinr.N)
  const { variance, indices } = sobolIndices(outputs, { centre: 0 })
  expect(variance / toSample).toBeCloseTo(coinr.Variance, 12)
  for (const [factor, index] of (indices ?? []).entries()) {
    expect(index.first * toSample).toBeCloseTo(coinr.SensInd.Si[factor] ?? NaN, 12)
    expect(index.total * toSample).toBeCloseTo(coinr.SensInd.STi[factor] ?? NaN, 12)
  }
})

describe('centring', () => {
  it('keeps the first order from moving when a constant is added to the output', () => {
    const output = ([x = 0, y = 0]: readonly number[]): number => 4 * x + y * y
    const design = { factors: 2, base: 256, seed: 1 }
    const near = estimateSobol(output, design)
    const far = estimateSobol((point) => output(point) + 1000, design)
    for (const [factor, index] of (far.indices ?? []).entries()) {
      expect(index.first).toBeCloseTo(near.indices?.[factor]?.first ?? NaN, 9)
      expect(index.total).toBeCloseTo(near.indices?.[factor]?.total ?? NaN, 9)
    }
  })
})

describe.each([
  ['Ishigami', ishigami, cases['ishigami_N128']],
  ['Sobol-G', sobolG, cases['sobolG_D8_N64']],
] as const)('%s', (_, output, reference) => {
  const { S1, ST } = reference?.analytic ?? { S1: [], ST: [] }

  it("has its analytic indices in the estimate's own 99 % intervals", () => {
    const { indices } = estimateSobol(output, { factors: S1.length, base: 4096, seed: 20, confidence: 0.99 })
    expect(indices).toHaveLength(S1.length)
    for (const [factor, { first, firstError, total, totalError }] of (indices ?? []).entries()) {
      expect(Math.abs(first - (S1[factor] ?? NaN)), `first ${factor}`).toBeLessThan(firstError)
      expect(Math.abs(total - (ST[factor] ?? NaN)), `total ${factor}`).toBeLessThan(totalError)
      expect(firstError).toBeLessThan(0.12)
    }
  })

  it('is covered as often as the level says, over twenty seeds', () => {
    let [covered, asked] = [0, 0]
    for (let seed = 0; seed < 20; seed++) {
      const { indices } = estimateSobol(output, { factors: S1.length, base: 512, seed, resamples: 100 })
      for (const [factor, { first, firstError }] of (indices ?? []).entries()) {
        asked++
        if (Math.abs(first - (S1[factor] ?? NaN)) < firstError) covered++
      }
    }
    // Factors share a design, so the count is not binomial; 88 % leaves room for that at a level of 95 %.
    expect(covered / asked).toBeGreaterThan(0.88)
  })
})

describe('what cannot be', () => {
  const codes = (run: () => unknown): readonly string[] => {
    try {
      run()
    } catch (error) {
      if (error instanceof FaultError) return error.faults.map(({ code }) => code)
      throw error
    }
    return []
  }

  it('has no shares where the output does not vary', () => {
    expect(estimateSobol(() => 3, { factors: 2, base: 8, seed: 1 })).toEqual({ variance: 0, indices: null })
  })

  it('is refused, all at once', () => {
    const bad = { a: Float64Array.of(1), b: Float64Array.of(1, 2), ab: [Float64Array.of(NaN)] }
    expect(codes(() => sobolIndices(bad, { resamples: 1, confidence: 1 }))).toEqual([
      'SENSITIVITY_LENGTH',
      'SENSITIVITY_OUTPUT',
      'SENSITIVITY_OPTION',
      'SENSITIVITY_OPTION',
      'SENSITIVITY_CONFIDENCE',
    ])
    expect(codes(() => estimateSobol(() => 1, { factors: 0, base: 1.5 }))).toEqual([
      'SENSITIVITY_OPTION',
      'SENSITIVITY_OPTION',
    ])
  })
})

describe('the factors of an index', () => {
  const rows = Array.from({ length: 12 }, (_, row) =>
    Array.from({ length: 4 }, (__, j) => ((row * 37 + j * 53) * 17) % 101),
  )

  it('that cannot move a rank have no part; the one that can has all', () => {
    const plan = flat([0.25, 0.25, 0.25, 0.25])
    const model = prepareUncertainty(plan, matrixDataset(rows), {
      weights: [{ kind: 'dirichlet', branches: 'all', concentration: 5 }],
      missing: [{ nodes: 'all', options: ['exclude', 'zero'] }],
    })
    const { variance, indices } = sobolOfIndex(model, { seed: 4, base: 64 })
    expect(variance).toBeGreaterThan(0)
    expect(indices?.map(({ key }) => key)).toEqual(['weights/0', 'missing/0'])
    expect(indices?.[1]).toMatchObject({ first: 0, total: 0 })
    // With one factor at work AB is B: the total is the variance of the design's differences over its variance.
    expect(Math.abs((indices?.[0]?.total ?? NaN) - 1)).toBeLessThan(0.4)
    expect(sobolOfIndex(model, { seed: 4, base: 64 })).toEqual({ variance, indices })
  })

  it('have no shares where nothing moves a rank', () => {
    const model = prepareUncertainty(flat([1]), matrixDataset(rows.map(([x = 0]) => [x])), {
      aggregation: [{ branches: 'all', options: ['declared', { method: 'geometric' }] }],
    })
    expect(sobolOfIndex(model, { seed: 1, base: 8 }).indices).toBeNull()
  })

  it('take any output, and share out an interaction', () => {
    const plan = compile(
      frameworkOf(branch('index', 1, [branch('a', 0.5, [leaf('a1', 0.5), leaf('a2', 0.5)]), leaf('b', 0.5)])),
    )
    const dataset = datasetOf({ a1: [90, 10, 40], a2: [10, 60, 70], b: [20, 50, 80] })
    const model = prepareUncertainty(plan, dataset, {
      weights: [
        { kind: 'uniform', branches: ['a'], spread: 0.9 },
        { kind: 'uniform', branches: ['index'], spread: 0.1 },
      ],
    })
    const { indices } = sobolOfIndex(model, { seed: 2, base: 256, output: ({ score }) => score[0] ?? NaN })
    const [inner, outer] = indices ?? []
    expect(inner?.first).toBeGreaterThan(0.9)
    expect(outer?.total).toBeLessThan(0.1)
  })
})

readsEveryCase(import.meta.url)
