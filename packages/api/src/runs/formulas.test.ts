import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Database } from '@plumbline/db'
import { clearDatabase } from '@plumbline/db/testing'
import { loadBundle } from '@plumbline/plugin-host'
import { bothDatabases, callerOf, contextOf, formOf } from '../fixture.ts'

/** One indicator from two data items and a goal that rises in 2028, one that does not apply to community centres. */
const MANIFEST = `apiVersion: plumbline/v1
kind: IndicatorPlugin
id: formulas
version: 0.1.0
kernel: '>=0.1 <1'
semantics: 1
publisher: test
status: published
title: { zh: 公式, en: Formulas }
unitOfAssessment: { kind: unit, zh: 对象, en: unit, periodMonths: 12 }
missing: zero
subject:
  - { id: tier, zh: 级别, en: Tier, type: choice, options: [{ id: t3, zh: 三级, en: Tertiary }, { id: c, zh: 社区, en: Community }] }
params:
  - { id: goal, zh: 目标, en: Goal, source: { zh: 示例, en: Example }, values: { 2026-01-01: 0.5, 2028-01-01: 0.8 } }
tree:
  id: root
  zh: 总
  en: All
  children:
    - id: share
      zh: 占比
      en: Share
      type: ratio
      unit: { zh: '%', en: '%' }
      direction: positive
      weight: 0.5
      normalise: { method: goalposts, worst: 0, best: 100 }
      calc: { zh: 甲 ÷ 乙, en: a ÷ b }
      source: self
      evidence: [paper]
      inputs:
        - { id: part, zh: 甲, en: Part, type: integer, min: 0 }
        - { id: whole, zh: 乙, en: Whole, type: integer, min: 0 }
      value: 100 * 甲 / 乙 / 目标
    - id: training
      zh: 培训
      en: Training
      type: number
      unit: { zh: 小时, en: hours }
      direction: positive
      weight: 0.5
      normalise: { method: goalposts, worst: 0, best: 40 }
      calc: { zh: 填报, en: reported }
      source: self
      evidence: [paper]
      notApplicable: { when: 级别 = "社区" }
grades: [{ id: L1, zh: 一, en: One, min: 0 }, { id: L2, zh: 二, en: Two, min: 60 }]
sources: [{ id: self, zh: 自报, en: Self }]
evidenceKinds: [{ id: paper, zh: 文件, en: Paper, form: pdf }]
`
const plugin = loadBundle({ files: { 'plugin.yaml': MANIFEST } }, [])
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
