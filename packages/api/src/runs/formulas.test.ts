import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Database } from '@plumbline/db'
import { clearDatabase } from '@plumbline/db/testing'
import { loadBundle } from '@plumbline/plugin-host'
import { bundle, indicatorYaml, manifestYaml, PERCENT, TRAINING } from '@plumbline/plugin-host/testing'
import { bothDatabases, callerOf, contextOf, formOf } from '../fixture.ts'

/** One indicator from two data items and a goal that rises in 2028, one that does not apply to community centres. */
const MANIFEST = manifestYaml({
  id: 'formulas',
  status: 'published',
  title: { zh: '公式', en: 'Formulas' },
  indicators: [
    indicatorYaml({
      id: 'share',
      zh: '占比',
      en: 'Share',
      type: 'ratio',
      unit: PERCENT,
      weight: 0.5,
      normalise: '{ method: goalposts, worst: 0, best: 100 }',
      more: `inputs:
  - { id: part, zh: 甲, en: Part, type: integer, min: 0 }
  - { id: whole, zh: 乙, en: Whole, type: integer, min: 0 }
value: 100 * 甲 / 乙 / 目标
`,
    }),
    indicatorYaml({ ...TRAINING, more: 'notApplicable: { when: 级别 = "社区" }' }),
  ],
  sections: `subject:
  - { id: tier, zh: 级别, en: Tier, type: choice, options: [{ id: t3, zh: 三级, en: Tertiary }, { id: c, zh: 社区, en: Community }] }
params:
  - { id: goal, zh: 目标, en: Goal, source: { zh: 示例, en: Example }, values: { 2026-01-01: 0.5, 2028-01-01: 0.8 } }
`,
})
const plugin = loadBundle(bundle(MANIFEST), [])
const csv = (...rows: readonly string[]): string => ['unit,period,级别,甲,乙,培训', ...rows].join('\n')

describe.each(bothDatabases(inject('postgresUrl')))('a standard with formulas, on %s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  beforeEach(() => clearDatabase(database))

  it('scores data items, with the parameter of the round’s date for ever, and opens with the numbers put in', async () => {
    const in2026 = contextOf(database, [plugin], { clock: () => new Date('2026-09-01T00:00:00Z') })
    await callerOf(in2026).imports.commit(formOf('formulas', csv('U-1,2026,三级,20,100,20', 'U-2,2026,社区,20,100,')))
    const league = await callerOf(in2026).rounds.league({ roundId: 'formulas.2026' })
    // 20 / 100 / 0.5 = 40 %; training 50. The community centre has no training.
    expect(league.rows.map(({ unit, score }) => [unit, score])).toEqual([
      ['U-1', 45],
      ['U-2', 40],
    ])
    const later = contextOf(database, [plugin], { clock: () => new Date('2028-09-01T00:00:00Z') })
    const { trace } = await callerOf(later).units.profile({ roundId: 'formulas.2026', unit: 'U-1' })
    expect(trace.root.children[0]).toMatchObject({
      raw: 40,
      formula: { names: [{ value: 20 }, { value: 100 }, { id: 'goal', value: 0.5, since: '2026-01-01' }], value: 40 },
    })
    await callerOf(later).imports.commit(formOf('formulas', csv('U-1,2028,三级,20,100,20')))
    const next = await callerOf(later).rounds.league({ roundId: 'formulas.2028' })
    expect(next.rows[0]?.score).toBe((25 + 50) / 2)
  })

  it('refuses a file that the formulas cannot take, with unit and period, and writes nothing', async () => {
    const caller = callerOf(contextOf(database, [plugin], { clock: () => new Date('2026-09-01T00:00:00Z') }))
    const check = await caller.imports.check(formOf('formulas', csv('U-1,2026,三级,20,0,N/A', 'U-2,2026,社区,1,1,5')))
    expect(check.accepted).toBe(false)
    expect(check.faults.map(({ code, at }) => [code, at.id, at.unit, at.period])).toEqual([
      ['NOT_APPLICABLE_REFUSED', 'training', 'U-1', '2026'],
      ['NOT_APPLICABLE_WITH_VALUE', 'training', 'U-2', '2026'],
      ['FORMULA_DIVIDE_BY_ZERO', 'share', 'U-1', '2026'],
    ])
    expect(await caller.rounds.list({ plugin: 'formulas' })).toEqual([])
  })
})
