import { bundle, indicatorYaml, manifestYaml, PERCENT, TRAINING } from '@plumbline/plugin-host/testing'
import { loadBundle } from '@plumbline/plugin-host'
import { describe, expect, it } from 'vitest'
import { mutate, type CaseFile, type GoldenCase } from '../src/index.ts'

const VALUE = '100 * 部分 / 全部 + 3'
const RULE = '全部 < 20'
const CAP = 'part > 40 或 级别 = "社区" 且 假'

const plugin = loadBundle(
  bundle(
    manifestYaml({
      id: 'formulas',
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
  - { id: part, zh: 部分, en: Part, type: integer, min: 0 }
  - { id: whole, zh: 全部, en: Whole, type: integer, min: 0 }
value: ${VALUE}
notApplicable: { when: '${RULE}' }
`,
        }),
        indicatorYaml(TRAINING),
      ],
      sections: `subject:
  - { id: tier, zh: 级别, en: Tier, type: choice, options: [{ id: t3, zh: 三级, en: Tertiary }, { id: c, zh: 社区, en: Community }] }
gates:
  - { id: cap-part, kind: cap, when: '${CAP}', maxGrade: L1, zh: 封顶, en: capped }
`,
    }),
  ),
  [],
)

/** Worked out by hand: share is part of whole in percent and 3 more, held at 100; training of 20 hours is 50. */
const caseOf = (part: number, whole: number, composite: number, gates: string[] = []): GoldenCase => ({
  unit: `${part} of ${whole}`,
  period: '2026',
  facts: {},
  values: { part, whole, training: 20, tier: '三级' },
  expected: { composite, grade: composite < 60 || gates.length > 0 ? 'L1' : 'L2', status: 'graded', gates, nodes: {} },
})
/** (100 × 20 / 100 + 3 + 50) / 2 */
const PLAIN = caseOf(20, 100, 36.5)
const file = (cases: readonly GoldenCase[]): CaseFile => ({ cases, tolerance: 1e-4, placeOf: () => ({}) })

const survivors = (cases: readonly GoldenCase[]) =>
  mutate(plugin, file(cases)).survived.filter(({ fault }) => fault.code === 'MUTANT_FORMULA')
const placesOf = (cases: readonly GoldenCase[]) =>
  survivors(cases).map(({ fault: { at, params } }) => [
    at.id,
    params['field'],
    params['place'],
    params['from'],
    params['to'],
  ])

const inValue = [
  ['share', 'value', 1, '100', '110'],
  ['share', 'value', VALUE.length, '3', '4'],
]
const inRule = ['share', 'notApplicable', RULE.indexOf('20') + 1, '20', '22']
const inGate = ['cap-part', 'when', CAP.indexOf('40') + 1, '40', '44']

describe('numbers in formulas', () => {
  it('are each changed, named by indicator or gate and by place; words that stand for numbers are not', () => {
    expect(placesOf([])).toEqual([...inValue, inRule, inGate])
  })

  it('are protected by a case that they bear on', () => {
    expect(placesOf([PLAIN])).toEqual([inRule, inGate])
    // The whole between the two thresholds of the rule; (100 + 50) / 2.
    expect(placesOf([PLAIN, caseOf(20, 20, 75)])).toEqual([inGate])
    // The part between the two thresholds of the gate; (45 + 50) / 2.
    expect(placesOf([PLAIN, caseOf(42, 100, 47.5, ['cap-part'])])).toEqual([inRule])
  })

  it('come with the case that would notice', () => {
    expect(survivors([PLAIN]).map(({ suggestion }) => suggestion)).toMatchObject([
      { code: 'SUGGEST_CASE', params: { case: '20 of 100', item: 'whole', value: 20 } },
      { code: 'SUGGEST_CASE', params: { case: '20 of 100', item: 'part', value: 42 } },
    ])
  })
})
