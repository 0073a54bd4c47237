import { compile, FaultError } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import {
  mergeBlocks,
  normaliseBySample,
  prepareUncertainty,
  runBlock,
  runUncertainty,
  summarise,
  type UncertaintySpec,
} from '../../src/index.ts'
import { branch, datasetOf, frameworkOf, leaf } from './support.ts'

const plan = compile(
  frameworkOf(
    branch('index', 1, [
      branch('a', 0.5, [leaf('a1', 0.5), leaf('a2', 0.5)]),
      branch(
        'm',
        0.5,
        [leaf('m1', 0.5), { ...leaf('m2', 0.5), normalise: { method: 'boolean', whenTrue: 100, whenFalse: 0 } }],
        'minimum',
      ),
    ]),
    {
      gates: [
        {
          id: 'g',
          kind: 'veto',
          when: { all: [{ not: { leaf: 'a1', op: '>=', value: 1 } }, { any: [{ node: 'a', op: '<', value: 0 }] }] },
        },
      ],
    },
  ),
)
const dataset = datasetOf({ a1: [10, 20], a2: [30, 40], m1: [50, 60], m2: [1, 0] })

const faultsOf = (run: () => unknown): readonly (readonly [string, string | undefined])[] => {
  try {
    run()
  } catch (error) {
    if (error instanceof FaultError) return error.faults.map(({ code, at }) => [code, at.id ?? at.path])
    throw error
  }
  return []
}
const codes = (run: () => unknown): readonly string[] => faultsOf(run).map(([code]) => code)

describe('a specification that does not fit', () => {
  it('is refused with every fault at once', () => {
    const spec: UncertaintySpec = {
      weights: [
        { kind: 'uniform', branches: ['wieghts', 'm'], spread: 1 },
        { kind: 'dirichlet', branches: [], concentration: 0 },
        { kind: 'experts', branches: ['a'], resample: 'pick', vectors: [] },
        {
          kind: 'experts',
          branches: ['a'],
          resample: 'pick',
          vectors: [
            { a1: 1, zz: 1 },
            { a1: 0, a2: 0 },
          ],
        },
      ],
      aggregation: [{ branches: ['a1'], options: [] }],
      normalisation: [
        { indicators: ['a'], options: [] },
        { indicators: ['a1'], options: [{ method: 'sample-z-score', mean: 50, sd: 10 }] },
      ],
      inclusion: [{ indicators: ['nobody'], probability: 2 }],
      noise: [{ indicators: ['m2'], shape: 'normal', scale: 'absolute', size: -1, least: 2, most: 1 }],
      missing: [{ nodes: ['nowhere'], options: [] }],
    }
    expect(faultsOf(() => prepareUncertainty(plan, dataset, spec))).toEqual([
      ['UNCERTAINTY_UNKNOWN_NODE', 'wieghts'],
      ['UNCERTAINTY_NO_SHARES', 'm'],
      ['UNCERTAINTY_SPREAD', 'weights/0'],
      ['UNCERTAINTY_CONCENTRATION', 'weights/1'],
      ['UNCERTAINTY_NO_EXPERTS', 'weights/2'],
      ['UNCERTAINTY_EXPERT_UNKNOWN_NODE', 'zz'],
      ['UNCERTAINTY_EXPERT_WEIGHT', 'a2'],
      ['UNCERTAINTY_EXPERT_ALL_ZERO', 'weights/3'],
      ['UNCERTAINTY_UNKNOWN_NODE', 'a1'],
      ['UNCERTAINTY_NO_OPTIONS', 'aggregation/0'],
      ['UNCERTAINTY_UNKNOWN_NODE', 'a'],
      ['UNCERTAINTY_NO_OPTIONS', 'normalisation/0'],
      ['UNCERTAINTY_READ_BY_GATE', 'a1'],
      ['UNCERTAINTY_UNKNOWN_NODE', 'nobody'],
      ['UNCERTAINTY_PROBABILITY', 'inclusion/0'],
      ['UNCERTAINTY_NOISE_SIZE', 'noise/0'],
      ['UNCERTAINTY_NOISE_BOUNDS', 'noise/0'],
      ['UNCERTAINTY_NOISE_ON_LEVELS', 'm2'],
      ['UNCERTAINTY_UNKNOWN_NODE', 'nowhere'],
      ['UNCERTAINTY_NO_OPTIONS', 'missing/0'],
      ['UNCERTAINTY_NOTHING_NAMED', 'weights/1'],
      ['UNCERTAINTY_NAMED_TWICE', 'a'],
    ])
  })

  it("is refused by the kernel's own rules where an alternative cannot be run", () => {
    const spec: UncertaintySpec = {
      aggregation: [{ branches: ['a'], options: [{ method: 'power', exponent: 0 }] }],
      normalisation: [{ indicators: ['a2'], options: [{ method: 'goalposts', worst: 5, best: 5 }] }],
    }
    const found = codes(() => prepareUncertainty(plan, dataset, spec))
    expect(found).toHaveLength(2)
    for (const code of found) expect(code).not.toMatch(/^UNCERTAINTY/)
  })

  it('is refused where single values are needed and a panel has rated', () => {
    const rated = new Map(dataset.columns)
    const a2 = rated.get('a2')
    if (a2) rated.set('a2', { ...a2, ratings: new Map([[0, [1, 2, 3]]]) })
    const spec: UncertaintySpec = { noise: [{ indicators: ['a2'], shape: 'normal', scale: 'absolute', size: 1 }] }
    expect(codes(() => prepareUncertainty(plan, { ...dataset, columns: rated }, spec))).toEqual([
      'UNCERTAINTY_PANEL_RATINGS',
    ])
  })
})

describe('an entry without effect', () => {
  it('is refused: a node named twice, nobody reached', () => {
    const spec: UncertaintySpec = {
      weights: [
        { kind: 'uniform', branches: 'all', spread: 0.1 },
        { kind: 'uniform', branches: ['a'], spread: 0.2 },
      ],
      inclusion: [{ indicators: ['m1', 'm1'], probability: 0.5 }],
    }
    expect(faultsOf(() => prepareUncertainty(plan, dataset, spec))).toEqual([
      ['UNCERTAINTY_NAMED_TWICE', 'a'],
      ['UNCERTAINTY_NAMED_TWICE', 'm1'],
    ])
    const noMean = compile(frameworkOf(branch('index', 1, [leaf('a1', 0.5), leaf('a2', 0.5)], 'minimum')))
    expect(
      faultsOf(() =>
        prepareUncertainty(noMean, dataset, { weights: [{ kind: 'uniform', branches: 'all', spread: 0.1 }] }),
      ),
    ).toEqual([['UNCERTAINTY_NOTHING_NAMED', 'weights/0']])
  })
})

describe('a run that cannot be', () => {
  const model = prepareUncertainty(plan, dataset, {})
  const frame = { seed: 1, draws: 10 }

  it('is refused for its seed, its draws, its pairs', async () => {
    expect(codes(() => runBlock(model, { seed: -1, draws: 0.5 }, { from: 0, to: 1 }))).toEqual([
      'UNCERTAINTY_SEED',
      'UNCERTAINTY_DRAWS',
    ])
    expect(codes(() => runBlock(model, frame, { from: 5, to: 11 }))).toEqual(['UNCERTAINTY_RANGE'])
    expect(codes(() => runBlock(model, frame, { from: 5, to: 4 }))).toEqual(['UNCERTAINTY_RANGE'])
    const pairs: readonly [string, string][] = [['u1', 'ghost']]
    expect(faultsOf(() => runBlock(model, { ...frame, pairs }, { from: 0, to: 1 }))).toEqual([
      ['UNCERTAINTY_UNKNOWN_UNIT', undefined],
    ])
    await expect(runUncertainty(plan, dataset, { spec: {}, seed: 1.5, draws: 1 })).rejects.toThrow('UNCERTAINTY_SEED')
  })

  it('is not put together from other runs, twice, or in part', () => {
    const first = runBlock(model, frame, { from: 0, to: 5 })
    const second = runBlock(model, frame, { from: 5, to: 10 })
    const other = runBlock(model, { ...frame, seed: 2 }, { from: 5, to: 10 })
    const none = runBlock(model, frame, { from: 3, to: 3 })
    expect(codes(() => mergeBlocks([]))).toEqual(['UNCERTAINTY_NO_BLOCKS'])
    expect(codes(() => mergeBlocks([first, other]))).toEqual(['UNCERTAINTY_BLOCKS_DIFFER'])
    expect(codes(() => mergeBlocks([first, second, first]))).toEqual(['UNCERTAINTY_DRAWS_TWICE'])
    expect(codes(() => summarise(model, first))).toEqual(['UNCERTAINTY_INCOMPLETE'])
    expect(codes(() => summarise(model, second))).toEqual(['UNCERTAINTY_INCOMPLETE'])
    expect(codes(() => summarise(model, none))).toEqual(['UNCERTAINTY_INCOMPLETE'])
    expect(summarise(model, mergeBlocks([second, none, first])).draws).toBe(10)
  })
})

describe('marks from the sample', () => {
  it('say nothing of units that are all alike', () => {
    const same = Float64Array.of(4, NaN, 4)
    expect([...normaliseBySample({ method: 'sample-min-max', low: 20, high: 100 }, same, 1)]).toEqual([60, NaN, 60])
    expect([...normaliseBySample({ method: 'sample-z-score', mean: 50, sd: 10 }, same, 1)]).toEqual([50, NaN, 50])
  })

  it("turn with the direction and may be the caller's own", () => {
    const values = Float64Array.of(2, 4, 3)
    expect([...normaliseBySample({ method: 'sample-min-max', low: 0, high: 100 }, values, -1)]).toEqual([100, 0, 50])
    expect([...normaliseBySample({ method: 'sample-z-score', mean: 50, sd: 10 }, values, -1)]).toEqual([60, 40, 50])
    const custom = { method: 'custom', scores: (raw: Float64Array) => raw.map((value) => 10 * value) } as const
    expect([...normaliseBySample(custom, values, 1)]).toEqual([20, 40, 30])
    const model = prepareUncertainty(plan, dataset, { normalisation: [{ indicators: ['a2'], options: [custom] }] })
    const { units } = summarise(model, runBlock(model, { seed: 1, draws: 2 }, { from: 0, to: 2 }))
    expect(units).toHaveLength(2)
  })
})
