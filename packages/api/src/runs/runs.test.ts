import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { findRound, listRounds, unscoredRounds, verifyChain, type Database } from '@plumbline/db'
import { clearDatabase, executeRaw } from '@plumbline/db/testing'
import { FaultError } from '@plumbline/kernel'
import { loadPlugins, type LoadedPlugin } from '@plumbline/plugin-host'
import { bothDatabases, callerOf, contextOf, csvOf, formOf, makePlugin } from '../fixture.ts'
import { inlineScorer, settle, type RequestContext, type Scorer } from '../index.ts'

const A = makePlugin({ id: 'sector-a' })
const A2 = makePlugin({ id: 'sector-a', version: '2.0.0', best: 50 })
const PLUGINS = path.join(import.meta.dirname, '../../../../plugins')

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((caught: unknown) => caught)
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof FaultError ? cause.faults.map(({ code }) => code).join(' ') : String(error)
}

describe.each(bothDatabases(inject('postgresUrl')))('runs on %s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  beforeEach(() => clearDatabase(database))

  const using = (plugins: readonly LoadedPlugin[], over: Partial<RequestContext> = {}) =>
    contextOf(database, plugins, over)
  const load = (ctx: RequestContext, ...rows: readonly string[]) =>
    callerOf(ctx).imports.commit(formOf('sector-a', csvOf(...rows)))
  const scoreOf = async (ctx: RequestContext, roundId: string) =>
    (await callerOf(ctx).rounds.league({ roundId })).rows[0]?.score

  it('keep the version a round is pinned to, beside a newer one', async () => {
    await load(using([A]), 'U-1,2025,5,true,40,0')
    const both = using([A, A2])
    // 1.0.0: own 40, score 0.4 × 75 + 0.6 × 40 = 54. 2.0.0: own 80, score 78.
    await load(both, 'U-1,2025,5,true,40,0', 'U-1,2026,5,true,40,0')
    expect(await scoreOf(both, 'sector-a.2025')).toBe(54)
    expect(await scoreOf(both, 'sector-a.2026')).toBe(78)
    const rounds = await callerOf(both).rounds.list({ plugin: 'sector-a' })
    expect(rounds.map(({ period, lock }) => [period, lock.plugin.version])).toEqual([
      ['2026', '2.0.0'],
      ['2025', '1.0.0'],
    ])
    const league = await callerOf(both).rounds.league({ roundId: 'sector-a.2026' })
    expect(league.rows[0]?.change).toEqual({ score: 24, rank: 0, sameVersion: false })
  })

  it('check a file by the version its round is pinned to', async () => {
    const strict = makePlugin({ id: 'sector-a', version: '2.0.0' })
    const groups = { ...strict, catalogue: { ...strict.catalogue, groups: [{ id: 'only', zh: '唯一', en: 'Only' }] } }
    await load(using([A]), 'U-1,2025,5,true,40,0')
    const csv = csvOf('U-1,2025,5,true,40,0').replace(',2025,,', ',2025,large,')
    expect(await callerOf(using([A, groups])).imports.check(formOf('sector-a', csv))).toMatchObject({ accepted: true })
  })

  it('load a version from the database when its folder is gone', async () => {
    const { plugins } = await loadPlugins(PLUGINS)
    const retail = plugins.find(({ ref }) => ref.id === 'smart-retail')
    if (!retail) throw new Error('the plugin is in the repository')
    const indicator = retail.catalogue.nodes.find(
      (node) => node.kind === 'indicator' && node.normalise.method === 'goalposts',
    )
    const csv = `unit,name,period,group,${indicator?.id}\nU-1,测试机构,2025,${retail.catalogue.groups[0]?.id},1\n`
    const here = using(plugins)
    await callerOf(here).imports.commit(formOf('smart-retail', csv))
    const gone = callerOf(using([]))
    const roundId = 'smart-retail.2025'
    expect(await gone.units.profile({ roundId, unit: 'U-1' })).toEqual(
      await callerOf(here).units.profile({ roundId, unit: 'U-1' }),
    )
    expect(await gone.standards.get({ digest: retail.ref.digest })).toEqual(retail.catalogue)
  })

  it('name the plugin that is lost, and show the other rounds all the same', async () => {
    await load(using([A]), 'U-1,2025,5,true,80,0')
    const other = makePlugin({ id: 'sector-b' })
    const reported: unknown[] = []
    const without = using([other], { report: (error) => String(reported.push(error)) })
    await callerOf(without).imports.commit(formOf('sector-b', csvOf('U-1,2025,5,true,80,0')))
    const sectors = await callerOf(without).overview()
    expect(sectors.map(({ round, median }) => [round.id, round.status, median])).toEqual([
      ['sector-a.2025', 'unavailable', 78],
      ['sector-b.2025', 'draft', 78],
    ])
    expect(reported).toHaveLength(1)
    expect(await codeOf(callerOf(without).rounds.league({ roundId: 'sector-a.2025' }))).toMatch(
      /LOCK_|PLUGIN_|MANIFEST_/,
    )
  })

  it('are settled at the next start when a crash came between import and run', async () => {
    const crashing: Scorer = {
      score: async (job) => {
        // The trial before the import has no history and may pass; the run after it dies.
        const [waiting] = await listRounds(database.db)
        if (waiting) throw new Error('crash')
        return inlineScorer.score(job)
      },
    }
    await expect(load(using([A], { scorer: crashing, report: () => 'x' }), 'U-1,2025,5,true,80,0')).rejects.toThrow(
      'INTERNAL',
    )
    expect((await unscoredRounds(database.db)).map(({ key }) => key)).toEqual(['sector-a.2025'])
    expect(await codeOf(callerOf(using([A])).units.profile({ roundId: 'sector-a.2025', unit: 'U-1' }))).toBe(
      'ROUND_NOT_SCORED',
    )
    expect(await settle(using([A]))).toEqual(['sector-a.2025'])
    expect(await settle(using([A]))).toEqual([])
    expect(await scoreOf(using([A]), 'sector-a.2025')).toBe(78)
    expect(await verifyChain(database.db)).toMatchObject({ intact: true, events: 3 })
  })

  it('are never stored against inputs that changed meanwhile', async () => {
    const plain = using([A])
    await load(plain, 'U-1,2025,5,true,80,0')
    let isFirst = true
    const slow: Scorer = {
      score: async (job) => {
        const result = await inlineScorer.score(job)
        const isRun = job.dataset.columns.get('i1')?.values[0] === 90 && (await unscoredRounds(database.db)).length > 0
        if (isRun && isFirst) {
          isFirst = false
          await load(plain, 'U-1,2025,5,true,100,0')
        }
        return result
      },
    }
    await load(using([A], { scorer: slow }), 'U-1,2025,5,true,90,0')
    expect(isFirst, 'the second import came while the first was scored').toBe(false)
    const scores = (await executeRaw(database, 'select score from run_unit order by run_id')).map((row) => row['score'])
    // 78 before, then 0.4 × 75 + 0.6 × 100 = 90; never 84, which was out of date before it could be stored.
    expect(scores).toEqual([78, 90])
    expect(await unscoredRounds(database.db)).toEqual([])
  })

  it('are not made under two versions when two imports open a round at the same moment', async () => {
    const overtaken: Scorer = {
      score: async (job) => {
        if ((await listRounds(database.db)).length === 0) await load(using([A]), 'U-1,2025,5,true,40,0')
        return inlineScorer.score(job)
      },
    }
    const late = using([A2], { scorer: overtaken })
    expect(await codeOf(load(late, 'U-2,2025,5,true,40,0'))).toBe('ROUND_CHANGED')
    const league = await callerOf(using([A, A2])).rounds.league({ roundId: 'sector-a.2025' })
    expect(league.rows.map(({ unit, score }) => [unit, score])).toEqual([['U-1', 54]])
  })

  it('are not shown when the stored result is not what the inputs give', async () => {
    const ctx = using([A])
    await load(ctx, 'U-1,2025,5,true,80,0', 'U-2,2025,5,true,70,0')
    await executeRaw(database, 'alter table run_unit disable trigger append_only')
    await executeRaw(
      database,
      `update run_unit set score = 79 where unit_id = (select id from unit where code = 'U-1')`,
    )
    await executeRaw(database, 'alter table run_unit enable trigger append_only')
    expect(await codeOf(callerOf(ctx).units.profile({ roundId: 'sector-a.2025', unit: 'U-1' }))).toBe('RESULT_DIFFERS')
    expect(await callerOf(ctx).units.profile({ roundId: 'sector-a.2025', unit: 'U-2' })).toMatchObject({
      trace: { score: 72 },
    })
  })

  it('are recomputed from what they read, not from what was imported later', async () => {
    const ctx = using([A])
    await load(ctx, 'U-1,2024,5,true,80,1', 'U-1,2025,5,true,80,0')
    const old = await findRound(database.db, 'sector-a.2025')
    await load(ctx, 'U-1,2024,5,true,80,0')
    const { openRun } = await import('./open-run.ts')
    if (!old?.run) throw new Error('the round was scored')
    const opened = await openRun(using([A]), old.round, old.run)
    expect(opened.dataset.units).toHaveLength(1)
    expect(opened.unitAt(0)).toMatchObject({ status: 'vetoed', gates: ['incident'] })
  })

  it('answer an unforeseen error with a number and nothing of its inside', async () => {
    const reported: unknown[] = []
    const failing: Scorer = { score: () => Promise.reject(new Error('secret detail')) }
    const ctx = using([A], { scorer: failing, report: (error) => String(reported.push(error)) })
    const error: unknown = await load(ctx, 'U-1,2025,5,true,80,0').catch((caught: unknown) => caught)
    expect(error).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      message: 'INTERNAL',
      cause: { faults: [{ code: 'INTERNAL', params: { id: '1' } }] },
    })
    expect(reported).toMatchObject([{ message: 'secret detail' }])
  })
})
