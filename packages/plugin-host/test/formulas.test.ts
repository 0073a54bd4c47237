import { Blank, FaultError, planAt, score, trace, type Column, type Dataset, type Fault } from '@plumbline/kernel'
import { bundle, edited, indicatorYaml, lineOf, manifestYaml, PERCENT, TRAINING } from '@plumbline/plugin-host/testing'
import { describe, expect, it } from 'vitest'
import { loadBundle, type LoadedPlugin } from '../src/index.ts'

/** A standard whose values are worked out from data items, with a subject, a rule, a dated parameter and a gate. */
const FORMULAS = manifestYaml({
  id: 'formulas',
  title: { zh: '公式', en: 'Formulas' },
  indicators: [
    indicatorYaml({
      id: 'imaging-ai',
      zh: '影像AI覆盖率',
      en: 'AI imaging coverage',
      type: 'ratio',
      unit: PERCENT,
      weight: 0.5,
      normalise: '{ method: goalposts, worst: 0, best: 100 }',
      more: `inputs:
  - imaging-cases
  - { id: ai-cases, zh: AI辅助病例, en: AI-assisted cases, type: integer, min: 0, unit: { zh: 例, en: cases } }
value: >-
  如果 影像病例 > 0
  那么 100 * min(AI辅助病例 / 影像病例 / 影像AI覆盖目标, 1)
  否则 0
notApplicableWhen: { zh: 社区, en: community centres }
notApplicable: { when: 级别 = "社区" }
`,
    }),
    indicatorYaml({ ...TRAINING, more: `notApplicable: { when: 'tier in ("二级", "c")' }` }),
  ],
  sections: `subject:
  - id: tier
    zh: 级别
    en: Tier
    type: choice
    options: [{ id: t3, zh: 三级, en: Tertiary }, { id: t2, zh: 二级, en: Secondary }, { id: c, zh: 社区, en: Community }]
inputs:
  - { id: imaging-cases, zh: 影像病例, en: Imaging cases, type: integer, min: 0, unit: { zh: 例, en: cases } }
params:
  - id: imaging-goal
    zh: 影像AI覆盖目标
    en: Goal of AI imaging
    unit: { zh: 比, en: ratio }
    source: { zh: 示例, en: Example }
    values: { 2026-01-01: 0.6, 2028-01-01: 0.8 }
facts:
  - { id: accident, type: boolean, zh: 事故, en: Accident }
gates:
  - { id: veto, kind: veto, when: '事故 且 得分(root) < 90', zh: 否决, en: vetoed }
`,
})

const load = (text = FORMULAS): LoadedPlugin => loadBundle(bundle(text), [], { name: 'plugins/formulas' })

function faultsOf(work: () => unknown): readonly Fault[] {
  try {
    work()
  } catch (error) {
    if (error instanceof FaultError) return error.faults
    throw error
  }
  return []
}

const column = (...cells: readonly (number | 'N/A' | null)[]): Column => ({
  values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN)),
  blanks: Uint8Array.from(cells, (cell) =>
    cell === 'N/A' ? Blank.notApplicable : cell === null ? Blank.unanswered : Blank.none,
  ),
})

const dataset = (columns: Readonly<Record<string, Column>>): Dataset => {
  const size = Object.values(columns)[0]?.values.length ?? 0
  return {
    size,
    units: Array.from({ length: size }, (_, row) => `U${row}`),
    periods: Array.from({ length: size }, () => '2026'),
    groups: Array.from({ length: size }, () => null),
    columns: new Map(Object.entries(columns)),
  }
}

const DATA = dataset({
  tier: column(0, 1, 2, 0),
  'imaging-cases': column(200, 100, null, 0),
  'ai-cases': column(60, 60, null, 5),
  training: column(20, null, null, 40),
  accident: column(0, 0, 0, 1),
})

describe('a standard with formulas', () => {
  const plugin = load()
  const plan = planAt(plugin.plan, '2026-07-01')

  it('scores what the formulas say', () => {
    // 60 / 200 / 0.6 = 0.5; 60 / 100 / 0.6 = 1; a community centre has neither; no cases at all is 0.
    const result = score(plan, DATA)
    expect([...result.score]).toEqual([50, 100, NaN, 50])
    expect([...result.status]).toEqual([0, 0, 3, 1])
  })

  it('reads parameters as of the date', () => {
    expect(score(planAt(plugin.plan, '2028-01-01'), DATA).score[0]).toBe((37.5 + 50) / 2)
    expect(faultsOf(() => planAt(plugin.plan, '2025-12-31'))).toMatchObject([
      { code: 'PARAM_NOT_COVERED', params: { asOf: '2025-12-31', first: '2026-01-01' }, at: { id: 'imaging-goal' } },
    ])
    expect(faultsOf(() => score(plugin.plan, DATA)).map(({ code }) => code)).toEqual(['PARAM_WITHOUT_DATE'])
  })

  it('opens into the formula with the numbers put in', () => {
    const opened = trace(score(plan, DATA), DATA, 0)
    const [imaging] = opened.root.children
    expect(imaging?.kind === 'indicator' && imaging.formula).toEqual({
      text: '如果 影像病例 > 0 那么 100 * min(AI辅助病例 / 影像病例 / 影像AI覆盖目标, 1) 否则 0',
      names: [
        { id: 'imaging-cases', kind: 'column', from: 3, to: 7, value: 200 },
        { id: 'ai-cases', kind: 'column', from: 25, to: 31, value: 60 },
        { id: 'imaging-cases', kind: 'column', from: 34, to: 38, value: 200 },
        { id: 'imaging-goal', kind: 'param', from: 41, to: 49, value: 0.6, since: '2026-01-01' },
      ],
      value: 50,
    })
    expect(imaging?.kind === 'indicator' && imaging.notApplicable?.value).toBe(0)
    expect(opened.gates[0]?.formulas?.[0]).toMatchObject({ value: 0, names: [{ value: 0 }, { value: 50 }] })
  })

  it('refuses claims that the rule does not allow, and values where it holds, each with its unit', () => {
    const claims = dataset({
      tier: column(0, 1, null),
      'imaging-cases': column(200, 100, 1),
      'ai-cases': column(60, 60, 1),
      training: column('N/A', 20, 'N/A'),
    })
    expect(faultsOf(() => score(plan, claims)).map(({ code, at }) => [code, at.unit, at.period, at.id])).toEqual([
      ['NOT_APPLICABLE_REFUSED', 'U0', '2026', 'training'],
      ['NOT_APPLICABLE_WITH_VALUE', 'U1', '2026', 'training'],
      ['NOT_APPLICABLE_UNDECIDED', 'U2', '2026', 'training'],
    ])
  })

  it('refuses a value given beside the formula', () => {
    const both = dataset({ ...Object.fromEntries(DATA.columns), 'imaging-ai': column(1, 2, 3, 4) })
    expect(faultsOf(() => score(plan, both)).map(({ code, at }) => [code, at.id])).toEqual([
      ['COMPUTED_COLUMN_GIVEN', 'imaging-ai'],
    ])
  })

  it('is plain JSON, and the same from stored files', () => {
    expect(JSON.parse(JSON.stringify(plugin.catalogue))).toStrictEqual(plugin.catalogue)
    expect(load().ref).toEqual(plugin.ref)
  })

  it('lists inputs and parameters in the catalogue', () => {
    expect(plugin.catalogue.inputs.map(({ id, subject }) => [id, subject])).toEqual([
      ['tier', true],
      ['imaging-cases', false],
      ['ai-cases', false],
    ])
    const imaging = plugin.catalogue.nodes.find(({ id }) => id === 'imaging-ai')
    expect(imaging?.kind === 'indicator' && imaging.formula).toMatchObject({
      inputs: ['imaging-cases', 'ai-cases'],
      params: ['imaging-goal'],
    })
  })
})

describe('faults of formulas, each at its line and column', () => {
  it.each<readonly [string, string, string, string, Fault['params'] | undefined]>([
    ['影像病例 > 0', '影象病例 > 0', '影象病例 > 0', 'FORMULA_NAME_UNKNOWN', { suggestions: ['影像病例'] }],
    ['那么 100', '那么100', '那么100', 'FORMULA_WANTED', { wanted: 'then' }],
    ['影像病例 > 0', '影像病例 > 级别', '级别\n        那么', 'FORMULA_TYPE', { expected: 'number', actual: 'choice' }],
    ['影像病例 > 0', '影像病例 > 0 + 事故', '事故', 'FORMULA_TYPE', { expected: 'number', actual: 'boolean' }],
    ['影像病例 > 0', '影像病例 > 影像AI覆盖目标', '> 影像AI覆盖目标', 'FORMULA_UNITS_DIFFER', { left: '例' }],
    ['目标, 1)', '目标, 1', '否则 0', 'FORMULA_WANTED', { wanted: ')' }],
    ['min(AI', 'mni(AI', 'mni(AI', 'FORMULA_FUNCTION_UNKNOWN', { suggestions: ['min'] }],
    ['"社区"', '"社会"', '"社会"', 'FORMULA_OPTION_UNKNOWN', { text: '社会' }],
    ['得分(root)', '得分(rot)', 'rot)', 'FORMULA_NODE_UNKNOWN', { name: 'rot' }],
  ])('%s → %s', (from, to, ...[at, code, params]) => {
    const text = edited(FORMULAS, { [from]: to })
    const found = faultsOf(() => load(text))
    expect(found.map((one) => one.code)).toEqual([code])
    const [line = ''] = text.slice(text.indexOf(at)).split('\n')
    const lineText = text.split('\n')[lineOf(text, at) - 1] ?? ''
    expect(found[0]).toMatchObject({
      params: params ?? {},
      at: { file: 'plugins/formulas/plugin.yaml', line: lineOf(text, at), column: lineText.indexOf(line) + 1 },
    })
  })
})
