import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Database } from '@plumbline/db'
import type { Comparison } from '../contract.ts'
import { bothDatabases, callerOf, contextOf, csvOf, formOf, makePlugin } from '../fixture.ts'

const PLUGINS = [
  makePlugin({ id: 'sector-a' }),
  makePlugin({ id: 'sector-b', best: 50 }),
  makePlugin({ id: 'sector-newer', core: '2.0.0' }),
  makePlugin({ id: 'sector-small' }),
  makePlugin({ id: 'sector-without', core: null }),
]
/** Core scores 0, 10, … 100 in steps of `step`: c2 is off, so the core is five times c1. */
const rows = (period: string, count: number) =>
  Array.from({ length: count }, (_, unit) => `U-${unit},${period},${unit},false,40,0`)

describe.each(bothDatabases(inject('postgresUrl')))('comparison across sectors on %s', (_, open) => {
  let database: Database
  let caller: ReturnType<typeof callerOf>
  const compare = (rounds: string[], node?: string) => caller.compare.node({ rounds, node })
  const codes = ({ verdict }: Comparison) => verdict.reasons.map(({ code }) => code)

  beforeAll(async () => {
    database = await open()
    caller = callerOf(contextOf(database, PLUGINS))
    for (const plugin of ['sector-a', 'sector-b', 'sector-newer', 'sector-without'])
      await caller.imports.commit(formOf(plugin, csvOf(...rows('2025', 11))))
    await caller.imports.commit(formOf('sector-a', csvOf(...rows('2024', 11))))
    await caller.imports.commit(formOf('sector-small', csvOf(...rows('2025', 4))))
  })
  afterAll(() => database.close())

  it('is allowed on the core that all mount alike, and says why', async () => {
    const comparison = await compare(['sector-a.2025', 'sector-b.2025'])
    expect(comparison.verdict).toMatchObject({
      comparable: true,
      reasons: [],
      basis: { code: 'COMPARE_SAME_CORE', params: { core: 'shared-core', version: '1.0.0' } },
    })
    expect(comparison.columns.map(({ id }) => id)).toEqual(['core', 'c1', 'c2'])
    for (const sector of comparison.sectors) {
      expect(sector.size).toBe(11)
      // Core 0, 5, … 50; c1 0, 10, … 100.
      expect(sector.summaries).toEqual([
        [0, 12.5, 25, 37.5, 50],
        [0, 25, 50, 75, 100],
        [0, 0, 0, 0, 0],
      ])
      expect(sector.dots.map(({ score }) => score)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50])
    }
  })

  it('is allowed on a node within the core', async () => {
    const { verdict, node, columns } = await compare(['sector-a.2025', 'sector-b.2025'], 'c1')
    expect(verdict.comparable).toBe(true)
    expect([node.id, columns.length]).toEqual(['c1', 1])
  })

  it.each([
    [
      'the whole index',
      ['sector-a.2025', 'sector-b.2025'],
      'root',
      ['COMPARE_NODE_OUTSIDE_CORE', 'COMPARE_NODE_OUTSIDE_CORE'],
    ],
    [
      'a sector’s own part',
      ['sector-a.2025', 'sector-b.2025'],
      'own',
      ['COMPARE_NODE_OUTSIDE_CORE', 'COMPARE_NODE_OUTSIDE_CORE'],
    ],
    ['another version of the core', ['sector-a.2025', 'sector-newer.2025'], undefined, ['COMPARE_DIFFERENT_CORE']],
    ['a standard without a core', ['sector-a.2025', 'sector-without.2025'], undefined, ['COMPARE_NO_CORE']],
    [
      'everything at once',
      ['sector-a.2025', 'sector-newer.2025'],
      'root',
      ['COMPARE_DIFFERENT_CORE', 'COMPARE_NODE_OUTSIDE_CORE', 'COMPARE_NODE_OUTSIDE_CORE'],
    ],
  ])('is refused for %s, and the answer holds no score', async (_what, rounds, node, reasons) => {
    const comparison = await compare(rounds, node)
    expect(comparison.verdict).toMatchObject({ comparable: false, basis: null })
    expect(codes(comparison)).toEqual(reasons)
    expect(comparison.verdict.reasons.every(({ severity }) => severity === 'error')).toBe(true)
    for (const { dots, summaries } of comparison.sectors) {
      expect(dots).toEqual([])
      expect(summaries.every((summary) => summary === null)).toBe(true)
    }
    expect(JSON.stringify(comparison)).not.toContain('"score"')
  })

  it('cautions where the periods differ', async () => {
    const comparison = await compare(['sector-a.2024', 'sector-b.2025'])
    expect(comparison.verdict).toMatchObject({
      comparable: true,
      reasons: [{ code: 'COMPARE_DIFFERENT_PERIODS', severity: 'warning', params: { periods: ['2024', '2025'] } }],
    })
  })

  it('shows no distribution of a group below five', async () => {
    const comparison = await compare(['sector-a.2025', 'sector-small.2025'])
    expect(codes(comparison)).toEqual(['COMPARE_GROUP_SMALL'])
    expect(comparison.sectors[1]).toMatchObject({ size: 4, dots: [], summaries: [null, null, null] })
    expect(comparison.sectors[0]?.dots).toHaveLength(11)
  })

  it('compares a round with itself once', async () => {
    expect((await compare(['sector-a.2025', 'sector-a.2025'])).sectors).toHaveLength(1)
  })
})
