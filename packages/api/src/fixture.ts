import { createSandbox } from '@plumbline/sandbox'
import { bothDatabases } from '@plumbline/db/testing'
import { compile, type BranchSpec, type Framework, type IndicatorSpec } from '@plumbline/kernel'
import type { Catalogue, CatalogueNode, PluginRef } from '@plumbline/plugin-api'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { Database } from '@plumbline/db'
import { inlineAnalyst } from '@plumbline/analysis'
import { diffVersions, parseCases } from '@plumbline/testkit'
import {
  createCaller,
  createDifferences,
  createJobs,
  createRunCache,
  createStandards,
  inlineReader,
  inlineScorer,
  type RequestContext,
} from './index.ts'

/**
 * Small standards to check by hand. Score = 0.4 core + 0.6 own; core = mean of `c1` (0 to 10) and `c2` (yes or no);
 * own = `i1` (0 to `best`). An incident within 24 months is a veto. Grades: `low` from 0, `high` from 60.
 */
export interface Made {
  readonly id: string
  readonly version?: string
  /** Version of the shared core; null mounts none. */
  readonly core?: string | null
  readonly best?: number
}

const text = (id: string) => ({ zh: `示例${id}`, en: `Sample ${id}` })
const refOf = (id: string, version: string): PluginRef => ({
  id,
  version,
  digest: `sha256:${id}-${version}`.padEnd(71, '0'),
})

const goalposts = (id: string, weight: number, best: number): IndicatorSpec => ({
  kind: 'indicator',
  id,
  weight,
  direction: 'positive',
  normalise: { method: 'goalposts', worst: 0, best },
})
const yesNo = (id: string, weight: number): IndicatorSpec => ({
  kind: 'indicator',
  id,
  weight,
  direction: 'positive',
  normalise: { method: 'boolean', whenTrue: 100, whenFalse: 0 },
})

function frameworkOf(best: number): Framework {
  const branch = (id: string, weight: number, children: BranchSpec['children']): BranchSpec => ({
    kind: 'branch',
    id,
    weight,
    aggregate: { method: 'arithmetic' },
    children,
  })
  const core = branch('core', 0.4, [goalposts('c1', 0.5, 10), yesNo('c2', 0.5)])
  return {
    semantics: 1,
    root: branch('root', 1, [core, branch('own', 0.6, [goalposts('i1', 1, best)])]),
    missing: 'zero',
    facts: [{ id: 'incidents', type: 'number' }],
    gates: [{ id: 'incident', kind: 'veto', when: { fact: 'incidents', op: '>=', value: 1 }, lookbackMonths: 24 }],
    grades: [
      { id: 'low', min: 0 },
      { id: 'high', min: 60 },
    ],
    basicRule: [],
    periodMonths: 12,
  }
}

export function makePlugin({ id, version = '1.0.0', core = '1.0.0', best = 100 }: Made): LoadedPlugin {
  const ref = refOf(id, version)
  const framework = frameworkOf(best)
  const catalogue: Catalogue = {
    plugin: ref,
    core: core === null ? null : { ...refOf('shared-core', core), node: 'core' },
    title: text(id),
    publisher: '示例协会',
    status: 'draft',
    example: true,
    unitOfAssessment: text('unit'),
    groups: [{ id: 'large', ...text('large') }],
    digits: 2,
    display: { digits: 2, full: 100 },
    nodes: nodesOf(framework.root, null, 0),
    inputs: [],
    params: [],
    facts: [{ id: 'incidents', ...text('incidents'), type: 'number', from: id }],
    gates: framework.gates.map((gate) => ({ ...text(gate.id), gate, from: id })),
    grades: framework.grades.map((grade) => ({ ...grade, ...text(grade.id) })),
    basicRule: [],
    ladders: [],
    sources: [],
    evidenceKinds: [],
    coreBindings: {},
    keyProcesses: [],
    modelledOn: [],
    standard: null,
    framework,
  }
  const uses = core === null ? [] : [refOf('shared-core', core)]
  return {
    ref,
    uses,
    catalogue,
    plan: compile(framework),
    programs: {},
    bundle: { files: { 'plugin.yaml': `id: ${id}\n` } },
  }
}

function nodesOf(spec: BranchSpec | IndicatorSpec, parent: string | null, depth: number): readonly CatalogueNode[] {
  const base = { id: spec.id, ...text(spec.id), parent, depth, weight: spec.weight, from: 'sample' }
  if (spec.kind === 'branch')
    return [{ ...base, kind: 'branch' }, ...spec.children.flatMap((child) => nodesOf(child, spec.id, depth + 1))]
  const { direction, normalise } = spec
  return [
    {
      ...base,
      kind: 'indicator',
      type: normalise.method === 'boolean' ? 'boolean' : 'number',
      unitOfMeasure: text('piece'),
      direction,
      normalise,
      basic: false,
      calc: text('calc'),
      ladder: null,
      source: '',
      evidence: [],
      notApplicableWhen: null,
      formula: null,
      notApplicableRule: null,
    },
  ]
}

const AT = new Date('2026-03-01T02:03:04.000Z')

/** Starts no thread before a test has code to run. */
const sandbox = createSandbox()

export function contextOf(
  database: Database,
  plugins: readonly LoadedPlugin[],
  over: Partial<RequestContext> = {},
): RequestContext {
  return {
    database,
    standards: createStandards({ plugins, failed: [] }),
    trust: async () => new Map(),
    reader: inlineReader,
    scorer: inlineScorer,
    sandbox,
    analyst: inlineAnalyst,
    jobs: createJobs(database, { server: 'tests' }),
    differences: createDifferences(({ from, to, options, cases }, { onStep }) =>
      diffVersions(from, to, { ...options, cases: cases.map((one) => parseCases(one.text, one.name).cases), onStep }),
    ),
    casesOf: async () => null,
    cache: createRunCache(8),
    clock: () => AT,
    actor: 'tester',
    log: () => undefined,
    report: (error) => {
      throw error
    },
    ...over,
  }
}

export const HEADER = 'unit,name,period,group,c1,c2,i1,incidents'

/** Rows as text: `U-1,2025,5,true,80,0`. */
export const csvOf = (...rows: readonly string[]): string =>
  [
    HEADER,
    ...rows
      .map((row) => row.split(','))
      .map(([unit, period, ...cells]) => [unit, `测试${unit}`, period, '', ...cells].join(',')),
  ].join('\n')

export function formOf(
  plugin: string,
  csv: string,
  corrections: readonly { cell: string; value: string }[] = [],
): FormData {
  const form = new FormData()
  form.set('file', new File([csv], 'data.csv'))
  form.set('request', JSON.stringify({ plugin, fileName: 'data.csv', corrections }))
  return form
}

export const callerOf = (ctx: RequestContext) => createCaller(ctx)
export { bothDatabases }
