/** A standard whose values come from formulas: the file reads back, scores without a fault, and hits what it aims at. */
import { readDataFile } from '@plumbline/intake'
import { Blank, planAt, score } from '@plumbline/kernel'
import { loadBundle } from '@plumbline/plugin-host'
import { bundle, indicatorYaml, manifestYaml, PERCENT, TRAINING } from '@plumbline/plugin-host/testing'
import { expect, it } from 'vitest'
import { demonstrationCsv } from './index.ts'

const MANIFEST = manifestYaml({
  id: 'formulas',
  title: { zh: '公式', en: 'Formulas' },
  indicators: [
    indicatorYaml({
      id: 'share',
      zh: '占比',
      en: 'Share',
      type: 'ratio',
      unit: PERCENT,
      weight: 0.25,
      normalise: '{ method: goalposts, worst: 0, best: 100 }',
      more: `inputs: [cases, { id: ai-cases, zh: AI病例, en: AI cases, type: integer }]
value: 100 * ai_cases / 病例
notApplicable: { when: 级别 = "社区" }
`,
    }),
    indicatorYaml({
      id: 'cover',
      zh: '覆盖',
      en: 'Cover',
      unit: { zh: '倍', en: 'times' },
      weight: 0.25,
      normalise: '{ method: goalposts, worst: 0, best: 2 }',
      more: `inputs: [cases, { id: beds, zh: 床位, en: Beds, type: number, min: 0 }]
value: beds / cases / goal * 1
`,
    }),
    indicatorYaml({
      id: 'audited',
      zh: '审计',
      en: 'Audited',
      type: 'boolean',
      unit: { zh: '是否', en: 'yes or no' },
      weight: 0.25,
      normalise: '{ method: boolean, whenTrue: 100, whenFalse: 0 }',
      more: `inputs: [{ id: audits, zh: 审计次数, en: Audits, type: integer, max: 12 }]
value: audits >= 4
`,
    }),
    indicatorYaml({ ...TRAINING, weight: 0.25, more: 'notApplicable: { when: tier = "c" }' }),
  ],
  sections: `subject:
  - { id: tier, zh: 级别, en: Tier, type: choice, options: [{ id: t3, zh: 三级, en: Tertiary }, { id: c, zh: 社区, en: Community }] }
inputs:
  - { id: cases, zh: 病例, en: Cases, type: integer, min: 1 }
params:
  - { id: goal, zh: 目标, en: Goal, source: { zh: 示例, en: Example }, values: { 2026-01-01: 0.6 } }
`,
})

it('reads back, scores, and follows rules and aims', async () => {
  const plugin = loadBundle(bundle(MANIFEST), [])
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
