import { clearDatabase } from '@plumbline/db/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { listRounds, resultsOfRun, verifyChain, type Database } from '@plumbline/db'
import { FaultError } from '@plumbline/kernel'
import { TRPCError } from '@trpc/server'
import { bothDatabases, callerOf, contextOf, csvOf, formOf, HEADER, makePlugin } from './fixture.ts'
import { commitImport, type RequestContext } from './index.ts'

const A = makePlugin({ id: 'sector-a' })
const B = makePlugin({ id: 'sector-b' })

const faultsOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((caught: unknown) => caught)
  if (!(error instanceof TRPCError) || !(error.cause instanceof FaultError))
    throw new Error(`expected faults, got ${String(error)}`)
  return { code: error.code, faults: error.cause.faults }
}

describe.each(bothDatabases(inject('postgresUrl')))('procedures on %s', (_, open) => {
  let database: Database
  let ctx: RequestContext
  let caller: ReturnType<typeof callerOf>

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await clearDatabase(database)
    ctx = contextOf(database, [A, B])
    caller = callerOf(ctx)
  })

  const load = (plugin: string, ...rows: readonly string[]) => caller.imports.commit(formOf(plugin, csvOf(...rows)))
  const rowOf = async (roundId: string, unit: string) =>
    (await caller.rounds.league({ roundId })).rows.find((row) => row.unit === unit)

  it('takes a file to a league table, with figures worked out by hand', async () => {
    const done = await load('sector-a', 'U-1,2025,5,true,80,0', 'U-2,2025,10,true,100,0', 'U-3,2025,0,false,50,2')
    expect(done).toMatchObject({
      units: 3,
      cells: 12,
      rounds: [{ id: 'sector-a.2025', units: 3, demonstration: false, lock: { asOf: '2026-03-01' } }],
    })
    const league = await caller.rounds.league({ roundId: 'sector-a.2025' })
    expect(league.pillars.map(({ id, weight }) => [id, weight])).toEqual([
      ['core', 0.4],
      ['own', 0.6],
    ])
    // U-1: core (50 + 100) / 2 = 75, own 80, score 0.4 × 75 + 0.6 × 80 = 78.
    expect(league.rows).toMatchObject([
      { unit: 'U-2', score: 100, core: 100, rank: 1, grade: 'high', contributions: [40, 60] },
      { unit: 'U-1', score: 78, core: 75, rank: 2, grade: 'high', contributions: [30, 48], change: null },
      {
        unit: 'U-3',
        score: 30,
        core: 0,
        rank: null,
        grade: null,
        gradeByScore: 'low',
        status: 'vetoed',
        gates: ['incident'],
      },
    ])
    expect(await verifyChain(database.db)).toMatchObject({ intact: true, events: 3 })
    expect((await caller.events.list()).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['run', 'sector-a.2025'],
      ['import', '1'],
      ['round', 'sector-a.2025'],
    ])
  })

  it('refuses a file with bad cells whole, names each, and takes it once they are put right', async () => {
    const csv = csvOf('U-1,2025,5,maybe,80,0', 'U-2,2025,10,true,1OO,0')
    const check = await caller.imports.check(formOf('sector-a', csv))
    expect(check).toMatchObject({ accepted: false, units: 0 })
    expect(check.faults.map(({ at }) => at.cell)).toEqual(['F2', 'G3'])
    const refused = await faultsOf(caller.imports.commit(formOf('sector-a', csv)))
    expect(refused.code).toBe('BAD_REQUEST')
    expect(refused.faults).toEqual(check.faults)
    expect(await caller.rounds.list()).toEqual([])
    expect(await caller.events.list()).toEqual([])

    const corrections = [
      { cell: 'F2', value: 'true' },
      { cell: 'G3', value: '100' },
    ]
    expect(await caller.imports.check(formOf('sector-a', csv, corrections))).toMatchObject({
      accepted: true,
      units: 2,
      periods: ['2025'],
      replaces: 0,
    })
    await caller.imports.commit(formOf('sector-a', csv, corrections))
    expect(await rowOf('sector-a.2025', 'U-2')).toMatchObject({ score: 100 })
  })

  it('replaces the row of a unit, keeps the others and the old run', async () => {
    await load('sector-a', 'U-1,2025,5,true,80,0', 'U-2,2025,10,true,100,0')
    const before = await listRounds(database.db)
    const again = csvOf('U-1,2025,10,true,80,0')
    expect(await caller.imports.check(formOf('sector-a', again))).toMatchObject({ accepted: true, replaces: 1 })
    await caller.imports.commit(formOf('sector-a', again))
    expect(await rowOf('sector-a.2025', 'U-1')).toMatchObject({ score: 88 })
    expect(await rowOf('sector-a.2025', 'U-2')).toMatchObject({ score: 100 })
    const old = await resultsOfRun(database.db, before[0]?.run?.id ?? -1)
    expect(old.map(({ code, score }) => [code, score])).toEqual([
      ['U-1', 78],
      ['U-2', 100],
    ])
  })

  it('names equal inputs by equal digests: a repeated import keeps the run, a return to old figures is a new one', async () => {
    const digest = async () => (await caller.rounds.list())[0]?.run
    await load('sector-a', 'U-1,2025,5,true,80,0')
    const first = await digest()
    await load('sector-a', 'U-1,2025,5,true,80,0')
    expect(await digest()).toEqual(first)
    await load('sector-a', 'U-1,2025,6,true,80,0')
    const second = await digest()
    await load('sector-a', 'U-1,2025,5,true,80,0')
    const third = await digest()
    expect(new Set([first?.id, second?.id, third?.id]).size).toBe(3)
    expect(third).toMatchObject({ inputDigest: first?.inputDigest, resultDigest: first?.resultDigest })
    expect(second?.inputDigest).not.toBe(first?.inputDigest)
  })

  it('looks back on earlier rounds, and scores the later ones again when an earlier one is corrected', async () => {
    await load('sector-a', 'U-1,2024,5,true,80,1', 'U-1,2025,5,true,80,0')
    expect(await rowOf('sector-a.2025', 'U-1')).toMatchObject({ status: 'vetoed', gates: ['incident'], score: 78 })
    const { trace } = await caller.units.profile({ roundId: 'sector-a.2025', unit: 'U-1' })
    expect(trace.gates[0]).toMatchObject({ outcome: 'fired', observed: [{ value: 1, period: '2024' }] })
    await load('sector-a', 'U-1,2024,5,true,80,0')
    expect(await rowOf('sector-a.2025', 'U-1')).toMatchObject({ status: 'graded', rank: 1 })
    const past = await caller.units.profile({ roundId: 'sector-a.2025', unit: 'U-1' })
    expect(past.trace.gates[0]).toMatchObject({ outcome: 'passed' })
  })

  it('shows the change since the period before, better being positive', async () => {
    await load(
      'sector-a',
      'U-1,2024,5,true,70,0',
      'U-2,2024,10,true,100,0',
      'U-1,2025,10,true,100,0',
      'U-2,2025,5,true,80,0',
      'U-3,2025,0,true,0,0',
    )
    const league = await caller.rounds.league({ roundId: 'sector-a.2025' })
    expect(league.previousPeriod).toBe('2024')
    // 2024: U-1 0.4 × 75 + 0.6 × 70 = 72, rank 2.
    expect(league.rows.map(({ unit, change }) => [unit, change])).toEqual([
      ['U-1', { score: 28, rank: 1, sameVersion: true }],
      ['U-2', { score: -22, rank: -1, sameVersion: true }],
      ['U-3', null],
    ])
  })

  it('sums up each sector of the newest period', async () => {
    await load(
      'sector-a',
      'U-1,2024,5,true,80,0',
      'U-1,2025,5,true,80,0',
      'U-2,2025,10,true,100,0',
      'U-3,2025,0,false,0,0',
      'U-4,2025,0,false,50,1',
      'U-5,2025,,N/A,,0',
    )
    const [sector, ...others] = await caller.overview()
    expect(others).toEqual([])
    // Graded: 78, 100, 0 and U-5, whose blanks count as 0.
    expect(sector).toMatchObject({
      graded: 4,
      vetoed: 1,
      notAdmitted: 0,
      noResult: 0,
      median: 39,
      quartiles: [0, 83.5],
      grades: [
        { id: 'low', count: 2 },
        { id: 'high', count: 2 },
      ],
      previous: { period: '2024', median: 78, sameVersion: true },
    })
    expect(sector?.dots.find(({ unit }) => unit === 'U-4')).toMatchObject({ score: 30, status: 'vetoed' })
    expect(await caller.overview({ period: '2024' })).toMatchObject([{ graded: 1, previous: null }])
    expect(await caller.overview({ period: '1999' })).toEqual([])
  })

  it('opens a profile whose trace gives the stored score, with the history', async () => {
    await load('sector-a', 'U-1,2024,5,true,80,0', 'U-1,2025,10,true,80,0')
    const profile = await caller.units.profile({ roundId: 'sector-a.2025', unit: 'U-1' })
    expect(profile).toMatchObject({
      unit: { code: 'U-1', name: '测试U-1', group: null },
      trace: { score: 88, rank: { place: 1, of: 1 } },
    })
    expect(profile.trace.root.children.map(({ contribution }) => contribution)).toEqual([40, 48])
    expect(profile.history).toMatchObject([
      { roundId: 'sector-a.2024', score: 78, version: '1.0.0' },
      { roundId: 'sector-a.2025', score: 88, grade: 'high', rank: 1 },
    ])
  })

  it('finds units by code and name', async () => {
    await load('sector-a', 'U-1,2025,5,true,80,0')
    await load('sector-b', 'U-1,2025,5,true,80,0')
    expect(await caller.units.search({ text: ' u-1 ' })).toMatchObject([
      {
        code: 'U-1',
        name: '测试U-1',
        rounds: [{ id: 'sector-a.2025', title: { zh: '示例sector-a' } }, { id: 'sector-b.2025' }],
      },
    ])
    expect(await caller.units.search({ text: '测试' })).toHaveLength(1)
    expect(await caller.units.search({ text: '  ' })).toEqual([])
  })

  it('marks rounds of the demonstration for ever, and warns before real units join them', async () => {
    const bytes = new TextEncoder().encode(csvOf('U-1,2025,5,true,80,0'))
    await commitImport(ctx, { plugin: 'sector-a', fileName: 'demo.csv', bytes, corrections: [] }, 'demonstration')
    expect(await caller.system.info()).toMatchObject({ demonstration: true, database: database.kind })
    const check = await caller.imports.check(formOf('sector-a', csvOf('U-9,2025,5,true,80,0', 'U-9,2026,5,true,80,0')))
    expect(check.faults).toMatchObject([
      { code: 'ROUND_IS_DEMONSTRATION', severity: 'warning', at: { period: '2025' } },
    ])
    await load('sector-a', 'U-9,2025,5,true,80,0', 'U-9,2026,5,true,80,0')
    expect((await caller.rounds.list()).map(({ id, demonstration }) => [id, demonstration])).toEqual([
      ['sector-a.2026', false],
      ['sector-a.2025', true],
    ])
  })

  it('says what is unknown', async () => {
    await load('sector-a', 'U-1,2025,5,true,80,0')
    expect(await faultsOf(caller.rounds.league({ roundId: 'sector-x.2025' }))).toMatchObject({
      code: 'NOT_FOUND',
      faults: [{ code: 'ROUND_UNKNOWN' }],
    })
    expect(await faultsOf(caller.units.profile({ roundId: 'sector-a.2025', unit: 'U-7' }))).toMatchObject({
      code: 'NOT_FOUND',
      faults: [{ code: 'UNIT_NOT_IN_ROUND', at: { unit: 'U-7' } }],
    })
    expect(await faultsOf(caller.standards.get({ digest: 'sha256:none' }))).toMatchObject({
      faults: [{ code: 'STANDARD_UNKNOWN' }],
    })
    expect(await faultsOf(caller.imports.check(formOf('sector-x', HEADER)))).toMatchObject({
      faults: [{ code: 'STANDARD_UNKNOWN' }],
    })
    const half = new FormData()
    half.set('file', new File([HEADER], 'a.csv'))
    expect(await faultsOf(caller.imports.check(half))).toMatchObject({
      faults: [{ code: 'IMPORT_FORM_INVALID', params: { part: 'request' } }],
    })
  })

  it('lists standards, and those that failed with what is wrong', async () => {
    const faults = [{ code: 'PLUGIN_FOLDER', severity: 'error' as const, params: {}, at: {} }]
    const broken = { ...ctx.standards, failed: [{ directory: '/plugins/zz-broken', id: null, version: null, faults }] }
    const list = await callerOf({ ...ctx, standards: broken }).standards.list()
    expect(list).toMatchObject([
      { plugin: A.ref, indicators: 3, core: { id: 'shared-core', version: '1.0.0' }, faults: [] },
      { plugin: B.ref },
      { plugin: { id: 'zz-broken' }, status: 'failed', faults },
    ])
    expect(await caller.standards.get({ digest: A.ref.digest })).toEqual(A.catalogue)
  })
})
