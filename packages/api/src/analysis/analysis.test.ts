import { clearDatabase, executeRaw } from '@plumbline/db/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { inlineAnalyst, type Analyst } from '@plumbline/analysis'
import type { Database } from '@plumbline/db'
import { FaultError } from '@plumbline/kernel'
import { TRPCError } from '@trpc/server'
import { bothDatabases, callerOf, contextOf, csvOf, formOf, makePlugin } from '../fixture.ts'
import { createJobs, jobWork, type RequestContext } from '../index.ts'
import type { JobLimits } from './jobs.ts'
import { analysedRun } from './run-input.ts'
import type { AnalysisJob } from './contract.ts'

const A = makePlugin({ id: 'sector-a' })
const ROWS = [
  'U-1,2025,5,true,80,0',
  'U-2,2025,10,true,100,0',
  'U-3,2025,2,false,50,0',
  'U-4,2025,6,true,71,0',
  'U-5,2025,,false,20,0',
  'U-6,2025,9,true,70,0',
  'U-7,2025,1,true,33,1',
]
const roundId = 'sector-a.2025'

const faultsOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((caught: unknown) => caught)
  if (!(error instanceof TRPCError)) throw new Error(`expected an error, got ${String(error)}`)
  return { code: error.code, faults: error.cause instanceof FaultError ? error.cause.faults : [] }
}

/** An analyst whose long runs wait until they are let go or stopped. */
function heldAnalyst() {
  const waiting: (() => void)[] = []
  let stops = 0
  const analyst: Analyst = {
    ...inlineAnalyst,
    run: async (input, job, { signal, onProgress } = {}) => {
      await new Promise<void>((resolve, reject) => {
        onProgress?.({ done: 40, steps: 100 })
        signal?.addEventListener('abort', () => {
          stops += 1
          reject(new Error('stopped'))
        })
        waiting.push(resolve)
      })
      return inlineAnalyst.run(input, job)
    },
  }
  return {
    analyst,
    letGo: () => waiting.splice(0).forEach((go) => go()),
    started: () => waiting.length,
    stopped: () => stops,
  }
}

describe.each(bothDatabases(inject('postgresUrl')))('analyses on %s', (_, open) => {
  let database: Database
  let ctx: RequestContext
  let caller: ReturnType<typeof callerOf>

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await clearDatabase(database)
    use({})
    await caller.imports.commit(formOf('sector-a', csvOf(...ROWS)))
  })
  const use = (over: Partial<RequestContext>) => {
    ctx = contextOf(database, [A], over)
    caller = callerOf(ctx)
  }
  const jobsOf = (server: string, limits?: JobLimits) =>
    createJobs(database, { server, ...(limits !== undefined && { limits }) })
  /** As time goes by without a sign of the servers that are at jobs. */
  const silence = () => executeRaw(database, `update job set beat_at = now() - interval '1 minute'`)
  const start = (draws = 200, seed = 1) => caller.analysis.start({ roundId, job: { kind: 'uncertainty', draws, seed } })
  const ended = async ({ id }: AnalysisJob): Promise<AnalysisJob> => {
    for (;;) {
      const job = await caller.analysis.job({ id })
      if (job.state !== 'waiting' && job.state !== 'running') return job
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  it('runs, keeps and shows an uncertainty report with everything that decided it', async () => {
    const job = await start()
    expect(job).toMatchObject({ kind: 'uncertainty', roundId, steps: 200, faults: [] })
    expect(await ended(job)).toMatchObject({ state: 'done', done: 200 })
    const { head, names, report, round } = await caller.analysis.result({ digest: job.digest })
    const list = await caller.analysis.list({ roundId })
    expect(head).toMatchObject({
      job: { kind: 'uncertainty', seed: 1, draws: 200, spec: list.defaults },
      inputDigest: round.run?.inputDigest,
      pluginDigest: A.ref.digest,
      kernel: round.lock.kernel,
    })
    expect(list.reports).toEqual([head])
    expect(names).toEqual(ROWS.map((row) => `测试${row.split(',')[0]}`))
    if (report.kind !== 'uncertainty') throw new Error('an uncertainty report')
    // U-7 has an incident: vetoed in every draw, never ranked. U-2 is best in everything.
    expect(report.units[6]).toMatchObject({ unit: 'U-7', nominal: null, rank: null, counts: [] })
    expect(report.units[1]).toMatchObject({ nominal: 1, rank: { low: 1, median: 1, high: 1 }, counts: [200] })
    const ranks = await caller.analysis.ranks({ roundId })
    expect(ranks?.units).toContainEqual({ unit: 'U-2', low: 1, high: 1 })
    expect(ranks?.groups[0]).toEqual(['U-2'])
    expect((await caller.events.list())[0]).toMatchObject({ kind: 'analysis', subject: roundId })
  })

  it('gives a report that is there at once, and another seed a run of its own', async () => {
    const first = await ended(await start())
    const again = await start()
    expect(again).toMatchObject({ state: 'done', digest: first.digest })
    const other = await start(200, 2)
    expect(other.digest).not.toBe(first.digest)
    await ended(other)
    expect((await caller.analysis.list({ roundId })).reports.map(({ digest }) => digest)).toEqual([
      other.digest,
      first.digest,
    ])
  })

  it('shows how far a job is, and cancels it; nothing is kept', async () => {
    const { analyst } = heldAnalyst()
    use({ analyst })
    const job = await start()
    await expect.poll(async () => (await caller.analysis.job({ id: job.id })).done).toBe(40)
    expect(await caller.analysis.job({ id: job.id })).toMatchObject({ state: 'running', done: 40, steps: 200 })
    expect((await caller.analysis.list({ roundId })).jobs.map(({ id }) => id)).toEqual([job.id])
    expect(await caller.analysis.cancel({ id: job.id })).toMatchObject({ state: 'cancelled' })
    await ctx.jobs.stop()
    expect(await caller.analysis.job({ id: job.id })).toMatchObject({ state: 'cancelled' })
    expect(await caller.analysis.list({ roundId })).toMatchObject({ reports: [] })
    expect((await faultsOf(caller.analysis.result({ digest: job.digest }))).code).toBe('NOT_FOUND')
  })

  it('runs so many at a time, lets so many wait, refuses more, and joins the same question', async () => {
    const { analyst, letGo, started } = heldAnalyst()
    use({ analyst, jobs: jobsOf('one', { running: 1, waiting: 2, remembered: 10 }) })
    const jobs = [await start(50, 1), await start(50, 2), await start(50, 3)]
    expect(jobs.map(({ state }) => state)).toEqual(['running', 'waiting', 'waiting'])
    expect((await start(50, 2)).id).toBe(jobs[1]?.id)
    expect(await faultsOf(start(50, 4))).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      faults: [{ code: 'ANALYSIS_BUSY', params: { waiting: 2 } }],
    })
    await expect.poll(started).toBe(1)
    if (jobs[2]) await caller.analysis.cancel({ id: jobs[2].id })
    letGo()
    if (jobs[0]) expect(await ended(jobs[0])).toMatchObject({ state: 'done' })
    await expect.poll(started).toBe(1)
    letGo()
    if (jobs[1]) expect(await ended(jobs[1])).toMatchObject({ state: 'done' })
    expect((await caller.analysis.list({ roundId })).reports).toHaveLength(2)
  })

  it('is taken up when its server died, and comes to the report that it would have come to', async () => {
    const held = heldAnalyst()
    const [one, two] = [jobsOf('one'), jobsOf('two')]
    use({ analyst: held.analyst, jobs: one })
    const job = await start()
    await expect.poll(held.started).toBe(1)
    await silence()
    use({ jobs: two })
    await two.attend(jobWork(ctx))
    expect(await ended(job)).toMatchObject({ id: job.id, state: 'done', done: 200 })
    const { report } = await caller.analysis.result({ digest: job.digest })
    const { input } = await analysedRun(ctx, roundId)
    expect(report).toEqual(await inlineAnalyst.run(input, job.job))
    // The first server was only slow: what it comes to changes nothing.
    held.letGo()
    await one.stop()
    expect(await caller.analysis.job({ id: job.id })).toMatchObject({ state: 'done' })
    expect((await caller.analysis.list({ roundId })).reports).toHaveLength(1)
    expect((await caller.events.list()).filter(({ kind }) => kind === 'analysis')).toHaveLength(1)
  })

  it('goes back in line when its server stops in order, however often', async () => {
    for (const server of ['one', 'two', 'three', 'four']) {
      const held = heldAnalyst()
      use({ analyst: held.analyst, jobs: jobsOf(server) })
      const job = await start()
      await expect.poll(held.started).toBe(1)
      await ctx.jobs.stop()
      expect(await caller.analysis.job({ id: job.id })).toMatchObject({ state: 'waiting', done: 0, faults: [] })
    }
    use({ jobs: jobsOf('five') })
    await ctx.jobs.attend(jobWork(ctx))
    const [job] = (await caller.analysis.list({ roundId })).jobs
    if (job) expect(await ended(job)).toMatchObject({ state: 'done' })
    expect((await caller.analysis.list({ roundId })).jobs).toHaveLength(1)
  })

  it('is not begun again after three servers died over it, and says so', async () => {
    const held = heldAnalyst()
    use({ analyst: held.analyst, jobs: jobsOf('one') })
    const job = await start()
    for (const server of ['two', 'three', 'four']) {
      await silence()
      const jobs = jobsOf(server)
      await jobs.attend(jobWork(ctx))
    }
    expect(await caller.analysis.job({ id: job.id })).toMatchObject({
      state: 'failed',
      faults: [{ code: 'ANALYSIS_INTERRUPTED', params: { times: 3 } }],
    })
    // Asked again it is a job of its own.
    use({ jobs: jobsOf('five') })
    expect(await ended(await start())).toMatchObject({ state: 'done' })
  })

  it('is out of date where the round was computed anew before it could begin', async () => {
    use({ jobs: jobsOf('one', { running: 0, waiting: 2, remembered: 10 }) })
    const job = await start()
    expect(job.state).toBe('waiting')
    await caller.imports.commit(formOf('sector-a', csvOf('U-1,2025,5,true,90,0')))
    use({ jobs: jobsOf('two') })
    await ctx.jobs.attend(jobWork(ctx))
    expect(await ended(job)).toMatchObject({
      state: 'failed',
      faults: [{ code: 'ANALYSIS_OVERTAKEN', params: { round: roundId } }],
    })
  })

  it('stops on its server when it is cancelled on another', async () => {
    const held = heldAnalyst()
    const one = jobsOf('one')
    use({ analyst: held.analyst, jobs: one })
    const job = await start()
    await expect.poll(held.started).toBe(1)
    const work = jobWork(ctx)
    use({ jobs: jobsOf('two') })
    expect(await caller.analysis.cancel({ id: job.id })).toMatchObject({ state: 'cancelled' })
    expect(held.stopped()).toBe(0)
    await one.attend(work)
    expect(held.stopped()).toBe(1)
    expect(await caller.analysis.job({ id: job.id })).toMatchObject({ state: 'cancelled' })
  })

  it('tells the faults of a job that failed', async () => {
    const failing: Analyst = {
      ...inlineAnalyst,
      run: () => Promise.reject(new FaultError([{ code: 'ANALYSIS_STOPPED', severity: 'error', params: {}, at: {} }])),
    }
    use({ analyst: failing })
    expect(await ended(await start())).toMatchObject({ state: 'failed', faults: [{ code: 'ANALYSIS_STOPPED' }] })
  })

  it('refuses a specification whole, naming each node and the nearest right one', async () => {
    const spec = { weights: [{ kind: 'uniform' as const, branches: ['ovn', 'root'], spread: 3 }] }
    const refused = await faultsOf(caller.analysis.start({ roundId, job: { kind: 'uncertainty', spec } }))
    expect(refused.code).toBe('BAD_REQUEST')
    expect(refused.faults).toMatchObject([
      { code: 'UNCERTAINTY_UNKNOWN_NODE', at: { id: 'ovn' }, params: { nearest: ['own'] } },
      { code: 'UNCERTAINTY_SPREAD' },
    ])
    const unknown = { weights: [], wieghts: [] }
    expect((await faultsOf(caller.analysis.start({ roundId, job: { kind: 'uncertainty', spec: unknown } }))).code).toBe(
      'BAD_REQUEST',
    )
    expect((await faultsOf(start(1e9))).code).toBe('BAD_REQUEST')
    expect(await faultsOf(caller.analysis.job({ id: 'nothing' }))).toMatchObject({
      code: 'NOT_FOUND',
      faults: [{ code: 'ANALYSIS_UNKNOWN' }],
    })
  })

  it('runs a sensitivity analysis', async () => {
    const job = await caller.analysis.start({ roundId, job: { kind: 'sensitivity', base: 16 } })
    await ended(job)
    const { report } = await caller.analysis.result({ digest: job.digest })
    if (report.kind !== 'sensitivity') throw new Error('a sensitivity report')
    expect(report.removals.map(({ indicator }) => indicator)).toEqual(['c1', 'c2', 'i1'])
    expect(report.factors?.map(({ key }) => key)).toEqual(['weights/0', 'weights/1', 'aggregation/0'])
  })

  it('audits a round', async () => {
    const { report } = await caller.analysis.audit({ roundId })
    expect(report).toMatchObject({ units: 7, scored: 7 })
    expect(report.descriptions.find(({ id }) => id === 'c1')).toMatchObject({ missing: 1 })
  })

  it('explains a unit: waterfall, standing, routes', async () => {
    const unit = 'U-5'
    const full = await caller.explain.waterfall({ roundId, unit, baseline: 'full-marks' })
    // U-5: c1 missing (0), c2 false (0), i1 20: 0.6 × 20 = 12 of 100.
    expect(full).toMatchObject({ baseline: 100, score: 12 })
    expect(full.bars.map(({ id, points }) => [id, points])).toEqual([
      ['c1', -20],
      ['c2', -20],
      ['i1', -48],
    ])
    const { outlook, strengths } = await caller.explain.standing({ roundId, unit })
    expect(outlook).toMatchObject({ score: [12, 32], settled: true, questions: [{ id: 'c1' }] })
    expect(strengths.length).toBeGreaterThan(0)
    const routes = await caller.explain.routes({ roundId, unit, locked: ['i1'] })
    expect(routes).toMatchObject({ from: 'low', target: 'high', routes: [] })
    expect(routes.reasons.map(({ code }) => code)).toEqual(['ROUTE_POINTS_SHORT', 'ROUTE_LOCKED_NEEDED'])
    expect(await faultsOf(caller.explain.routes({ roundId, unit, locked: ['i2'] }))).toMatchObject({
      faults: [{ code: 'ROUTE_INDICATOR_UNKNOWN', params: { nearest: ['c2'] } }],
    })
    expect(await faultsOf(caller.explain.waterfall({ roundId, unit, baseline: 'previous' }))).toMatchObject({
      code: 'NOT_FOUND',
      faults: [{ code: 'NO_EARLIER_ROUND' }],
    })
  })

  it('splits a change between two periods, a correction of the earlier one apart', async () => {
    await caller.imports.commit(formOf('sector-a', csvOf('U-1,2024,5,true,50,0', 'U-2,2024,5,true,50,0')))
    // 0.4 × 75 + 0.6 × 50 = 60 as published, 0.6 × 60 after the correction: 66, and 78 in 2025.
    await caller.imports.commit(formOf('sector-a', csvOf('U-1,2024,5,true,60,0')))
    expect(await caller.explain.change({ roundId, unit: 'U-1' })).toMatchObject({
      from: 60,
      to: 78,
      revision: 6,
      own: 12,
      others: 0,
      method: 0,
      earlier: { period: '2024', roundId: 'sector-a.2024' },
    })
  })
})
