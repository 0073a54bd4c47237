import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { compile, FaultError, score, type Framework } from '@plumbline/kernel'
import { afterEach, describe, expect, it } from 'vitest'
import { createWorkerScorer, type WorkerScorer } from './worker-scorer.ts'

const FRAMEWORK: Framework = {
  semantics: 1,
  root: {
    kind: 'branch',
    id: 'root',
    weight: 1,
    aggregate: { method: 'arithmetic' },
    children: [
      {
        kind: 'indicator',
        id: 'a',
        weight: 1,
        direction: 'positive',
        normalise: { method: 'goalposts', worst: 0, best: 10 },
      },
    ],
  },
  missing: 'zero',
  facts: [],
  gates: [],
  grades: [{ id: 'g', min: 0 }],
  basicRule: [],
  periodMonths: 12,
}
const plan = compile(FRAMEWORK)
const datasetOf = (...values: number[]) => ({
  size: values.length,
  units: values.map((_, unit) => `U-${unit}`),
  periods: values.map(() => '2025'),
  groups: values.map(() => null),
  columns: new Map([['a', { values: Float64Array.from(values), blanks: new Uint8Array(values.length) }]]),
})

let scorer: WorkerScorer
afterEach(() => scorer.stop())

describe('scoring in a thread', () => {
  it('gives what the kernel gives in place, and leaves the dataset to the caller', async () => {
    scorer = createWorkerScorer()
    const dataset = datasetOf(1, 2.5, 10)
    const result = await scorer.score({ plan, dataset, history: null })
    expect(result).toEqual(score(plan, dataset))
    expect(result.plan).toBe(plan)
    expect(Array.from(dataset.columns.get('a')?.values ?? [])).toEqual([1, 2.5, 10])
  })

  it('answers each of many jobs with its own result', async () => {
    scorer = createWorkerScorer()
    const results = await Promise.all(
      [1, 2, 3, 4].map((value) => scorer.score({ plan, dataset: datasetOf(value), history: null })),
    )
    expect(results.map((result) => result.score[0])).toEqual([10, 20, 30, 40])
  })

  it('passes faults on as faults', async () => {
    scorer = createWorkerScorer()
    const failing = scorer.score({ plan, dataset: datasetOf(Infinity), history: null })
    await expect(failing).rejects.toBeInstanceOf(FaultError)
    await expect(scorer.score({ plan, dataset: datasetOf(5), history: null })).resolves.toMatchObject({ size: 1 })
  })

  it('keeps the process while it works, and lets it go when it waits', async () => {
    const kernel = pathToFileURL(createRequire(import.meta.url).resolve('@plumbline/kernel')).href
    const script = `import { compile } from '${kernel}'
      import { createWorkerScorer } from '${new URL('./worker-scorer.ts', import.meta.url).href}'
      const columns = new Map([['a', { values: Float64Array.of(5), blanks: new Uint8Array(1) }]])
      const dataset = { size: 1, units: ['U'], periods: ['2025'], groups: [null], columns }
      const plan = compile(${JSON.stringify(FRAMEWORK)})
      const result = await createWorkerScorer().score({ plan, dataset, history: null })
      console.log(result.score[0])`
    const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-scorer-'))
    writeFileSync(path.join(folder, 'alone.mjs'), script)
    const { stdout } = await promisify(execFile)(process.execPath, [path.join(folder, 'alone.mjs')])
    rmSync(folder, { recursive: true })
    // Without the thread's hold Node ends at once with exit code 13; without letting go it would never end.
    expect(stdout.trim()).toBe('50')
  }, 30_000)

  it('fails the jobs of a thread that dies, and works again', async () => {
    // Dies at the first job of each odd thread it is; the data URL has no state, so the job says what to do.
    const script = `import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ id, work }) => work.dataset.size === 1 ? process.exit(3) : parentPort.postMessage({ id, outcome: { faults: [] } }))`
    scorer = createWorkerScorer(new URL(`data:text/javascript,${encodeURIComponent(script)}`))
    const job = (...values: number[]) =>
      scorer.score({ plan, dataset: datasetOf(...values), history: null }).catch((error: unknown) => error)
    const [first, second] = await Promise.all([job(1), job(1)])
    for (const error of [first, second])
      expect(error).toMatchObject({ faults: [{ code: 'SCORING_STOPPED', params: { reason: 'exit 3' } }] })
    expect(scorer.state()).toBe('down')
    expect(await job(1, 2)).toMatchObject({ faults: [] })
    expect(scorer.state()).toBe('alive')
  })
})
