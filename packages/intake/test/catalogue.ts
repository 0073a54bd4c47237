/** A small invented standard with one indicator of every kind, and no relation to any sector. */
import type { Catalogue, CatalogueIndicator, Text } from '@plumbline/plugin-api'
import type { BranchSpec, NormaliseSpec } from '@plumbline/kernel'

const none: Text = { zh: '', en: '' }

interface Given {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly measure: string
  readonly normalise: NormaliseSpec
}

const indicator = (given: Given, more: Partial<CatalogueIndicator> = {}): CatalogueIndicator => ({
  kind: 'indicator',
  id: given.id,
  zh: given.zh,
  en: given.en,
  parent: 'root',
  depth: 1,
  weight: 0.1,
  from: 'tests',
  type: 'number',
  unitOfMeasure: { zh: given.measure, en: given.measure },
  direction: 'positive',
  normalise: given.normalise,
  basic: false,
  calc: none,
  ladder: null,
  source: 'self',
  evidence: [],
  notApplicableWhen: null,
  formula: null,
  notApplicableRule: null,
  ...more,
})

const indicators: readonly CatalogueIndicator[] = [
  indicator(
    {
      id: 'on-time',
      zh: '准时率',
      en: 'On-time rate',
      measure: '%',
      normalise: { method: 'goalposts', worst: 40, best: 95 },
    },
    { type: 'ratio' },
  ),
  indicator(
    {
      id: 'growth',
      zh: '增长率',
      en: 'Growth',
      measure: '%',
      normalise: { method: 'goalposts', worst: -20, best: 30 },
    },
    { type: 'ratio' },
  ),
  indicator(
    {
      id: 'wait',
      zh: '等候时间（院内验证）',
      en: 'Waiting time',
      measure: '分钟',
      normalise: { method: 'goalposts', worst: 60, best: 10 },
    },
    { direction: 'negative' },
  ),
  indicator(
    {
      id: 'depth',
      zh: '应用深度',
      en: 'Depth of use',
      measure: '级',
      normalise: {
        method: 'level-map',
        points: [
          [0, 0],
          [1, 20],
          [2, 60],
          [3, 100],
        ],
      },
    },
    { type: 'level', ladder: 'steps' },
  ),
  indicator(
    {
      id: 'certified',
      zh: '通过认证',
      en: 'Certified',
      measure: '',
      normalise: { method: 'boolean', whenTrue: 100, whenFalse: 0 },
    },
    { type: 'boolean' },
  ),
  indicator(
    {
      id: 'panel',
      zh: '专家评议',
      en: 'Expert panel',
      measure: '分',
      normalise: { method: 'expert', scale: [0, 100], ratersMin: 5, aggregate: 'trimmed-mean', dispersionAlert: 15 },
    },
    { type: 'expert' },
  ),
]

const root: BranchSpec = { kind: 'branch', id: 'root', weight: 1, aggregate: { method: 'arithmetic' }, children: [] }

export const catalogue: Catalogue = {
  plugin: { id: 'tests', version: '1.0.0', digest: `sha256:${'0'.repeat(64)}` },
  core: null,
  title: { zh: '测试用指标集（虚构）', en: 'Invented set for tests' },
  publisher: 'tests',
  status: 'draft',
  example: true,
  unitOfAssessment: { zh: '评价对象', en: 'unit' },
  groups: [
    { id: 'large', zh: '大型', en: 'Large' },
    { id: 'small', zh: '小型', en: 'Small' },
  ],
  digits: 2,
  display: { digits: 2, full: 100 },
  nodes: [
    { kind: 'branch', id: 'root', zh: '综合指数', en: 'Composite', parent: null, depth: 0, weight: 1, from: 'tests' },
    ...indicators,
  ],
  inputs: [],
  params: [],
  facts: [
    { id: 'incidents', zh: '事件数', en: 'Incidents', type: 'number', from: 'tests' },
    { id: 'listed', zh: '列入名单', en: 'Listed', type: 'boolean', from: 'tests' },
  ],
  gates: [],
  grades: [{ id: 'L1', min: 0, zh: '起步级', en: 'Starting' }],
  basicRule: [],
  ladders: [
    {
      id: 'steps',
      zh: '应用深度',
      en: 'Depth',
      steps: [
        { level: 0, zh: '未应用', en: 'not used' },
        { level: 1, zh: '试点验证', en: 'trial only' },
        { level: 2, zh: '局部应用', en: 'used in parts' },
        { level: 3, zh: '全面应用', en: 'used throughout' },
      ],
    },
  ],
  sources: [],
  evidenceKinds: [],
  coreBindings: {},
  keyProcesses: [],
  modelledOn: [],
  standard: null,
  framework: {
    semantics: 1,
    root,
    missing: 'zero',
    facts: [
      { id: 'incidents', type: 'number' },
      { id: 'listed', type: 'boolean' },
    ],
    gates: [],
    grades: [{ id: 'L1', min: 0 }],
    basicRule: [],
    periodMonths: 12,
  },
}

/** The same standard with a gate for one peer group, so that the group of every row matters. */
export const groupedCatalogue: Catalogue = {
  ...catalogue,
  framework: {
    ...catalogue.framework,
    gates: [
      { id: 'cap', kind: 'cap', when: { leaf: 'on-time', op: '<', value: 50 }, groups: ['large'], maxGrade: 'L1' },
    ],
  },
}
