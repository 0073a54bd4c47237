import {
  validateFramework,
  type BranchSpec,
  type Condition,
  type Framework,
  type GateSpec,
  type MissingPolicy,
  type NodeSpec,
} from '@plumbline/kernel'
import { formulaMutants } from './formulas.ts'
import { nodesOf, numbersOf, withNode, withNumber, type NumberLeaf } from './tree.ts'

/** A standard with one figure or rule of it changed. */
export interface Mutant {
  readonly kind:
    | 'weight'
    | 'scale'
    | 'aggregate'
    | 'coverage'
    | 'missing'
    | 'gate'
    | 'grade'
    | 'basic-rule'
    | 'parameter'
    | 'formula'
  /** Id of the node, gate or grade concerned. */
  readonly id: string
  /** Where in it, for example `normalise.worst`. */
  readonly field: string
  /** Of a number in a formula: the place of its first character, from 1. */
  readonly place?: number
  readonly from: string
  readonly to: string
  readonly framework: Framework
}

/** So far is a weight moved, a score, a grade line. */
const WEIGHT = 0.05
const POINTS = 5
const LINE = 2
/** A raw value moves by this share of its rule's length. */
const SHARE = 0.1
/** Methods whose children's weights are shares of one whole, and those that never read a weight. */
const SHARED = new Set(['arithmetic', 'geometric', 'harmonic', 'power'])
const UNWEIGHTED = new Set(['minimum', 'product', 'staircase'])

/** Every mutant of a standard that is itself a standard: what the kernel would refuse, no case needs to notice. */
export function mutantsOf(framework: Framework): readonly Mutant[] {
  return [
    ...nodesOf(framework).flatMap(({ spec, parent }) => [
      ...(parent ? weightMutants(framework, spec, parent) : []),
      ...(spec.kind === 'indicator' ? scaleMutants(framework, spec) : aggregateMutants(framework, spec)),
      ...(parent ? missingMutants(framework, spec) : []),
    ]),
    ...defaultMutants(framework),
    ...framework.gates.flatMap((gate) => gateMutants(framework, gate)),
    ...gradeMutants(framework),
    ...basicRuleMutants(framework),
    ...parameterMutants(framework),
    ...formulaMutants(framework),
  ].filter((mutant) => validateFramework(mutant.framework).length === 0)
}

/** One sibling more, the others less in proportion; below `deduct` and `bonus`, where weights are points, that one alone. */
function weightMutants(framework: Framework, { id, weight }: NodeSpec, parent: BranchSpec): readonly Mutant[] {
  const { method } = parent.aggregate
  if (UNWEIGHTED.has(method) || (SHARED.has(method) && parent.children.length === 1)) return []
  const moved = weight + WEIGHT < 1 ? weight + WEIGHT : weight - WEIGHT
  const to = SHARED.has(method) ? moved : weight * (1 + SHARE)
  const rest = (1 - to) / (1 - weight)
  const children = parent.children.map((child) =>
    child.id === id ? { ...child, weight: to } : SHARED.has(method) ? { ...child, weight: child.weight * rest } : child,
  )
  const mutated = withNode(framework, parent.id, (spec) => (spec.kind === 'branch' ? { ...spec, children } : spec))
  return [mutant('weight', id, { field: 'weight', from: weight, to, framework: mutated })]
}

function scaleMutants(framework: Framework, spec: Extract<NodeSpec, { kind: 'indicator' }>): readonly Mutant[] {
  const numbers = numbersOf(spec.normalise)
  return numbers.flatMap((leaf) =>
    firstValid(leaf, stepOf(leaf, numbers), (value) => ({
      mutated: withNode(framework, spec.id, (own) =>
        own.kind === 'indicator' ? { ...own, normalise: withNumber(own.normalise, leaf.path, value) } : own,
      ),
      kind: 'scale',
      id: spec.id,
      field: `normalise.${leaf.path.join('.')}`,
    })),
  )
}

function aggregateMutants(framework: Framework, spec: BranchSpec): readonly Mutant[] {
  const numbers = numbersOf(spec.aggregate)
  const coverage = spec.minCoverage ?? 0
  return [
    ...numbers.flatMap((leaf) =>
      firstValid(leaf, Math.max(Math.abs(leaf.value) * SHARE, 0.1), (value) => ({
        mutated: withNode(framework, spec.id, (own) =>
          own.kind === 'branch' ? { ...own, aggregate: withNumber(own.aggregate, leaf.path, value) } : own,
        ),
        kind: 'aggregate',
        id: spec.id,
        field: `aggregate.${leaf.path.join('.')}`,
      })),
    ),
    ...(coverage === 0
      ? []
      : firstValid({ path: [], value: coverage }, -SHARE, (value) => ({
          mutated: withNode(framework, spec.id, (own) =>
            own.kind === 'branch' ? { ...own, minCoverage: value } : own,
          ),
          kind: 'coverage',
          id: spec.id,
          field: 'minCoverage',
        }))),
  ]
}

const POLICIES: readonly MissingPolicy[] = ['zero', 'exclude', 'no-result']
const otherThan = (policy: MissingPolicy): MissingPolicy => POLICIES.find((one) => one !== policy) ?? 'zero'

/** A policy of its own becomes another. */
function missingMutants(framework: Framework, { id, missing }: NodeSpec): readonly Mutant[] {
  if (missing === undefined) return []
  const to = otherThan(missing)
  const mutated = withNode(framework, id, (own) => ({ ...own, missing: to }))
  return [mutant('missing', id, { field: 'missing', from: missing, to, framework: mutated })]
}

function defaultMutants(framework: Framework): readonly Mutant[] {
  const to = otherThan(framework.missing)
  const { id } = framework.root
  return [
    mutant('missing', id, { field: 'missing', from: framework.missing, to, framework: { ...framework, missing: to } }),
  ]
}

/** Gone; at another threshold; strict where it was not, and the reverse; a grade lower; without its look-back or groups. */
function gateMutants(framework: Framework, gate: GateSpec): readonly Mutant[] {
  const replaced = (next: GateSpec | null): Framework => ({
    ...framework,
    gates: framework.gates.flatMap((one) => (one.id === gate.id ? (next ?? []) : one)),
  })
  const made = (field: string, [from, to]: readonly [unknown, unknown], next: GateSpec | null): Mutant =>
    mutant('gate', gate.id, { field, from, to, framework: replaced(next) })
  // Numbers in a formula have a place in its text: `formulaMutants` changes them.
  const numbers = 'formula' in gate.when ? [] : numbersOf(gate.when).filter(({ path }) => path.at(-1) === 'value')
  const grade = framework.grades.findIndex(({ id }) => id === gate.maxGrade)
  const lower = framework.grades[grade - 1]?.id ?? framework.grades[grade + 1]?.id
  const { lookbackMonths, groups, ...bare } = gate
  return [
    made('when', ['…', '–'], null),
    ...numbers.flatMap(({ path, value }) => {
      const to = Number.isInteger(value) && Math.abs(value) < 10 ? value + 1 : value + POINTS
      return isSwitch(framework, gate.when, path)
        ? []
        : [made('when', [value, to], { ...gate, when: withNumber(gate.when, path, to) })]
    }),
    ...(gate.maxGrade !== undefined && lower !== undefined
      ? [made('maxGrade', [gate.maxGrade, lower], { ...gate, maxGrade: lower })]
      : []),
    ...(lookbackMonths === undefined
      ? []
      : [made('lookbackMonths', [lookbackMonths, '–'], { ...bare, ...(groups && { groups }) })]),
    ...(groups === undefined
      ? []
      : [
          made('groups', [groups.join(', '), '–'], {
            ...bare,
            ...(lookbackMonths !== undefined && { lookbackMonths }),
          }),
        ]),
  ]
}

/** Whether a comparison is of a yes or no, which has no other threshold. */
function isSwitch({ facts, root }: Framework, when: Condition, path: readonly (string | number)[]): boolean {
  let here: unknown = when
  for (const step of path.slice(0, -1))
    here = typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined
  if (typeof here !== 'object' || here === null) return false
  if ('fact' in here) return facts.some(({ id, type }) => id === here.fact && type === 'boolean')
  if (!('leaf' in here)) return false
  const all = (spec: NodeSpec): readonly NodeSpec[] => (spec.kind === 'branch' ? spec.children.flatMap(all) : [spec])
  return all(root).some(
    (spec) => spec.id === here.leaf && spec.kind === 'indicator' && spec.normalise.method === 'boolean',
  )
}

function gradeMutants(framework: Framework): readonly Mutant[] {
  return framework.grades.slice(1).flatMap(({ id, min }) =>
    [LINE, -LINE].map((by) => {
      const grades = framework.grades.map((grade) => (grade.id === id ? { ...grade, min: min + by } : grade))
      return mutant('grade', id, { field: 'min', from: min, to: min + by, framework: { ...framework, grades } })
    }),
  )
}

function basicRuleMutants(framework: Framework): readonly Mutant[] {
  return framework.basicRule.flatMap((line) =>
    [POINTS, -POINTS].map((by) => {
      const to = line.min + by
      const basicRule = framework.basicRule.map((one) => (one.grade === line.grade ? { ...one, min: to } : one))
      return mutant('basic-rule', line.grade, {
        field: 'basicRule',
        from: line.min,
        to,
        framework: { ...framework, basicRule },
      })
    }),
  )
}

/** Every dated value of every parameter. */
function parameterMutants(framework: Framework): readonly Mutant[] {
  const { params = [] } = framework
  return params.flatMap(({ id, values }) =>
    values.map(({ from: date, value }) => {
      const to = value === 0 ? 1 : value * (1 + SHARE)
      const changed = params.map((param) =>
        param.id === id
          ? { ...param, values: param.values.map((row) => (row.from === date ? { ...row, value: to } : row)) }
          : param,
      )
      return mutant('parameter', id, { field: date, from: value, to, framework: { ...framework, params: changed } })
    }),
  )
}

/** A score moves by points, a count by one, a raw value by a share of the rule's length. */
function stepOf({ path, value }: NumberLeaf, all: readonly NumberLeaf[]): number {
  const [first = '', , third] = path
  if (['whenTrue', 'whenFalse'].includes(String(first)) || (first === 'points' && third === 1))
    return value > 50 ? -POINTS : POINTS
  if (['ratersMin', 'minGroup'].includes(String(first))) return 1
  const raws = all.filter((one) => !(one.path[0] === 'points' && one.path[2] === 1)).map((one) => one.value)
  return (Math.max(...raws) - Math.min(...raws)) * SHARE || 1
}

interface Made extends Pick<Mutant, 'kind' | 'id' | 'field'> {
  readonly mutated: Framework
}

/** The step, else the step back, else half of either: the first that the kernel takes. */
function firstValid({ value }: NumberLeaf, step: number, make: (value: number) => Made): readonly Mutant[] {
  for (const by of [step, -step, step / 2, -step / 2]) {
    const { mutated, kind, id, field } = make(value + by)
    if (validateFramework(mutated).length === 0)
      return [mutant(kind, id, { field, from: value, to: value + by, framework: mutated })]
  }
  return []
}

interface Parts {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
  readonly framework: Framework
}

const mutant = (kind: Mutant['kind'], id: string, { field, from, to, framework }: Parts): Mutant => ({
  kind,
  id,
  field,
  from: shown(from),
  to: shown(to),
  framework,
})

const shown = (value: unknown): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value)
