/** A standard whose values come from formulas: the file reads back, scores without a fault, and hits what it aims at. */
import { readDataFile } from '@plumbline/intake'
import { Blank, planAt, score } from '@plumbline/kernel'
import { loadBundle } from '@plumbline/plugin-host'
import { expect, it } from 'vitest'
import { demonstrationCsv } from './index.ts'

const indicator = (id: string, more: string): string => `
    - id: ${id}
      zh: ${id}
      en: ${id}
      weight: 0.25
      direction: positive
      calc: { zh: 见公式, en: by formula }
      source: self
      evidence: [paper]${more}`

const MANIFEST = `apiVersion: plumbline/v1
kind: IndicatorPlugin
id: formulas
version: 0.1.0
kernel: '>=0.1 <1'
semantics: 1
publisher: test
status: draft
title: { zh: 公式, en: Formulas }
unitOfAssessment: { kind: unit, zh: 对象, en: unit, periodMonths: 12 }
missing: zero
subject:
  - { id: tier, zh: 级别, en: Tier, type: choice, options: [{ id: t3, zh: 三级, en: Tertiary }, { id: c, zh: 社区, en: Community }] }
inputs:
  - { id: cases, zh: 病例, en: Cases, type: integer, min: 1 }
params:
  - { id: goal, zh: 目标, en: Goal, source: { zh: 示例, en: Example }, values: { 2026-01-01: 0.6 } }
tree:
  id: root
  zh: 总
  en: All
  children:${indicator(
    'share',
    `
      type: ratio
      unit: { zh: '%', en: '%' }
      normalise: { method: goalposts, worst: 0, best: 100 }
      inputs: [cases, { id: ai-cases, zh: AI病例, en: AI cases, type: integer }]
      value: 100 * ai_cases / 病例
      notApplicable: { when: 级别 = "社区" }`,
  )}${indicator(
    'cover',
    `
      type: number
      unit: { zh: 倍, en: times }
      normalise: { method: goalposts, worst: 0, best: 2 }
      inputs: [cases, { id: beds, zh: 床位, en: Beds, type: number, min: 0 }]
      value: beds / cases / goal * 1`,
  )}${indicator(
    'audited',
    `
      type: boolean
      unit: { zh: 是否, en: yes or no }
      normalise: { method: boolean, whenTrue: 100, whenFalse: 0 }
      inputs: [{ id: audits, zh: 审计次数, en: Audits, type: integer, max: 12 }]
      value: audits >= 4`,
  )}${indicator(
    'training',
    `
      type: number
      unit: { zh: 小时, en: hours }
      normalise: { method: goalposts, worst: 0, best: 40 }
      notApplicable: { when: tier = "c" }`,
  )}
grades: [{ id: L1, zh: 一, en: One, min: 0 }, { id: L2, zh: 二, en: Two, min: 60 }]
sources: [{ id: self, zh: 自报, en: Self }]
evidenceKinds: [{ id: paper, zh: 文件, en: Paper, form: pdf }]
`

it('reads back, scores, and follows rules and aims', async () => {
  const plugin = loadBundle({ files: { 'plugin.yaml': MANIFEST } }, [])
  const csv = demonstrationCsv(plugin.catalogue, { seed: 5, units: 120, periods: ['2025', '2026'] })
  expect(csv.split('\n')[0]).toBe('unit,name,period,group,tier,cases,ai-cases,beds,audits,training')
  const { table, faults } = await readDataFile(
    { name: 'x.csv', bytes: new TextEncoder().encode(csv) },
    plugin.catalogue,
  )
  expect(faults).toEqual([])
  if (!table) throw new Error('not read')
  const result = score(planAt(plugin.plan, '2026-07-01'), table.dataset)
  const scores = [...result.score].filter((value) => !Number.isNaN(value))
  expect(scores.length).toBeGreaterThan(200)
  const middle = scores.toSorted((a, b) => a - b)[scores.length >> 1] ?? 0
  expect(middle).toBeGreaterThan(35)
  expect(middle).toBeLessThan(75)
  expect(new Set(result.gradeByScore).size).toBeGreaterThanOrEqual(2)

  const tier = table.dataset.columns.get('tier')
  const training = table.dataset.columns.get('training')
  for (let row = 0; row < table.dataset.size; row++)
    expect(training?.blanks[row] === Blank.notApplicable).toBe(tier?.values[row] === 1)
})
