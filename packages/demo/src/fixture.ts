/**
 * A made-up standard with every kind of normaliser, gate and fact. The golden bytes of the generator are computed from
 * it, so that a change of a supplied plugin never moves them.
 */
import type { BranchSpec, FactSpec, GateSpec, IndicatorSpec, NormaliseSpec } from '@plumbline/kernel'
import type { Catalogue, CatalogueIndicator, CatalogueNode, Text } from '@plumbline/plugin-api'

const text = (zh: string): Text => ({ zh, en: zh })

const goalposts = (worst: number, best: number): NormaliseSpec => ({ method: 'goalposts', worst, best })

/** Which way is better, read off the normaliser. */
export function directionOf(spec: NormaliseSpec): IndicatorSpec['direction'] {
  switch (spec.method) {
    case 'goalposts':
    case 'goalposts-log':
      return spec.best > spec.worst ? 'positive' : 'negative'
    case 'boolean':
      return spec.whenTrue > spec.whenFalse ? 'positive' : 'negative'
    case 'percentile':
      return directionOf(spec.fallback)
    case 'band':
      return 'target'
    default:
      return 'positive'
  }
}

/** `[id, normaliser, unit of measure, basic]` by pillar. */
const PILLARS: readonly (readonly [string, readonly (readonly [string, NormaliseSpec, string, 'basic'?])[]])[] = [
  [
    'core',
    [
      ['spending', { method: 'piecewise', points: [[0, 0], [0.5, 30], [1.5, 60], [3, 85], [5, 100]] }, '%'],
      ['readiness', { method: 'level-map', points: [[0, 0], [1, 20], [2, 40], [3, 65], [4, 85], [5, 100]] }, '级', 'basic'],
      ['coverage', goalposts(0, 70), '%', 'basic'],
      ['running', goalposts(20, 95), '%'],
      ['benefit', goalposts(60, 95), '分'],
      ['gain', goalposts(0, 50), '%'],
    ],
  ],
  [
    'process',
    [
      ['links', { method: 'goalposts-log', worst: 0, best: 200, offset: 1 }, '个'],
      ['temperature', { method: 'band', low: 10, ideal: [18, 24], high: 32 }, '℃'],
      ['certified', { method: 'boolean', whenTrue: 100, whenFalse: 0 }, '是/否'],
      ['open-risk', { method: 'boolean', whenTrue: 0, whenFalse: 100 }, '是/否'],
      ['review', { method: 'expert', scale: [0, 100], ratersMin: 5, aggregate: 'trimmed-mean', dispersionAlert: 15 }, '分'],
      ['turnover', { method: 'percentile', minGroup: 20, fallback: { method: 'goalposts', worst: 60, best: 12 } }, '天'],
    ],
  ],
  [
    'service',
    [
      ['waiting', goalposts(40, 8), '分钟'],
      ['complaints', goalposts(3, 0), '件/万人次'],
      ['online', goalposts(30, 90), '%'],
      ['timely', goalposts(85, 100), '%', 'basic'],
      ['followed', goalposts(0, 60), '%'],
    ],
  ],
] // prettier-ignore

const FACTS: readonly FactSpec[] = [
  { id: 'incidents', type: 'number' },
  { id: 'blacklisted', type: 'boolean' },
  { id: 'unfiled', type: 'number' },
  { id: 'completeness', type: 'number' },
  { id: 'registered', type: 'boolean' },
  { id: 'headcount', type: 'number' },
]

const GATES: readonly GateSpec[] = [
  { id: 'entry-registered', kind: 'entry', when: { fact: 'registered', op: '==', value: 1 } },
  { id: 'veto-incidents', kind: 'veto', when: { fact: 'incidents', op: '>=', value: 1 }, lookbackMonths: 24 },
  { id: 'veto-blacklisted', kind: 'veto', when: { fact: 'blacklisted', op: '==', value: 1 } },
  { id: 'cap-unfiled', kind: 'cap', when: { fact: 'unfiled', op: '>=', value: 1 }, maxGrade: 'L2' },
  { id: 'cap-evidence', kind: 'cap', when: { fact: 'completeness', op: '<', value: 90 }, maxGrade: 'L3' },
  { id: 'cap-core', kind: 'cap', when: { node: 'core', op: '<', value: 40 }, maxGrade: 'L3' },
  { id: 'cap-timely', kind: 'cap', when: { leaf: 'timely', op: '<', value: 90 }, groups: ['large'], maxGrade: 'L3' },
]

const indicatorSpecs = PILLARS.map(([, list]) =>
  list.map(([id, normalise, , basic]): IndicatorSpec => ({
    kind: 'indicator',
    id,
    weight: 1 / list.length,
    direction: directionOf(normalise),
    normalise,
    ...(basic ? { basic: true } : {}),
  })),
)

const root: BranchSpec = {
  kind: 'branch',
  id: 'root',
  weight: 1,
  aggregate: { method: 'arithmetic' },
  children: PILLARS.map(([id], i) => ({
    kind: 'branch',
    id,
    weight: [0.4, 0.3, 0.3][i] ?? 0,
    aggregate: { method: 'arithmetic' },
    children: indicatorSpecs[i] ?? [],
  })),
}

const nodes: readonly CatalogueNode[] = [
  { kind: 'branch', id: 'root', ...text('综合'), parent: null, depth: 0, weight: 1, from: 'fixture-sector' },
  ...PILLARS.flatMap(([pillar, list], i): CatalogueNode[] => [
    {
      kind: 'branch',
      id: pillar,
      ...text(pillar),
      parent: 'root',
      depth: 1,
      weight: [0.4, 0.3, 0.3][i] ?? 0,
      from: 'x',
    },
    ...list.map(([id, normalise, unit, basic]): CatalogueIndicator => ({
      kind: 'indicator',
      id,
      ...text(id),
      parent: pillar,
      depth: 2,
      weight: 1 / list.length,
      from: 'x',
      type: 'number',
      unitOfMeasure: text(unit),
      direction: directionOf(normalise),
      normalise,
      basic: basic === 'basic',
      calc: text(''),
      ladder: null,
      source: 'self',
      evidence: [],
      notApplicableWhen: null,
      formula: null,
      notApplicableRule: null,
    })),
  ]),
]

const grades = [
  { id: 'L1', min: 0 },
  { id: 'L2', min: 30 },
  { id: 'L3', min: 50 },
  { id: 'L4', min: 70 },
  { id: 'L5', min: 85 },
]

const basicRule = [
  { grade: 'L2', min: 10 },
  { grade: 'L3', min: 30 },
  { grade: 'L4', min: 50 },
  { grade: 'L5', min: 70 },
]

export const fixture: Catalogue = {
  plugin: { id: 'fixture-sector', version: '1.0.0', digest: `sha256:${'0'.repeat(64)}` },
  core: { id: 'fixture-core', version: '1.0.0', digest: `sha256:${'1'.repeat(64)}`, node: 'core' },
  title: text('示范行业'),
  publisher: '',
  status: 'draft',
  example: true,
  unitOfAssessment: text('示范机构（年度）'),
  groups: [
    { id: 'large', ...text('大型') },
    { id: 'small', ...text('中小型') },
  ],
  digits: 2,
  display: { digits: 2, full: 100 },
  nodes,
  inputs: [],
  params: [],
  facts: FACTS.map((fact) => ({ ...fact, ...text(fact.id), from: 'x' })),
  gates: GATES.map((gate) => ({ gate, ...text(gate.id), from: 'x' })),
  grades: grades.map((grade) => ({ ...grade, ...text(grade.id) })),
  basicRule,
  ladders: [],
  sources: [],
  evidenceKinds: [],
  coreBindings: {},
  keyProcesses: [],
  modelledOn: [],
  standard: null,
  framework: { semantics: 1, root, missing: 'zero', facts: FACTS, gates: GATES, grades, basicRule, periodMonths: 12 },
}

/** The rows of a file by column. The generator quotes only what needs it, and nothing in the fixture does. */
export function rowsOf(csv: string): Record<string, string>[] {
  const [header = [], ...rows] = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])))
}
