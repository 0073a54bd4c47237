import {
  parseUnit,
  type CatalogueNode,
  type FormulaScope,
  type Manifest,
  type ManifestNode,
  type ScopeItem,
  type Text,
} from '@plumbline/plugin-api'
import type { LoadedPlugin } from '../contract.ts'
import { inputsOf, paramsOf } from './inputs.ts'

/** What the formulas of a manifest may name, by what they decide: nothing that waits for its own result. */
export interface FormulaScopes {
  readonly value: FormulaScope
  readonly notApplicable: FormulaScope
  readonly gate: FormulaScope
}

interface NamedNode extends Text {
  readonly id: string
}

/** They are put together with the first formula: most standards have none, and a start loads many. */
export function scopesOf(manifest: Manifest, uses: readonly LoadedPlugin[]): FormulaScopes {
  let made: FormulaScopes | undefined
  const all = (): FormulaScopes => (made ??= makeScopes(manifest, uses))
  return {
    get value() {
      return all().value
    },
    get notApplicable() {
      return all().notApplicable
    },
    get gate() {
      return all().gate
    },
  }
}

function makeScopes(manifest: Manifest, uses: readonly LoadedPlugin[]): FormulaScopes {
  const items = [...inputItems(manifest, uses), ...factItems(manifest, uses), ...paramItems(manifest, uses)]
  const { nodes, indicators } = treeNames(manifest, uses)
  const reported = indicators.filter(({ computed }) => !computed).map(({ item }) => item)
  return {
    value: { items: [...items, ...reported], scores: [] },
    notApplicable: { items, scores: [] },
    gate: { items: [...items, ...indicators.map(({ item }) => item)], scores: nodes },
  }
}

function inputItems(manifest: Manifest, uses: readonly LoadedPlugin[]): readonly ScopeItem[] {
  return inputsOf(manifest, uses).map(({ id, zh, en, type, options, unitOfMeasure }) => ({
    id,
    zh,
    en,
    kind: 'column',
    type:
      type === 'choice' ? { kind: 'choice', options } : type === 'boolean' ? { kind: 'boolean' } : { kind: 'number' },
    unit: unitOfMeasure && parseUnit(unitOfMeasure.zh),
  }))
}

function factItems(manifest: Manifest, uses: readonly LoadedPlugin[]): readonly ScopeItem[] {
  return [...uses.flatMap(({ catalogue }) => catalogue.facts), ...manifest.facts].map(({ id, zh, en, type }) => ({
    id,
    zh,
    en,
    kind: 'column',
    type: { kind: type },
    unit: null,
  }))
}

function paramItems(manifest: Manifest, uses: readonly LoadedPlugin[]): readonly ScopeItem[] {
  return paramsOf(manifest, uses).map(({ id, zh, en, unitOfMeasure }) => ({
    id,
    zh,
    en,
    kind: 'param',
    type: { kind: 'number' },
    unit: unitOfMeasure && parseUnit(unitOfMeasure.zh),
  }))
}

interface TreeNames {
  readonly nodes: readonly NamedNode[]
  readonly indicators: readonly { readonly item: ScopeItem; readonly computed: boolean }[]
}

function treeNames(manifest: Manifest, uses: readonly LoadedPlugin[]): TreeNames {
  const own = flatten(manifest.tree.children)
  const mounted = own.flatMap((node): readonly CatalogueNode[] =>
    'ref' in node ? (uses.find(({ ref }) => ref.id === node.ref)?.catalogue.nodes ?? []) : [],
  )
  const named = own.flatMap((node) => ('ref' in node ? [] : [node]))
  return {
    nodes: [manifest.tree, ...named, ...mounted].map(({ id, zh, en }) => ({ id, zh, en })),
    indicators: [
      ...named.flatMap((node) =>
        'type' in node
          ? [{ item: indicatorItem(node, node.unit), computed: (node.value ?? node.code) !== undefined }]
          : [],
      ),
      ...mounted.flatMap((node) =>
        node.kind === 'indicator'
          ? [{ item: indicatorItem(node, node.unitOfMeasure), computed: node.formula !== null }]
          : [],
      ),
    ],
  }
}

function indicatorItem({ id, zh, en, type }: NamedNode & { readonly type: string }, unit: Text): ScopeItem {
  const kind = type === 'boolean' ? 'boolean' : 'number'
  return { id, zh, en, kind: 'column', type: { kind }, unit: kind === 'number' ? parseUnit(unit.zh) : null }
}

function flatten(nodes: readonly ManifestNode[]): readonly ManifestNode[] {
  return nodes.flatMap((node) => [node, ...('children' in node ? flatten(node.children) : [])])
}
