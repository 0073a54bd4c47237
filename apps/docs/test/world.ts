import { prepareUncertainty } from '@plumbline/analysis'
import { compile, score, type Column, type Dataset, type Framework, type IndicatorSpec } from '@plumbline/kernel'

/**
 * What the examples of the docstrings take for granted: an index of two indicators, staff and uptime, and four units, A
 * to D.
 */
const leaf = (id: string, weight: number): IndicatorSpec => ({
  kind: 'indicator',
  id,
  weight,
  direction: 'positive',
  normalise: { method: 'goalposts', worst: 0, best: 100 },
})

const frameworkOf = (staff: number): Framework => ({
  semantics: 1,
  missing: 'no-result',
  facts: [],
  gates: [],
  grades: [
    { id: 'pass', min: 0 },
    { id: 'good', min: 70 },
  ],
  basicRule: [{ grade: 'good', min: 10 }],
  periodMonths: 12,
  root: {
    kind: 'branch',
    id: 'index',
    weight: 1,
    aggregate: { method: 'arithmetic' },
    children: [leaf('staff', staff), leaf('uptime', 1 - staff)],
  },
})

const column = (values: readonly number[]): Column => ({
  values: Float64Array.from(values),
  blanks: Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0)),
})

const datasetOf = (staff: readonly number[], uptime: readonly number[], period: string): Dataset => ({
  size: staff.length,
  units: staff.map((_, unit) => 'ABCD'.charAt(unit)),
  periods: staff.map(() => period),
  groups: staff.map(() => null),
  columns: new Map([
    ['staff', column(staff)],
    ['uptime', column(uptime)],
  ]),
})

/** Scores 60, 55, 25 and 90. */
const framework = frameworkOf(0.5)
const plan = compile(framework)
const dataset = datasetOf([80, 50, 20, 90], [40, 60, 30, 90], '2025')
const spec = { weights: [{ kind: 'uniform', branches: 'all', spread: 0.2 }] } as const

export const world: Readonly<Record<string, unknown>> = {
  framework,
  plan,
  dataset,
  result: score(plan, dataset),
  spec,
  model: prepareUncertainty(plan, dataset, spec),
  /** The same figures as a table for the methods that compare units. */
  sample: {
    rows: 4,
    columns: 2,
    values: Float64Array.of(80, 40, 50, 60, 20, 30, 90, 90),
    weights: new Float64Array(8).fill(0.5),
    shares: Float64Array.of(0.5, 0.5),
  },
  /** The same units with A's uptime not answered. */
  open: datasetOf([80, 50, 20, 90], [NaN, 60, 30, 90], '2025'),
  before: { plan, dataset, period: '2025' },
  after: {
    plan: compile(frameworkOf(0.6)),
    dataset: datasetOf([80, 50, 20, 90], [50, 60, 30, 90], '2026'),
    period: '2026',
  },
  /** A round under a version of the shared core. */
  round: (version: string) => ({
    key: version,
    plugin: 'p',
    period: '2025',
    core: { id: 'core', version, digest: version, node: 'core' },
    nodes: [{ id: 'core', parent: null }],
    state: 'scored',
  }),
  /** Scores of two sectors and of the core that both are assessed on; one scores ten points higher. */
  retail: { scores: Float64Array.of(50, 60, 70, 80, 90), anchors: Float64Array.of(1, 2, 3, 4, 5) },
  health: { scores: Float64Array.of(60, 70, 80, 90, 100), anchors: Float64Array.of(1, 2, 3, 4, 5) },
  v1: framework,
  v2: frameworkOf(0.6),
}
