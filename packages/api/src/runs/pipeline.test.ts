import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Database } from '@plumbline/db'
import { clearDatabase } from '@plumbline/db/testing'
import { compile, type Framework, type NodeSpec } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { bothDatabases, callerOf, contextOf, csvOf, formOf, makePlugin } from '../fixture.ts'

/** The sample standard, `i1` by min-max of the year 2024; gaps are carried forward; half of the values must be there. */
function prepared(): LoadedPlugin {
  const plugin = makePlugin({ id: 'sector-a' })
  const withSample = (node: NodeSpec): NodeSpec =>
    node.kind === 'branch'
      ? { ...node, children: node.children.map(withSample) }
      : node.id === 'i1'
        ? { ...node, normalise: { method: 'min-max', low: 0, high: 100 } }
        : node
  const { framework: plain } = plugin.catalogue
  const framework: Framework = {
    ...plain,
    root: { ...plain.root, children: plain.root.children.map(withSample) },
    pipeline: {
      screen: { units: { available: 0.6 } },
      impute: [{ method: 'carry-forward', ends: 'leave' }],
      reference: { period: '2024' },
    },
  }
  return { ...plugin, catalogue: { ...plugin.catalogue, framework }, plan: compile(framework) }
}

describe.each(bothDatabases(inject('postgresUrl')))('a standard that prepares its data, on %s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  beforeEach(() => clearDatabase(database))

  it('reads the reference year of all units, marks what is imputed, and opens the stored run with every step', async () => {
    const ctx = contextOf(database, [prepared()])
    const caller = callerOf(ctx)
    await caller.imports.commit(
      formOf('sector-a', csvOf('U-1,2024,5,true,20,0', 'U-2,2024,5,true,60,0', 'U-9,2024,5,true,100,0')),
    )
    await caller.imports.commit(
      formOf('sector-a', csvOf('U-1,2025,5,true,60,0', 'U-2,2025,5,true,,0', 'U-3,2025,,,80,0')),
    )
    const { rows } = await caller.rounds.league({ roundId: 'sector-a.2025' })
    expect(rows.map(({ unit, score, status, prepared: marks }) => [unit, score, status, marks])).toEqual([
      // 60 of 20 to 100: the sample has U-9, which takes no part in 2025
      ['U-1', 0.4 * 75 + 0.6 * 50, 'graded', { imputed: 0, treated: 0, screened: null }],
      ['U-2', 0.4 * 75 + 0.6 * 50, 'graded', { imputed: 1, treated: 0, screened: null }],
      [
        'U-3',
        null,
        'screened-out',
        { imputed: 0, treated: 0, screened: { reasons: ['availability'], available: 1 / 3, nonZero: 1 } },
      ],
    ])
    // another process, that has computed nothing
    const later = callerOf(contextOf(database, [prepared()]))
    const { trace } = await later.units.profile({ roundId: 'sector-a.2025', unit: 'U-2' })
    const own = trace.root.children[1]
    expect(own?.kind === 'branch' && own.children[0]).toMatchObject({
      id: 'i1',
      raw: null,
      score: 50,
      preparation: {
        value: 60,
        imputed: { method: 'carry-forward', value: 60, donors: [{ unit: 'U-2', period: '2024' }] },
      },
      detail: { kind: 'sample', count: 3, minimum: 20, maximum: 100 },
    })
    const out = await later.units.profile({ roundId: 'sector-a.2025', unit: 'U-3' })
    expect(out.trace).toMatchObject({ status: 'screened-out', screened: { reasons: ['availability'] } })
  })
})
