import { compile, FaultError, type Framework, type IndicatorSpec } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import {
  mergeBlocks,
  prepareUncertainty,
  runBlock,
  runUncertainty,
  sampleDraw,
  scoreDraw,
  standDraw,
  summarise,
  type UncertaintySpec,
} from '../../src/index.ts'
import { branch, datasetOf, frameworkOf, leaf } from './support.ts'

const planOf = (specs: readonly IndicatorSpec[], over: Partial<Framework> = {}) =>
  compile(frameworkOf(branch('index', 1, specs), over))

const A = [12, 25, 31, 44, 52, 67, 71, 88, null, 95]
const B = [10, 22, 35, 41, 55, 63, 75, 85, 60, 99]
const dataset = datasetOf({ a: A, b: B })
const plan = planOf([leaf('a', 0.5), leaf('b', 0.5)], { pipeline: { impute: [{ method: 'mean' }] } })
const GAP = 8

const codesOf = (call: () => unknown) => {
  try {
    call()
  } catch (error) {
    if (error instanceof FaultError) return error.faults.map(({ code, at }) => [code, at.path, at.id])
    throw error
  }
  return []
}

describe('imputation as a factor', () => {
  const spec: UncertaintySpec = { imputation: [{ indicators: 'all', options: ['multiple'], imputations: 10 }] }

  it('moves the units that are imputed and nobody else, by draws from around the line of the others', () => {
    const model = prepareUncertainty(plan, dataset, spec)
    const results = Array.from({ length: 40 }, (_, draw) => scoreDraw(model, sampleDraw(model, 1, draw)))
    const of = (row: number) => new Set(results.map(({ score }) => score[row]))
    expect(of(GAP).size).toBeGreaterThan(3)
    expect(of(GAP).size).toBeLessThanOrEqual(10)
    for (const row of [0, 1, 9]) expect([...of(row)]).toEqual([model.nominal.score[row]])
    // b is 60, and a goes with b: near 60, not at the mean 53.9
    const values = results.map(({ prepared }) => prepared?.columns.get('a')?.values[GAP] ?? NaN)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    expect(Math.abs(mean - 62)).toBeLessThan(6)
    expect(results[0]?.prepared?.columns.get('a')?.imputed.get(GAP)?.method).toBe('given')
  })

  it('stands as it scores, to the bit, when the same draws come again', () => {
    const model = prepareUncertainty(plan, dataset, {
      ...spec,
      weights: [{ kind: 'uniform', branches: 'all', spread: 0.4 }],
      treatment: [{ indicators: 'all', options: ['declared', {}] }],
    })
    for (const draw of [...Array(30).keys(), ...Array(30).keys()]) {
      const drawn = sampleDraw(model, 3, draw)
      const { score, status, grade, rank } = scoreDraw(model, drawn)
      expect(standDraw(model, drawn)).toEqual({ score, status, grade, rank })
    }
  })

  it('counts the same in one block as in two, each on a model of its own', async () => {
    const frame = { seed: 7, draws: 40 }
    const model = () => prepareUncertainty(plan, dataset, spec)
    const halves = [runBlock(model(), frame, { from: 0, to: 13 }), runBlock(model(), frame, { from: 13, to: 40 })]
    expect(summarise(model(), mergeBlocks(halves))).toEqual(await runUncertainty(plan, dataset, { spec, ...frame }))
  })

  it('draws among methods, and none', () => {
    const methods: UncertaintySpec = {
      imputation: [{ indicators: ['a'], options: ['declared', 'none', [{ method: 'median' }]] }],
    }
    const model = prepareUncertainty(plan, dataset, methods)
    const found = new Set(
      Array.from({ length: 40 }, (_, draw) => scoreDraw(model, sampleDraw(model, 1, draw)).score[GAP]),
    )
    // the mean of a is 53.888…, the median 52; without a there is b alone
    expect([...found].sort((x, y) => (x ?? 0) - (y ?? 0))).toEqual([56, expect.closeTo((485 / 9 + 60) / 2, 8), 60])
  })

  it.each<readonly [string, UncertaintySpec, string]>([
    ['a wrong name', { imputation: [{ indicators: ['aa'], options: ['none'] }] }, 'UNCERTAINTY_UNKNOWN_NODE'],
    ['no option', { imputation: [{ indicators: 'all', options: [] }] }, 'UNCERTAINTY_NO_OPTIONS'],
    [
      'one imputation',
      { imputation: [{ indicators: 'all', options: ['multiple'], imputations: 1 }] },
      'UNCERTAINTY_IMPUTATIONS',
    ],
    [
      'ends the wrong way round',
      { imputation: [{ indicators: 'all', options: ['multiple'], least: 2, most: 1 }] },
      'UNCERTAINTY_NOISE_BOUNDS',
    ],
    ['nothing imputed', { imputation: [{ indicators: ['b'], options: ['multiple'] }] }, 'UNCERTAINTY_NOTHING_IMPUTED'],
    [
      'a pillar that is nowhere',
      { imputation: [{ indicators: ['a'], options: [[{ method: 'em', pillars: ['x'] }]] }] },
      'PIPELINE_UNKNOWN_PILLAR',
    ],
    [
      'a limit out of range',
      { treatment: [{ indicators: ['a'], options: [{ skewness: -1 }] }] },
      'PREPARE_OPTION_RANGE',
    ],
    ['a wrong name to treat', { treatment: [{ indicators: ['z'], options: ['none'] }] }, 'UNCERTAINTY_UNKNOWN_NODE'],
    [
      'one twice',
      {
        treatment: [
          { indicators: 'all', options: ['none'] },
          { indicators: ['a'], options: ['none'] },
        ],
      },
      'UNCERTAINTY_NAMED_TWICE',
    ],
  ])('%s is a fault', (_, wrong, code) => {
    expect(codesOf(() => prepareUncertainty(plan, dataset, wrong)).map(([found]) => found)).toContain(code)
  })
})

describe('treatment as a factor', () => {
  const OUTLIER = [1, 2, 2, 3, 3, 3, 4, 90]
  const skewed = datasetOf({ a: OUTLIER })
  const minMax = { ...leaf('a', 1), normalise: { method: 'min-max', low: 0, high: 100 } } as const

  it('on, off, and otherwise', () => {
    const treated = planOf([minMax], { pipeline: { treat: {} } })
    const model = prepareUncertainty(treated, skewed, {
      treatment: [
        { indicators: 'all', options: ['declared', 'none', { transforms: [{ kind: 'clamp', low: null, high: 10 }] }] },
      ],
    })
    const found = new Set(
      Array.from({ length: 40 }, (_, draw) => scoreDraw(model, sampleDraw(model, 1, draw)).score[6]),
    )
    // 4 of 1 to 4, of 1 to 90, of 1 to 10
    expect([...found].sort((x, y) => (x ?? 0) - (y ?? 0))).toEqual([
      expect.closeTo(300 / 89, 8),
      expect.closeTo(300 / 9, 8),
      100,
    ])
  })

  it('is drawn for a standard that treats nothing', () => {
    const model = prepareUncertainty(planOf([minMax]), skewed, { treatment: [{ indicators: ['a'], options: [{}] }] })
    expect(scoreDraw(model, sampleDraw(model, 1, 0)).score[6]).toBe(100)
    expect(model.nominal.score[6]).toBeCloseTo(300 / 89, 8)
  })

  it('goes with a drawn normaliser: the sample is the treated one', () => {
    const treated = planOf([leaf('a', 1)], { pipeline: { treat: {} } })
    const model = prepareUncertainty(treated, skewed, {
      normalisation: [{ indicators: ['a'], options: [{ method: 'sample-min-max', low: 0, high: 100 }] }],
    })
    const { score } = scoreDraw(model, sampleDraw(model, 1, 0))
    expect([score[0], score[6], score[7]]).toEqual([0, 100, 100])
  })
})
