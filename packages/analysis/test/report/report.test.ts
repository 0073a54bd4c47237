import { compile, FaultError, score } from '@plumbline/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answer,
  auditReport,
  defaultSpec,
  inlineAnalyst,
  openLongRun,
  prepareUncertainty,
  probabilityAtMost,
  removals,
  runUncertainty,
  shareAtMost,
  sobolOfIndex,
  streamOf,
  uncertaintySpec,
  waterfall,
  type LongJob,
} from '../../src/index.ts'
import { branch, datasetOf, frameworkOf, leaf } from '../uncertainty/support.ts'

/** Synthetic: 24 units, two pillars, one indicator without any spread and one cell missing. */
const SIZE = 24
const column = (id: string): readonly (number | null)[] =>
  Array.from({ length: SIZE }, (_, draw) => Math.round(1000 * streamOf({ seed: 9, what: id, draw }).uniform()) / 10)
const dataset = datasetOf({
  a1: column('a1').with(3, null),
  a2: column('a2'),
  b1: column('b1'),
  b2: Array.from({ length: SIZE }, () => 80),
})
const plan = compile(
  frameworkOf(
    branch('index', 1, [
      branch('a', 0.6, [leaf('a1', 0.5), leaf('a2', 0.5)]),
      branch('b', 0.4, [leaf('b1', 0.7), leaf('b2', 0.3)]),
    ]),
  ),
)
const input = { plan, dataset, history: null }
const spec = defaultSpec(plan)
const uncertainty: LongJob = { kind: 'uncertainty', spec, seed: 7, draws: 90 }
const sensitivity: LongJob = { kind: 'sensitivity', spec, seed: 7, base: 8, top: 5 }

describe('the default specification', () => {
  it('varies each branch of weighted means, and the way the pillars are put together', () => {
    expect(spec).toEqual({
      weights: ['a', 'b', 'index'].map((id) => ({ kind: 'uniform', branches: [id], spread: 0.25 })),
      aggregation: [{ branches: ['index'], options: ['declared', { method: 'geometric' }] }],
    })
  })

  it('is empty where there is nothing to vary', () => {
    const single = compile(frameworkOf(branch('index', 1, [leaf('c', 1)], 'minimum')))
    expect(defaultSpec(single)).toEqual({})
  })
})

describe('the form of a specification', () => {
  it('takes every part, and keeps it as it is', () => {
    const whole = {
      weights: [
        { kind: 'uniform', branches: 'all', spread: 0.1 },
        { kind: 'experts', branches: ['index'], vectors: [{ a: 1, b: 2 }], resample: 'pick' },
      ],
      aggregation: [
        {
          branches: ['index'],
          options: ['declared', { method: 'power', exponent: 2 }, { method: 'vikor', within: 'period', v: 0.5 }],
        },
      ],
      normalisation: [{ indicators: ['a1'], options: [{ method: 'sample-min-max', low: 0, high: 100 }] }],
      inclusion: [{ indicators: 'all', probability: 0.1 }],
      noise: [{ indicators: ['a1'], shape: 'normal', scale: 'relative', size: 0.1, least: 0 }],
      missing: [{ nodes: 'all', options: ['exclude', 'zero'] }],
      imputation: [{ indicators: 'all', options: ['none', 'multiple', [{ method: 'median' }]], imputations: 20 }],
      treatment: [{ indicators: 'all', options: ['none', { steps: [{ method: 'winsorise', most: 5 }] }] }],
    }
    expect(uncertaintySpec.parse(whole)).toEqual(whole)
  })

  it.each([
    [{ wieghts: [] }, 'wieghts'],
    [{ weights: [{ kind: 'uniform', branches: 'all', spraed: 1 }] }, 'spraed'],
    [{ normalisation: [{ indicators: 'all', options: [{ method: 'custom' }] }] }, 'options'],
    [{ aggregation: [{ branches: 'all', options: [{ method: 'magic' }] }] }, 'options'],
  ])('refuses %j', (wrong, named) => {
    expect(JSON.stringify(uncertaintySpec.safeParse(wrong).error?.issues)).toContain(named)
  })
})

describe('a long run', () => {
  it.each([uncertainty, sensitivity])('$kind: the same report for any number of workers and any order', (job) => {
    const whole = openLongRun(input, job)
    whole.work(0, whole.steps)
    const expected = JSON.stringify(whole.finish([whole.partial()]))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), (size, who) => {
        const workers = Array.from({ length: size }, () => openLongRun(input, job))
        const cut = (part: number): number => Math.round((part * whole.steps) / who.length)
        for (const [part, worker] of [...who.entries()].toReversed())
          workers[worker % size]?.work(cut(part), cut(part + 1))
        const [first] = workers
        expect(JSON.stringify(first?.finish(workers.map((worker) => worker.partial())))).toBe(expected)
      }),
      { numRuns: 4 },
    )
  })

  it('reports what the library gives', async () => {
    const report = await inlineAnalyst.run(input, uncertainty)
    const library = await runUncertainty(plan, dataset, { spec, seed: 7, draws: 90 })
    if (report.kind !== 'uncertainty') throw new Error('an uncertainty report')
    expect(report.units.map(({ rank }) => rank)).toEqual(library.units.map(({ rank }) => rank))
    for (const [row, unit] of library.units.entries())
      for (const k of [1, 3, 10, SIZE])
        expect(shareAtMost(report.units[row] ?? { first: 0, counts: [] }, 90, k)).toBeCloseTo(
          probabilityAtMost(unit, k),
          12,
        )
    expect(report.units.every(({ grades }) => grades.reduce((sum, count) => sum + count, 0) === 90)).toBe(true)
    expect(report.groups.flat()).toHaveLength(SIZE)
    expect(JSON.stringify(report)).not.toContain('NaN')
  })

  it('has the Sobol indices and removals of the library', async () => {
    const report = await inlineAnalyst.run(input, sensitivity)
    if (report.kind !== 'sensitivity') throw new Error('a sensitivity report')
    const model = prepareUncertainty(plan, dataset, spec)
    const { variance, indices } = sobolOfIndex(model, { seed: 7, base: 8 })
    expect(report).toMatchObject({ variance, factors: indices })
    expect(report.removals.map(({ meanShift }) => meanShift)).toEqual(removals(model).map(({ meanShift }) => meanShift))
    expect(report.weights.map(({ node }) => node)).toEqual(['a1', 'a2', 'a', 'b1', 'b2', 'b'])
    expect(report.weights.every(({ swaps }) => swaps.length <= 4)).toBe(true)
  })

  it('shows progress and stops when asked, between two shares', async () => {
    const stop = new AbortController()
    const seen: number[] = []
    const running = inlineAnalyst.run(input, uncertainty, {
      signal: stop.signal,
      onProgress: ({ done, steps }) => {
        expect(steps).toBe(90)
        seen.push(done)
        if (done >= 40) stop.abort(new Error('enough'))
      },
    })
    await expect(running).rejects.toThrow('enough')
    expect(seen).toEqual([20, 40])
  })

  it('refuses everything that is wrong, naming the nearest node', () => {
    const wrong: LongJob = { ...uncertainty, spec: { weights: [{ kind: 'uniform', branches: ['indx'], spread: 0.2 }] } }
    try {
      answer({ kind: 'steps', input, job: wrong })
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof FaultError)) throw error
      expect(error.faults[0]).toMatchObject({
        code: 'UNCERTAINTY_UNKNOWN_NODE',
        params: { nearest: ['index'] },
        at: { id: 'indx', path: 'weights/0' },
      })
    }
    expect(() => openLongRun(input, { ...sensitivity, base: 1 })).toThrow('SENSITIVITY_OPTION')
    expect(() => openLongRun(input, { ...uncertainty, draws: 0 })).toThrow('UNCERTAINTY_DRAWS')
    const part = openLongRun(input, sensitivity)
    part.work(0, 3)
    expect(() => part.finish([part.partial()])).toThrow('UNCERTAINTY_INCOMPLETE')
  })
})

describe('an audit', () => {
  const report = auditReport(score(plan, dataset), dataset)

  it('describes raw values and finds the indicator that tells nobody apart', () => {
    expect(report).toMatchObject({ units: SIZE, scored: SIZE })
    expect(report.descriptions.find(({ id }) => id === 'b2')?.flags).toContain('constant')
    expect(report.descriptions.find(({ id }) => id === 'a1')).toMatchObject({ missing: 1, n: SIZE })
    expect(report.discrimination.find(({ id }) => id === 'b2')?.flags).toContain('constant')
  })

  it('gives the pillars shares of the variance that sum to 1', () => {
    const shares = report.weights.pillars.map(({ covarianceShare }) => covarianceShare)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    expect(report.weights.pillars.map(({ nominal }) => nominal)).toEqual([0.6, 0.4])
  })

  it('has no correlation for a constant and 1 on the diagonal else', () => {
    const { ids, r } = report.correlations
    for (const [place, id] of ids.entries()) expect(r[place]?.[place]).toBe(id === 'b2' ? null : 1)
    expect(JSON.stringify(report)).not.toContain('NaN')
  })

  it('says what can be said of two rows: the descriptions', () => {
    const two = datasetOf({ a1: [1, 2], a2: [1, 2], b1: [1, 2], b2: [1, 2] })
    const small = auditReport(score(plan, two), two)
    expect(small).toMatchObject({ scored: 2, pillars: [], discrimination: [] })
    expect(small.descriptions).toHaveLength(4)
  })
})

describe('questions', () => {
  it('are answered as the functions answer them', () => {
    const result = score(plan, dataset)
    expect(answer({ kind: 'waterfall', input, row: 2, baseline: { kind: 'full-marks' } })).toEqual(
      waterfall(result, { dataset, row: 2 }, { kind: 'full-marks' }),
    )
    const other = { input, row: 5 }
    expect(answer({ kind: 'waterfall', input, row: 2, baseline: { kind: 'row', other } })).toEqual(
      waterfall(result, { dataset, row: 2 }, { kind: 'row', result, row: 5 }),
    )
    expect(answer({ kind: 'routes', input, row: 2, options: { target: 'high', costs: { a1: 2 } } })).toMatchObject({
      target: 'high',
    })
    expect(answer({ kind: 'standing', input, row: 3 })).toMatchObject({
      outlook: { questions: [{ id: 'a1', kind: 'indicator' }] },
    })
  })
})
