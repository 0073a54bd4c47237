import { listEvents, verifyChain } from '@plumbline/db'
import { clearDatabase } from '@plumbline/db/testing'
import { FaultError, type Fault } from '@plumbline/kernel'
import { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { bothDatabases, callerOf, contextOf, formOf } from '../fixture.ts'
import type { RequestContext } from '../index.ts'
import { packed, pairCsv, trust, uploadForm, type Packed } from '../registry/fixture.ts'
import { openStandards } from '../registry/open.ts'

const MIGRATION = `from: '>=1 <2'
to: 2.0.0
map:
  - { from: a, to: quality }
  - { drop: b, reason: 不再评价 }
ask: [safety]
`
const second = (migration = MIGRATION): Packed =>
  packed({ version: '2.0.0', weight: 0.75, leaves: ['quality', 'safety'], migration })

async function faultsOf(work: Promise<unknown>): Promise<readonly Fault[]> {
  const error: unknown = await work.catch((caught: unknown) => caught)
  if (error instanceof TRPCError && error.cause instanceof FaultError) return error.cause.faults
  throw new Error(`expected faults, got ${String(error)}`)
}

describe.each(bothDatabases(inject('postgresUrl')))('migrating a round on %s', (_, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())
  beforeEach(() => clearDatabase(opened))

  /** A round of version 1 with two units, and version 2 at hand. */
  async function start(next = second()): Promise<{ ctx: RequestContext; digest: string }> {
    const { standards } = await openStandards(opened.db, { plugins: '/nowhere', bundles: null, cache: null })
    const ctx = contextOf(opened, [], { standards, trust: async () => trust })
    await callerOf(ctx).versions.upload(uploadForm(packed().bytes))
    await callerOf(ctx).imports.commit(formOf('pair', pairCsv('U-1,2025,80,20', 'U-2,2025,40,70')))
    await callerOf(ctx).versions.upload(uploadForm(next.bytes))
    return { ctx, digest: next.ref.digest }
  }
  const scoresOf = async (ctx: RequestContext, roundId: string) =>
    (await callerOf(ctx).rounds.league({ roundId })).rows.map(({ unit, name, score }) => [unit, name, score])

  it('is a dry run first, item by item, and writes nothing then', async () => {
    const { ctx, digest } = await start()
    const report = await callerOf(ctx).rounds.migration({ roundId: 'pair.2025', digest })
    expect(report).toMatchObject({ round: 'pair@2.0.0.2025', period: '2025', units: 2, faults: [] })
    expect(report.items).toEqual([
      { id: 'quality', how: 'moved', from: ['a'], cells: 2, reason: null },
      { id: 'safety', how: 'asked', from: [], cells: 0, reason: null },
      { id: 'b', how: 'dropped', from: ['b'], cells: 2, reason: '不再评价' },
    ])
    expect((await callerOf(ctx).rounds.list()).map(({ id }) => id)).toEqual(['pair.2025'])
  })

  it('makes a round of its own, linked to the old one, whose data and result stay', async () => {
    const { ctx, digest } = await start()
    const before = await scoresOf(ctx, 'pair.2025')
    const made = await callerOf(ctx).rounds.migrate({ roundId: 'pair.2025', digest })
    expect(made).toMatchObject({ id: 'pair@2.0.0.2025', beside: 'pair.2025', units: 2 })
    // 0.75 x 80 + 0.25 x 0 (asked afresh, unanswered) = 60; 0.75 x 40 = 30.
    expect(await scoresOf(ctx, made.id)).toEqual([
      ['U-1', '测试U-1', 60],
      ['U-2', '测试U-2', 30],
    ])
    expect(await scoresOf(ctx, 'pair.2025')).toEqual(before)
    const { rounds, units } = await callerOf(ctx).rounds.versions({ roundId: made.id })
    expect(rounds.map(({ id, plugin }) => [id, plugin.version])).toEqual([
      ['pair.2025', '1.0.0'],
      ['pair@2.0.0.2025', '2.0.0'],
    ])
    expect(units.find(({ unit }) => unit === 'U-1')?.results.map((one) => one?.score)).toEqual([50, 60])
    const { trace } = await callerOf(ctx).units.profile({ roundId: made.id, unit: 'U-1' })
    expect(trace.score).toBe(60)
    const [event] = (await listEvents(opened.db, { limit: 20 })).filter(
      ({ kind, subject }) => kind === 'round' && subject === made.id,
    )
    expect(event?.payload).toMatchObject({
      migration: { of: 'pair.2025', from: 'pair@1.0.0', file: 'migrations/to.yaml', units: 2 },
    })
    expect(await verifyChain(opened.db)).toMatchObject({ intact: true })
  })

  it('tells a change between rounds of the two versions apart by the data carried over', async () => {
    const { ctx } = await start()
    const csv = pairCsv('U-1,2026,90,40').replace('a,b', 'quality,safety')
    await callerOf(ctx).imports.commit(formOf('pair', csv))
    // 0.5 x 80 + 0.5 x 20 = 50; by version 2 with the later safety 0.75 x 80 + 0.25 x 40 = 70; then 0.75 x 90 + 10 = 77.5.
    expect(await callerOf(ctx).explain.change({ roundId: 'pair.2026', unit: 'U-1' })).toMatchObject({
      from: 50,
      to: 77.5,
      method: 20,
      own: 7.5,
      others: 0,
      revision: 0,
      methodFirst: true,
      earlier: { version: '1.0.0' },
      version: '2.0.0',
    })
  })

  it('keeps its own data when the old round is corrected', async () => {
    const { ctx, digest } = await start()
    await callerOf(ctx).rounds.migrate({ roundId: 'pair.2025', digest })
    await callerOf(ctx).imports.commit(formOf('pair', pairCsv('U-1,2025,100,20')))
    expect((await scoresOf(ctx, 'pair.2025')).find(([unit]) => unit === 'U-1')?.[2]).toBe(60)
    expect((await scoresOf(ctx, 'pair@2.0.0.2025')).find(([unit]) => unit === 'U-1')?.[2]).toBe(60)
  })

  it.each([
    ['an item left out', MIGRATION.replace('ask: [safety]', 'ask: []'), 'MIGRATION_ITEM_UNASKED', 'safety'],
    ['no migration for the version', MIGRATION.replace("'>=1 <2'", "'>=3 <4'"), 'MIGRATION_ABSENT', undefined],
  ])('with %s says why in the dry run, and writes nothing', async (_what, migration, code, id) => {
    const { ctx, digest } = await start(second(migration))
    const { faults } = await callerOf(ctx).rounds.migration({ roundId: 'pair.2025', digest })
    expect(faults.map((fault) => [fault.code, fault.at.id])).toEqual([[code, id]])
    expect(await faultsOf(callerOf(ctx).rounds.migrate({ roundId: 'pair.2025', digest }))).toEqual(faults)
    expect((await callerOf(ctx).rounds.list()).map((round) => round.id)).toEqual(['pair.2025'])
  })

  it('is done once', async () => {
    const { ctx, digest } = await start()
    await callerOf(ctx).rounds.migrate({ roundId: 'pair.2025', digest })
    const again = await faultsOf(callerOf(ctx).rounds.migrate({ roundId: 'pair.2025', digest }))
    expect(again.map(({ code }) => code)).toEqual(['ROUND_VERSION_TAKEN'])
  })
})
