import type {
  AggregateSpec,
  BasicLine,
  BranchSpec,
  Condition,
  Framework,
  GateSpec,
  GradeSpec,
  MissingPolicy,
  NodeSpec,
} from '@plumbline/kernel'
import type {
  Manifest,
  ManifestCondition,
  ManifestGate,
  ManifestNode,
  ManifestPipelineOverride,
} from '@plumbline/plugin-api'
import type { LoadedPlugin } from '../contract.ts'
import { defined } from './defined.ts'
import { compileGate, indicatorFormulas, NEVER } from './formulas.ts'
import { inputIds, inputsOf, inputSpecs, paramsOf, paramSpecs } from './inputs.ts'
import { scopesOf, type FormulaScopes } from './scope.ts'
import { asItIs, overrideSpec, pipelineSpec, preparesData } from './pipeline.ts'

/** Reduces a manifest, with what it uses, to ids and numbers. */
export function frameworkOf(manifest: Manifest, uses: readonly LoadedPlugin[]): Framework {
  const used = uses.map((plugin) => plugin.catalogue.framework)
  const surroundings = {
    uses: preparesData(manifest) ? uses.map(asItIs) : uses,
    scopes: scopesOf(manifest, uses),
    plugin: manifest.id,
  }
  return {
    semantics: manifest.semantics,
    root: branch({ ...manifest.tree, weight: 1 }, surroundings),
    missing: missingPolicy(manifest, uses) ?? 'zero',
    facts: merge(
      used.map((one) => one.facts),
      manifest.facts.map(({ id, type }) => ({ id, type })),
    ),
    gates: merge(
      used.map((one) => one.gates),
      manifest.gates.map((gate) => gateSpec(gate, surroundings)),
    ),
    grades: gradesOf(manifest, used),
    basicRule: basicRuleOf(manifest, used),
    periodMonths: manifest.unitOfAssessment.periodMonths,
    ...filled({ inputs: inputSpecs(inputsOf(manifest, uses)), params: paramSpecs(paramsOf(manifest, uses)) }),
    ...(manifest.pipeline && { pipeline: pipelineSpec(manifest.pipeline) }),
  }
}

/** Without formulas a framework has no lists for them, and stays what it was. */
function filled({ inputs, params }: Required<Pick<Framework, 'inputs' | 'params'>>): Partial<Framework> {
  return { ...(inputs.length > 0 && { inputs }), ...(params.length > 0 && { params }) }
}

/** How the framework names a program: standards that mount another have programs of both. */
export const programPath = (plugin: string, file: string): string => `${plugin}/${file}`

interface Surroundings {
  readonly uses: readonly LoadedPlugin[]
  readonly scopes: FormulaScopes
  /** Id of the plugin. */
  readonly plugin: string
}

/** A plugin's own policy, else that of the first plugin it uses; undefined where nobody has one. */
function missingPolicy(manifest: Manifest, uses: readonly LoadedPlugin[]): MissingPolicy | undefined {
  return manifest.missing ?? uses[0]?.catalogue.framework.missing
}

/** What comes from used plugins first, then the own; two roads to the same definition give it once. */
export function merge<T extends { readonly id: string }>(
  used: readonly (readonly T[])[],
  own: readonly T[],
): readonly T[] {
  const taken = new Map<string, T>()
  for (const item of used.flat()) if (!taken.has(item.id)) taken.set(item.id, item)
  return [...taken.values(), ...own]
}

function gradesOf(manifest: Manifest, used: readonly Framework[]): readonly GradeSpec[] {
  return merge(
    used.map((one) => one.grades),
    manifest.grades.map(({ id, min }) => ({ id, min })),
  )
}

function basicRuleOf(manifest: Manifest, used: readonly Framework[]): readonly BasicLine[] {
  const taken = used.flatMap((one) => one.basicRule)
  return [
    ...taken.filter((line, index) => taken.findIndex((one) => one.grade === line.grade) === index),
    ...manifest.basicRule,
  ]
}

interface Branch {
  readonly id: string
  readonly weight: number
  readonly aggregate: AggregateSpec
  readonly minCoverage?: number | undefined
  readonly missing?: MissingPolicy | undefined
  readonly pipeline?: ManifestPipelineOverride | undefined
  readonly children: readonly ManifestNode[]
}

function branch(
  { id, weight, aggregate, minCoverage, missing, pipeline, children }: Branch,
  surroundings: Surroundings,
): BranchSpec {
  return {
    kind: 'branch',
    id,
    weight,
    aggregate,
    ...defined({ minCoverage, missing, pipeline: pipeline && overrideSpec(pipeline) }),
    children: children.map((child) => nodeSpec(child, surroundings)),
  }
}

function nodeSpec(node: ManifestNode, surroundings: Surroundings): NodeSpec {
  if ('children' in node) return branch(node, surroundings)
  if ('ref' in node) return mounted(node, surroundings.uses)
  const { id, weight, direction, normalise, basic, missing, pipeline } = node
  return {
    kind: 'indicator',
    id,
    weight,
    direction,
    normalise,
    basic,
    ...defined({ missing, pipeline: pipeline && overrideSpec(pipeline) }),
    ...indicatorFormulas(node, surroundings.scopes),
    ...(node.code !== undefined && {
      code: { file: programPath(surroundings.plugin, node.code), inputs: inputIds(node) },
    }),
  }
}

/** The used plugin's root with the weight that it has here. Where it is absent the branch is empty and never loaded. */
function mounted(node: Extract<ManifestNode, { ref: string }>, uses: readonly LoadedPlugin[]): BranchSpec {
  const root = uses.find((plugin) => plugin.ref.id === node.ref)?.catalogue.framework.root
  const own = { weight: node.weight, ...defined({ missing: node.missing }) }
  return root
    ? { ...root, ...own }
    : { kind: 'branch', id: node.id, aggregate: { method: 'arithmetic' }, children: [], ...own }
}

function gateSpec(gate: ManifestGate, { scopes }: Surroundings): GateSpec {
  const { id, kind, when, groups, lookbackMonths } = gate
  const maxGrade = gate.kind === 'cap' ? gate.maxGrade : undefined
  const condition =
    typeof when === 'string' ? { formula: compileGate(when, scopes).formula ?? NEVER } : conditionSpec(when)
  return { id, kind, when: condition, ...defined({ groups, lookbackMonths, maxGrade }) }
}

/** Booleans are 1 and 0 to the kernel. */
function conditionSpec(condition: ManifestCondition): Condition {
  if ('all' in condition) return { all: condition.all.map(conditionSpec) }
  if ('any' in condition) return { any: condition.any.map(conditionSpec) }
  if ('not' in condition) return { not: conditionSpec(condition.not) }
  return { ...condition, value: Number(condition.value) }
}
