import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Database } from '@plumbline/db'
import { clearDatabase, executeRaw } from '@plumbline/db/testing'
import type { TraceIndicator, TraceNode } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { bothDatabases, callerOf, contextOf, formOf, makePlugin } from '../fixture.ts'
import { settle } from '../index.ts'
import { valueOf } from './derive.ts'

const RULE = { statistic: 'mean', of: 'score', standards: ['sector-a', 'sector-b'], minUnits: 3 } as const

/** A standard of districts whose own indicator comes from the sectors' scores. */
function districts(): LoadedPlugin {
  const plugin = makePlugin({ id: 'districts' })
  const nodes = plugin.catalogue.nodes.map((node) =>
    node.kind === 'indicator' && node.id === 'i1' ? { ...node, derive: RULE } : node,
  )
  return { ...plugin, catalogue: { ...plugin.catalogue, nodes } }
}

const PLUGINS = [makePlugin({ id: 'sector-a' }), makePlugin({ id: 'sector-b' }), districts()]
const HEADER = 'unit,name,period,area,c1,c2,incidents,i1'
const file = (...rows: readonly string[]): string => `${[HEADER, ...rows].join('\n')}\n`

const leavesOf = (node: TraceNode): readonly TraceIndicator[] =>
  node.kind === 'branch' ? node.children.flatMap(leavesOf) : [node]

describe.each(bothDatabases(inject('postgresUrl')))('values from other results on %s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await clearDatabase(database)
    // Core 75, so a score is 30 + 0.6 i1: 54, 60 and 66, and one vetoed that does not count; 90 in another district.
    await load('sector-a', 'U-1,甲,2025,D-1,5,true,0,40', 'U-2,乙,2025,D-1,5,true,0,50', 'U-3,丙,2025,D-1,5,true,1,90')
    await load('sector-b', 'U-4,丁,2025,D-1,5,true,0,60', 'U-5,戊,2025,D-2,5,true,0,100', 'U-6,己,2025,,5,true,0,1')
  })

  const ctx = () => contextOf(database, PLUGINS)
  const load = (plugin: string, ...rows: readonly string[]) =>
    callerOf(ctx()).imports.commit(formOf(plugin, file(...rows)))
  const profileOf = (unit: string) => callerOf(ctx()).units.profile({ roundId: 'districts.2025', unit })
  const rawOf = async (unit: string): Promise<number | null | undefined> =>
    leavesOf((await profileOf(unit)).trace.root).find(({ id }) => id === 'i1')?.raw

  it('are the mean over the graded units of the district, with the runs that gave them', async () => {
    await load('districts', 'D-1,东区,2025,,5,true,0,', 'D-2,西区,2025,,5,true,0,20')
    expect(await rawOf('D-1')).toBe(60)
    const { derived } = await profileOf('D-1')
    expect(derived).toMatchObject([
      {
        item: 'i1',
        units: 3,
        sources: [
          { round: 'sector-a.2025', units: 2 },
          { round: 'sector-b.2025', units: 1 },
        ],
      },
    ])
    const runs = await callerOf(ctx()).rounds.list({})
    for (const { round, resultDigest } of derived[0]?.sources ?? [])
      expect(runs.find(({ id }) => id === round)?.run?.resultDigest).toBe(resultDigest)
  })

  it('give way to what was reported where there are too few, and to a missing value where nothing was', async () => {
    await load('districts', 'D-1,东区,2025,,5,true,0,1', 'D-2,西区,2025,,5,true,0,20', 'D-3,北区,2025,,5,true,0,')
    expect([await rawOf('D-1'), await rawOf('D-2'), await rawOf('D-3')]).toEqual([60, 20, null])
    expect((await profileOf('D-2')).derived).toEqual([])
  })

  it('follow when a sector is scored anew', async () => {
    await load('districts', 'D-1,东区,2025,,5,true,0,')
    const before = (await profileOf('D-1')).round.run
    await load('sector-a', 'U-1,甲,2025,D-1,5,true,0,70')
    expect(await rawOf('D-1')).toBe(66)
    expect((await profileOf('D-1')).round.run?.id).not.toBe(before?.id)
  })

  it('are computed after the sectors, though their standard comes first by name', async () => {
    await load('districts', 'D-1,东区,2025,,5,true,0,')
    await executeRaw(database, 'update round set revision = revision + 1')
    expect(await settle(ctx())).toEqual(['sector-a.2025', 'sector-b.2025', 'districts.2025'])
  })

  it('are told to come before a reported value', async () => {
    const { faults } = await callerOf(ctx()).imports.check(formOf('districts', file('D-1,东区,2025,,5,true,0,1')))
    expect(faults).toMatchObject([{ code: 'DERIVED_REPORTED', severity: 'warning', params: { least: 3 } }])
  })
})

describe('the statistic', () => {
  const accepted = (scores: readonly number[], plugin = 'sector-a') =>
    scores.map((score) => ({ area: 'D', plugin, round: `${plugin}.1`, run: 1, resultDigest: 'd', score, core: null }))

  it('is the mean or the median, whatever the order', () => {
    expect(valueOf(RULE, accepted([1, 2, 6]))?.value).toBe(3)
    expect(valueOf({ ...RULE, statistic: 'median' }, accepted([6, 1, 2]))?.value).toBe(2)
    expect(valueOf({ ...RULE, statistic: 'median' }, accepted([6, 1, 2, 4]))?.value).toBe(3)
    expect(valueOf(RULE, accepted([6, 1, 2]))).toEqual(valueOf(RULE, accepted([2, 6, 1])))
  })

  it('is over the standards that are named, and over results that have the score', () => {
    expect(valueOf(RULE, [...accepted([1, 2, 6]), ...accepted([100], 'other')])?.units).toBe(3)
    expect(valueOf({ ...RULE, of: 'core' }, accepted([1, 2, 6]))).toBeNull()
  })
})
