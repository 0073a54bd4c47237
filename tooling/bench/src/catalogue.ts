/** The made-up index of the benchmarks as a standard's catalogue: what the importer and the demonstration data need. */
import type { NodeSpec } from '@plumbline/kernel'
import type { Catalogue, CatalogueNode, Text } from '@plumbline/plugin-api'
import { framework } from './workload.ts'

const text = (words: string): Text => ({ zh: words, en: words })

export const catalogue: Catalogue = {
  plugin: { id: 'bench', version: '1.0.0', digest: `sha256:${'0'.repeat(64)}` },
  core: null,
  title: text('bench'),
  publisher: '',
  status: 'draft',
  example: true,
  unitOfAssessment: text('单元'),
  groups: [
    { id: 'a', ...text('a') },
    { id: 'b', ...text('b') },
  ],
  digits: 2,
  display: { digits: 2, full: 100 },
  nodes: nodesOf(framework.root, null, 0),
  inputs: [],
  params: [],
  facts: framework.facts.map((fact) => ({ ...fact, ...text(fact.id), from: 'bench' })),
  gates: framework.gates.map((gate) => ({ gate, ...text(gate.id), from: 'bench' })),
  grades: framework.grades.map((grade) => ({ ...grade, ...text(grade.id) })),
  basicRule: framework.basicRule,
  ladders: [],
  sources: [],
  evidenceKinds: [],
  coreBindings: {},
  keyProcesses: [],
  modelledOn: [],
  standard: null,
  framework,
}

function nodesOf(spec: NodeSpec, parent: string | null, depth: number): CatalogueNode[] {
  const base = { id: spec.id, ...text(spec.id), parent, depth, weight: spec.weight, from: 'bench' }
  if (spec.kind === 'branch') {
    return [{ ...base, kind: 'branch' }, ...spec.children.flatMap((child) => nodesOf(child, spec.id, depth + 1))]
  }
  const { direction, normalise, basic = false } = spec
  const rest = {
    calc: text(''),
    ladder: null,
    source: '',
    evidence: [],
    notApplicableWhen: null,
    formula: null,
    notApplicableRule: null,
  }
  return [
    { ...base, kind: 'indicator', type: 'number', unitOfMeasure: text('分'), direction, normalise, basic, ...rest },
  ]
}
