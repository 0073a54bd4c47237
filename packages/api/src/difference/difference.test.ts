import { clearDatabase } from '@plumbline/db/testing'
import { fault, FaultError } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { diffVersions } from '@plumbline/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { bothDatabases, callerOf, contextOf, formOf } from '../fixture.ts'
import { packed, pairCsv, trust, uploadForm, type Packed } from '../registry/fixture.ts'
import { createDifferences, type RequestContext } from '../index.ts'
import type { AskedDifference } from './difference.ts'
import type { DifferenceReport } from './contract.ts'

describe.each(bothDatabases(inject('postgresUrl')))('the difference of two versions on %s', (_, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let ctx: RequestContext
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())
  const [old, next] = [packed(), packed({ version: '2.0.0', weight: 0.75 })]
  const upload = ({ bytes }: Packed) => callerOf(ctx).versions.upload(uploadForm(bytes))
  beforeEach(async () => {
    await clearDatabase(opened)
    ctx = contextOf(opened, [], { trust: async () => trust })
    await upload(old)
    await callerOf(ctx).imports.commit(formOf('pair', pairCsv('U-1,2025,80,20', 'U-2,2025,40,70', 'U-3,2025,60,60')))
    await upload(next)
  })

  async function done(asked: AskedDifference): Promise<DifferenceReport> {
    const ask = () => callerOf(ctx).versions.difference(asked)
    await expect.poll(async () => (await ask()).state, { timeout: 20_000 }).not.toBe('running')
    const seen = await ask()
    if (seen.state !== 'done') throw new Error(JSON.stringify(seen))
    return seen.report
  }

  it('says what changed, whom of a round it moves, and the share of each change', async () => {
    const asked = { from: old.ref.digest, to: next.ref.digest, roundId: 'pair.2025' }
    expect(await callerOf(ctx).versions.difference(asked)).toMatchObject({ state: 'running' })
    const report = await done(asked)
    expect(report).toMatchObject({ least: 'major', raised: 'major', enough: true, shareFaults: [] })
    expect(report.changes.map((change) => change.fault.code)).toEqual(['CHANGE_WEIGHT', 'CHANGE_WEIGHT'])
    expect(report.shares).toMatchObject([{ id: 'weights:root', name: { zh: '总分', en: 'Total' } }])
    // 0.5 × 80 + 0.5 × 20 = 50 and 0.75 × 80 + 0.25 × 20 = 65; 55 and 47.5; 60 stays 60 at another rank.
    expect(
      report.movers.map(({ unit, name, before, after, flipped, shares }) => [
        [unit, name, before.score, after?.score, before.rank, after?.rank],
        [before.grade, after?.grade, flipped, ...shares],
      ]),
    ).toEqual([
      [
        ['U-1', '测试U-1', 50, 65, 3, 1],
        ['low', 'high', true, 15],
      ],
      [
        ['U-2', '测试U-2', 55, 47.5, 2, 3],
        ['low', 'low', false, -7.5],
      ],
    ])
    expect(report.replays.find(({ source }) => source === 'data')).toMatchObject({ rows: 3, changed: 2, flipped: 1 })
  })

  it('goes without a round, and refuses what cannot be compared', async () => {
    const report = await done({ from: old.ref.digest, to: next.ref.digest })
    expect(report).toMatchObject({ round: null, movers: [] })
    expect(report.sharedRows).toBeGreaterThan(0)
    const refused = (asked: AskedDifference) => callerOf(ctx).versions.difference(asked)
    await expect(refused({ from: old.ref.digest, to: old.ref.digest })).rejects.toThrow('VERSION_SAME')
    await expect(refused({ from: 'sha256:none', to: old.ref.digest })).rejects.toThrow('VERSION_UNKNOWN')
    const other = packed({ id: 'other' })
    await upload(other)
    await expect(refused({ from: old.ref.digest, to: other.ref.digest })).rejects.toThrow('DIFFERENT_PLUGINS')
  })

  it('replays the golden cases that the host has of the two versions', async () => {
    const text = `synthetic: true
cases:
  - { id: one, unit: 甲（虚构）, period: '2025', values: { a: 80, b: 20 }, expected: { composite: 50 } }
`
    const asking = {
      ...ctx,
      casesOf: async ({ ref }: LoadedPlugin) => (ref.version === '2.0.0' ? { text, name: 'c' } : null),
    }
    const asked = { from: old.ref.digest, to: next.ref.digest }
    const ask = () => callerOf(asking).versions.difference(asked)
    await expect.poll(async () => (await ask()).state, { timeout: 20_000 }).toBe('done')
    const seen = await ask()
    const replays = seen.state === 'done' ? seen.report.replays : []
    expect(replays.find(({ source }) => source === 'cases')).toMatchObject({ rows: 1, changed: 1, refused: 0 })
  })

  it('is cancelled, stays so until somebody compares again, and a late answer changes nothing', async () => {
    const asked = { from: old.ref.digest, to: next.ref.digest }
    const begun: { readonly answer: () => void; readonly signal: AbortSignal }[] = []
    const differences = createDifferences(
      ({ from, to, options }, { onStep, signal }) =>
        new Promise((resolve, reject) => {
          onStep(1, 3)
          const answer = () => void diffVersions(from, to, { ...options, generated: 5 }).then(resolve, reject)
          begun.push({ answer, signal })
        }),
    )
    const { versions } = callerOf({ ...ctx, differences })
    await expect.poll(() => versions.difference(asked)).toEqual({ state: 'running', done: 1, steps: 3 })
    expect(await versions.cancelDifference(asked)).toEqual({ state: 'cancelled' })
    expect(begun.map(({ signal }) => signal.aborted)).toEqual([true])
    begun[0]?.answer()
    expect(await versions.difference(asked)).toEqual({ state: 'cancelled' })
    expect(await versions.retryDifference(asked)).toMatchObject({ state: 'running' })
    await expect.poll(() => begun.length).toBe(2)
    begun[1]?.answer()
    await expect.poll(async () => (await versions.difference(asked)).state).toBe('done')
    // One that is done is neither cancelled nor begun again.
    expect((await versions.cancelDifference(asked)).state).toBe('done')
    expect((await versions.retryDifference(asked)).state).toBe('done')
    expect(begun).toHaveLength(2)
  })

  it('says why it failed, to everybody who asks, until somebody compares again', async () => {
    const asked = { from: old.ref.digest, to: next.ref.digest }
    let runs = 0
    const differences = createDifferences(() => {
      runs += 1
      throw new FaultError([fault('ANALYSIS_STOPPED', { reason: 'exit 3' })])
    })
    const { versions } = callerOf({ ...ctx, differences })
    await expect.poll(async () => (await versions.difference(asked)).state).toBe('failed')
    expect(await versions.difference(asked)).toMatchObject({ state: 'failed', faults: [{ code: 'ANALYSIS_STOPPED' }] })
    expect(runs).toBe(1)
    await versions.retryDifference(asked)
    await expect.poll(() => runs).toBe(2)
    await expect.poll(async () => (await versions.difference(asked)).state).toBe('failed')
  })
})
