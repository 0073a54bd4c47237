import { defaultSpec, inlineAnalyst, type LongJob } from '@plumbline/analysis'
import { compile, FaultError, type Framework, type IndicatorSpec } from '@plumbline/kernel'
import { afterEach, describe, expect, it } from 'vitest'
import { createThreads, type Threads } from '../src/index.ts'

const leaf = (id: string, weight: number): IndicatorSpec => ({
  kind: 'indicator',
  id,
  weight,
  direction: 'positive',
  normalise: { method: 'goalposts', worst: 0, best: 100 },
})
const FRAMEWORK: Framework = {
  semantics: 1,
  root: {
    kind: 'branch',
    id: 'root',
    weight: 1,
    aggregate: { method: 'arithmetic' },
    children: [leaf('a', 0.5), leaf('b', 0.3), leaf('c', 0.2)],
  },
  missing: 'zero',
  facts: [],
  gates: [],
  grades: [{ id: 'g', min: 0 }],
  basicRule: [],
  periodMonths: 12,
}
const plan = compile(FRAMEWORK)
const SIZE = 12
const input = {
  plan,
  dataset: {
    size: SIZE,
    units: Array.from({ length: SIZE }, (_, row) => `U-${row}`),
    periods: Array.from({ length: SIZE }, () => '2025'),
    groups: Array.from({ length: SIZE }, () => null),
    columns: new Map(
      ['a', 'b', 'c'].map((id, column) => [
        id,
        {
          values: Float64Array.from({ length: SIZE }, (_, row) => (row * (7 + column * 4) * 13) % 101),
          blanks: new Uint8Array(SIZE),
        },
      ]),
    ),
  },
  history: null,
}
const spec = defaultSpec(plan)
const JOBS: readonly LongJob[] = [
  { kind: 'uncertainty', spec, seed: 3, draws: 250 },
  { kind: 'sensitivity', spec, seed: 3, base: 30, top: 5 },
]
const ENDLESS: LongJob = { kind: 'uncertainty', spec, seed: 3, draws: 4_000_000_000 }

let threads: Threads
afterEach(() => threads.stop())

describe('analyses in threads', () => {
  it.each([1, 2, 3])('gives with %i threads what one gives in place', async (size) => {
    threads = createThreads({ size })
    for (const job of JOBS) expect(await threads.run(input, job)).toEqual(await inlineAnalyst.run(input, job))
  })

  it('runs several at a time and answers questions in between', async () => {
    threads = createThreads({ size: 1 })
    const stop = new AbortController()
    const long = threads.run(input, ENDLESS, { signal: stop.signal })
    const expected = await Promise.all(JOBS.map((job) => inlineAnalyst.run(input, job)))
    expect(await Promise.all(JOBS.map((job) => threads.run(input, job)))).toEqual(expected)
    expect(await threads.ask({ kind: 'audit', input })).toMatchObject({ kind: 'audit', units: SIZE })
    stop.abort(new Error('enough'))
    await expect(long).rejects.toThrow('enough')
  })

  it('counts up to the number of steps', async () => {
    threads = createThreads({ size: 2 })
    const seen: number[] = []
    await threads.run(
      input,
      { kind: 'uncertainty', spec, seed: 3, draws: 250 },
      { onProgress: ({ done }) => seen.push(done) },
    )
    expect(seen.at(-1)).toBe(250)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })

  it('stops in the middle and is ready for the next', async () => {
    threads = createThreads({ size: 2 })
    const stop = new AbortController()
    const run = threads.run(input, ENDLESS, {
      signal: stop.signal,
      onProgress: ({ done }) => done >= 100 && stop.abort(new Error('enough')),
    })
    await expect(run).rejects.toThrow('enough')
    const [job] = JOBS
    if (job) expect(await threads.run(input, job)).toEqual(await inlineAnalyst.run(input, job))
  })

  it('passes faults on as faults, all of them', async () => {
    threads = createThreads({ size: 2 })
    const wrong: LongJob = {
      kind: 'uncertainty',
      seed: 3,
      draws: 10,
      spec: { inclusion: [{ indicators: ['nobody', 'aa'], probability: 2 }] },
    }
    const error: unknown = await threads.run(input, wrong).catch((reason: unknown) => reason)
    if (!(error instanceof FaultError)) throw error
    expect(error.faults.map(({ code }) => code)).toContain('UNCERTAINTY_PROBABILITY')
    expect(error.faults.filter(({ code }) => code === 'UNCERTAINTY_UNKNOWN_NODE')).toHaveLength(2)
  })

  it('fails what a dying thread was at, and starts another', async () => {
    const script = `import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ id, work }) => work.question.kind === 'audit' ? process.exit(3) : parentPort.postMessage({ id, outcome: { done: 7 } }))`
    threads = createThreads({ size: 1, script: new URL(`data:text/javascript,${encodeURIComponent(script)}`) })
    await expect(threads.ask({ kind: 'audit', input })).rejects.toMatchObject({
      faults: [{ code: 'ANALYSIS_STOPPED', params: { reason: 'exit 3' } }],
    })
    const [job] = JOBS
    if (job) expect(await threads.ask({ kind: 'steps', input, job })).toBe(7)
  })
})
