import { formulasOf, referencesOf, type Display, type Framework } from '@plumbline/kernel'
import type {
  Catalogue,
  CatalogueFormula,
  CatalogueNode,
  CoreRef,
  Manifest,
  ManifestIndicator,
  ManifestNode,
  ManifestPipeline,
  ManifestRoot,
  PluginRef,
} from '@plumbline/plugin-api'
import type { LoadedPlugin } from '../contract.ts'
import { merge } from './framework.ts'
import { inputIds, inputsOf, paramsOf } from './inputs.ts'

interface Sources {
  readonly ref: PluginRef
  readonly framework: Framework
  readonly uses: readonly LoadedPlugin[]
}

/** A manifest, with what it uses, ready to read: plain JSON. */
export function catalogueOf(manifest: Manifest, { ref, framework, uses }: Sources): Catalogue {
  const used = uses.map((plugin) => plugin.catalogue)
  const from = manifest.id
  return {
    plugin: ref,
    core: coreOf(manifest, { ref, uses }),
    title: manifest.title,
    publisher: manifest.publisher,
    status: manifest.status,
    example: manifest.example || manifest.status === 'draft',
    unitOfAssessment: text(manifest.unitOfAssessment),
    groups: manifest.groups,
    digits: workingDigits(manifest.display),
    display: manifest.display,
    nodes: nodesOf(manifest.tree, {
      from,
      uses,
      formulas: formulaTexts(framework),
      denominate: manifest.pipeline?.denominate,
    }),
    facts: merge(
      used.map((one) => one.facts),
      manifest.facts.map(({ unit, ...fact }) => ({ ...fact, from, ...(unit && { unitOfMeasure: unit }) })),
    ),
    inputs: inputsOf(manifest, uses),
    params: paramsOf(manifest, uses),
    gates: framework.gates.map((gate) => {
      const own = manifest.gates.find((one) => one.id === gate.id)
      const taken = used.flatMap((one) => one.gates).find((one) => one.gate.id === gate.id)
      return taken ?? { gate, from, ...text(own ?? manifest.title) }
    }),
    grades: merge(
      used.map((one) => one.grades),
      manifest.grades,
    ),
    basicRule: framework.basicRule,
    ladders: merge(
      used.map((one) => one.ladders),
      manifest.ladders,
    ),
    sources: merge(
      used.map((one) => one.sources),
      manifest.sources,
    ),
    evidenceKinds: merge(
      used.map((one) => one.evidenceKinds),
      manifest.evidenceKinds,
    ),
    coreBindings: manifest.coreBindings,
    keyProcesses: manifest.keyProcesses,
    modelledOn: manifest.modelledOn,
    standard: manifest.standard ?? null,
    framework,
  }
}

/** A printed result on 0 to 100 has the digits of the working too; on another scale the working has two. */
const workingDigits = ({ digits, full }: Display): number => (full === 100 ? digits : 2)

function coreOf(manifest: Manifest, { ref, uses }: Pick<Sources, 'ref' | 'uses'>): CoreRef | null {
  if (manifest.role === 'core') return { ...ref, node: manifest.tree.id }
  const mounts = mountsOf(manifest.tree.children)
  return uses.find((plugin) => plugin.catalogue.core && mounts.includes(plugin.ref.id))?.catalogue.core ?? null
}

const mountsOf = (nodes: readonly ManifestNode[]): readonly string[] =>
  nodes.flatMap((node) => ('ref' in node ? [node.ref] : 'children' in node ? mountsOf(node.children) : []))

interface Origin {
  readonly from: string
  /** What the nearest node above, or the whole set, says of denomination. */
  readonly denominate: ManifestPipeline['denominate'] | undefined
  readonly uses: readonly LoadedPlugin[]
  /** By indicator id. */
  readonly formulas: ReadonlyMap<string, CatalogueFormula>
}

/** What each computed indicator reads. */
function formulaTexts(framework: Framework): ReadonlyMap<string, CatalogueFormula> {
  const inputs = new Set(framework.inputs?.map(({ id }) => id))
  return new Map(
    formulasOf(framework)
      .filter(({ role }) => role === 'value')
      .map(({ id, formula }) => {
        const names = referencesOf(formula.body)
        const columns = [...new Set(names.filter(({ op }) => op === 'column').map((name) => name.id))]
        const params = [...new Set(names.filter(({ op }) => op === 'param').map((name) => name.id))]
        return [
          id,
          { by: 'formula', text: formula.text, inputs: columns.filter((name) => inputs.has(name)), params },
        ] as const
      }),
  )
}

function nodesOf(root: ManifestRoot, origin: Origin): readonly CatalogueNode[] {
  const top: CatalogueNode = {
    kind: 'branch',
    id: root.id,
    ...text(root),
    parent: null,
    depth: 0,
    weight: 1,
    from: origin.from,
  }
  return [top, ...root.children.flatMap((child) => below(child, top, origin))]
}

function below(node: ManifestNode, parent: CatalogueNode, origin: Origin): readonly CatalogueNode[] {
  if ('ref' in node) return mountedNodes(node, parent, origin)
  const denominate = node.pipeline?.denominate ?? origin.denominate
  const place = {
    id: node.id,
    ...text(node),
    parent: parent.id,
    depth: parent.depth + 1,
    weight: node.weight,
    from: origin.from,
  }
  if ('children' in node) {
    const branch: CatalogueNode = { kind: 'branch', ...place }
    return [branch, ...node.children.flatMap((child) => below(child, branch, { ...origin, denominate }))]
  }
  const { type, unit, direction, normalise, basic, calc, ladder, source, evidence, notApplicableWhen, notApplicable } =
    node
  return [
    {
      kind: 'indicator',
      ...place,
      type,
      unitOfMeasure: unit,
      direction,
      normalise,
      basic,
      calc,
      ladder: ladder ?? null,
      source,
      evidence,
      notApplicableWhen: notApplicableWhen ?? null,
      formula: programOf(node) ?? origin.formulas.get(node.id) ?? null,
      notApplicableRule: notApplicable?.when ?? null,
      ...(node.derive && { derive: node.derive }),
      ...(denominate && denominate !== 'none' && denominate.unit && { denominatedUnit: denominate.unit }),
    },
  ]
}

function mountedNodes(
  mount: Extract<ManifestNode, { ref: string }>,
  parent: CatalogueNode,
  { uses }: Origin,
): readonly CatalogueNode[] {
  const nodes = uses.find((plugin) => plugin.ref.id === mount.ref)?.catalogue.nodes ?? []
  return nodes.map((node) => ({
    ...node,
    depth: node.depth + parent.depth + 1,
    ...(node.parent === null ? { parent: parent.id, weight: mount.weight } : {}),
  }))
}

const text = ({ zh, en }: { readonly zh: string; readonly en: string }): { zh: string; en: string } => ({ zh, en })

function programOf(node: ManifestIndicator): CatalogueFormula | null {
  if (node.code === undefined) return null
  return { by: 'program', text: node.code, inputs: inputIds(node), params: [] }
}
