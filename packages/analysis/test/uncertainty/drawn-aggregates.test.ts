import { compile, score, type AggregateSpec } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { checkSpec } from '../../src/uncertainty/check-spec.ts'
import { prepareUncertainty, rankReversals, sampleDraw, scoreDraw } from '../../src/index.ts'
import { branch, frameworkOf, leaf, matrixDataset } from './support.ts'

const DRAWN: readonly AggregateSpec[] = [
  { method: 'weighted-median' },
  { method: 'owa', weights: [0.2, 0.3, 0.5] },
  { method: 'choquet', interactions: [{ between: ['c0', 'c1'], value: 0.2 }] },
  { method: 'mazziotta-pareto', variant: 'adjusted' },
  { method: 'copeland', within: 'period' },
  { method: 'topsis', within: 'period', scaling: 'vector', distance: 'euclidean' },
  { method: 'vikor', within: 'period', v: 0.5 },
  { method: 'promethee', within: 'period', preference: { shape: 'usual' } },
  { method: 'grey-relation', within: 'period', rho: 0.5 },
]
const matrix = [
  [90, 20, 60],
  [40, 80, 50],
  [70, 60, 10],
  [30, 30, 95],
]
const children = [leaf('c0', 0.5), leaf('c1', 0.3), leaf('c2', 0.2)]
const plan = compile(frameworkOf(branch('index', 1, children)))
const dataset = matrixDataset(matrix)

describe.each(DRAWN.map((option) => [option.method, option] as const))('%s as a drawn aggregation', (_, option) => {
  it('scores as a standard that declares it', () => {
    const model = prepareUncertainty(plan, dataset, { aggregation: [{ branches: 'all', options: [option] }] })
    const declared = compile(frameworkOf({ ...branch('index', 1, children), aggregate: option }))
    expect(scoreDraw(model, sampleDraw(model, 1, 0)).score).toEqual(score(declared, dataset).score)
  })

  it('takes drawn weights where it reads any shares', () => {
    const model = prepareUncertainty(plan, dataset, {})
    const aggregates = new Map([['index', option]])
    const heavy = new Map([
      ['c0', 0.02],
      ['c1', 0.02],
      ['c2', 0.96],
    ])
    const [plain, weighted] = [scoreDraw(model, { aggregates }), scoreDraw(model, { aggregates, weights: heavy })]
    if (option.method === 'owa' || option.method === 'choquet') expect(weighted.score).toEqual(plain.score)
    else expect(weighted.score).not.toEqual(plain.score)
  })
})

it('an aggregation that does not fit its branch is a fault of the specification', () => {
  const spec = { aggregation: [{ branches: 'all', options: [{ method: 'owa', weights: [1] }] }] } as const
  expect(checkSpec(plan, dataset, spec).map(({ code, at }) => [code, at.path])).toEqual([
    ['OWA_COUNT', 'aggregation/0'],
  ])
})

it('methods that compare may turn ranks round when one leaves', () => {
  const model = prepareUncertainty(plan, dataset, {})
  const found = rankReversals(model, { aggregates: new Map([['index', { method: 'copeland', within: 'period' }]]) })
  expect(found.length).toBe(4)
})
