import { meaningOf, type IndicatorSpec, type NodeSpec } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'

/** One thing of a standard with an id: a node, a gate, a grade, a fact. */
export type Item = Readonly<Record<string, unknown>>

/** A standard by section and id, `standard` holding what belongs to the whole under the id ''. */
export type Comparable = ReadonlyMap<string, ReadonlyMap<string, Item>>

/** What names a version rather than says anything, and what only repeats the rest. */
const ASIDE = new Set(['plugin', 'core', 'framework', 'nodes'])
/** Kept in the framework under the same ids as in the catalogue, which has the texts too. */
const DOUBLE = new Set(['root', 'facts', 'gates', 'grades', 'basicRule', 'inputs', 'params', 'asOf'])

/**
 * Lays a standard out for comparison: every list whose elements have ids becomes a section, all else a field of the whole.
 * Nothing is left out, so that a part of a standard that this package has never heard of is compared too.
 */
export function comparable(catalogue: Catalogue): Comparable {
  const sections = new Map<string, ReadonlyMap<string, Item>>([['nodes', nodeItems(catalogue)]])
  const whole: Record<string, unknown> = {}
  const entries: readonly (readonly [string, unknown])[] = Object.entries(catalogue)
  for (const [key, value] of entries) {
    if (ASIDE.has(key)) continue
    const items =
      key === 'gates'
        ? catalogue.gates.map(({ gate, ...rest }) => ({ ...rest, ...gate, when: meaningOf(gate.when) }))
        : value
    const keyed = byId(items)
    if (keyed) sections.set(key, keyed)
    else whole[key] = value
  }
  for (const [key, value] of Object.entries(catalogue.framework)) if (!DOUBLE.has(key)) whole[key] = value
  return sections.set('standard', new Map([['', whole]]))
}

function nodeItems({ nodes, framework }: Catalogue): ReadonlyMap<string, Item> {
  const specs = new Map<string, Item>()
  collect(framework.root)
  return new Map(nodes.map((node) => [node.id, { ...node, ...specs.get(node.id) }]))

  function collect(spec: NodeSpec): void {
    if (spec.kind === 'indicator')
      specs.set(spec.id, { ...spec, missing: spec.missing ?? framework.missing, ...meanings(spec) })
    else {
      const { children, ...own } = spec
      // What is not said and what is said to be nothing are the same.
      specs.set(spec.id, { ...own, minCoverage: own.minCoverage ?? 0, children: children.map(({ id }) => id) })
      children.forEach(collect)
    }
  }
}

/** What formulas say, without how they are written: layout is no change. */
const meanings = ({ value, notApplicable }: IndicatorSpec): Item => ({
  ...(value && { value: meaningOf(value) }),
  ...(notApplicable && { notApplicable: meaningOf(notApplicable) }),
})

/** A list by the ids of its elements (basic lines by their grade); null for anything else. */
function byId(value: unknown): ReadonlyMap<string, Item> | null {
  if (!Array.isArray(value)) return null
  const items: readonly unknown[] = value
  const keyed = items.flatMap((item) => {
    if (typeof item !== 'object' || item === null) return []
    const id: unknown = 'id' in item ? item.id : 'grade' in item ? item.grade : undefined
    return typeof id === 'string' ? [[id, Object.fromEntries(Object.entries(item))] as const] : []
  })
  return keyed.length === items.length && (keyed.length > 0 || items.length === 0) ? new Map(keyed) : null
}
