import { problem, type Problem } from '../read/problem.ts'
import type { Path } from '../read/path.ts'
import type { CheckContext } from './context.ts'
import { isIndicator, isMount, placedNodes } from './walk.ts'

/** Columns of a data file that are not indicators. */
const RESERVED = new Set(['unit', 'name', 'period', 'group'])

interface Named {
  readonly id: string
  readonly path: Path
  /** The used plugin that it is taken from; null for the manifest's own. */
  readonly from: string | null
  /** What it says. The same definition, met by two roads, is one. */
  readonly content: string
}

/**
 * Names that are given twice, within the manifest or against the plugins it uses. Nodes, facts, inputs
 * and parameters share one space, because they are columns of a data file and names of formulas.
 */
export function checkNames(context: CheckContext): readonly Problem[] {
  const { manifest, uses } = context
  const columns = [
    ...nodeNames(context),
    ...takenFrom(uses, ({ facts }) => facts),
    ...own(manifest.facts, 'facts'),
    ...takenFrom(uses, ({ inputs }) => inputs),
    ...takenFrom(uses, ({ params }) => params),
    ...own(manifest.subject, 'subject'),
    ...own(manifest.inputs, 'inputs'),
    ...ownInputNames(manifest),
    ...own(manifest.params, 'params'),
  ]
  return [
    ...clashes(columns),
    ...columns
      .filter(({ id, from }) => from === null && RESERVED.has(id))
      .map(({ id, path }) => problem([...path, 'id'], 'PLUGIN_ID_RESERVED', { id })),
    ...clashes([
      ...takenFrom(uses, ({ gates }) => gates.map((one) => ({ ...one, id: one.gate.id }))),
      ...own(manifest.gates, 'gates'),
    ]),
    ...vocabularies.flatMap((key) =>
      clashes([...takenFrom(uses, (catalogue) => catalogue[key]), ...own(manifest[key], key)]),
    ),
    ...clashes(own(manifest.groups, 'groups')),
    ...manifest.ladders.flatMap(({ steps }, index) =>
      clashes(
        own(
          steps.map(({ level }) => ({ id: String(level) })),
          'ladders',
          index,
          'steps',
        ),
        'level',
      ),
    ),
  ]
}

const vocabularies = ['grades', 'ladders', 'sources', 'evidenceKinds'] as const

function ownInputNames(manifest: CheckContext['manifest']): readonly Named[] {
  return placedNodes(manifest)
    .filter(isIndicator)
    .flatMap(({ node, path }) =>
      node.inputs.flatMap((input, index) =>
        typeof input === 'string' ? [] : [{ id: input.id, path: [...path, 'inputs', index], from: null, content: '' }],
      ),
    )
}

/** The tree's own nodes, and those of every mounted tree: one tree cannot stand in two places. */
function nodeNames({ manifest, uses }: CheckContext): readonly Named[] {
  const nodes = placedNodes(manifest)
  return [
    { id: manifest.tree.id, path: ['tree'], from: null, content: '' },
    ...nodes.flatMap((placed): readonly Named[] => {
      const { node, path } = placed
      if (!isMount(placed)) return [{ id: node.id, path, from: null, content: '' }]
      const { ref } = placed.node
      const catalogue = uses.find((plugin) => plugin.ref.id === ref)?.catalogue
      return (catalogue?.nodes ?? []).map(({ id }) => ({ id, path, from: ref, content: path.join('/') }))
    }),
  ]
}

type Uses = CheckContext['uses']

const takenFrom = (
  uses: Uses,
  list: (catalogue: Uses[number]['catalogue']) => readonly { readonly id: string }[],
): readonly Named[] =>
  uses.flatMap(({ ref, catalogue }) =>
    list(catalogue).map((item) => ({
      id: item.id,
      path: ['uses', ref.id],
      from: ref.id,
      content: JSON.stringify(item),
    })),
  )

const own = (list: readonly { readonly id: string }[], ...path: Path): readonly Named[] =>
  list.map(({ id }, index) => ({ id, path: [...path, index], from: null, content: '' }))

function clashes(items: readonly Named[], key = 'id'): readonly Problem[] {
  const first = new Map<string, Named>()
  return items.flatMap((item) => {
    const before = first.get(item.id)
    if (!before) first.set(item.id, item)
    return before ? clash(before, item, key) : []
  })
}

function clash(before: Named, item: Named, key: string): readonly Problem[] {
  const { id, path } = item
  if (item.from === null) {
    return [
      before.from === null
        ? problem([...path, key], 'PLUGIN_ID_TWICE', { id })
        : problem([...path, key], 'PLUGIN_ID_TAKEN', { id, from: before.from }),
    ]
  }
  if (before.from === null) return [problem([...before.path, key], 'PLUGIN_ID_TAKEN', { id, from: item.from })]
  return before.content === item.content
    ? []
    : [problem(path, 'PLUGIN_USES_CLASH', { name: id, first: before.from, second: item.from })]
}
