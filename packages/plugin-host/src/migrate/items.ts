import type { NodeSpec } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'

/** A column of a standard's data. */
export interface DataItem {
  readonly id: string
  readonly kind: 'number' | 'level' | 'boolean' | 'choice' | 'expert'
  /** Levels and options that a value may be; null for everything else. */
  readonly values: readonly number[] | null
}

/** Everything that is reported under a version: indicators that are not worked out, facts, data items. */
export function itemsOf({ nodes, facts, inputs, framework }: Catalogue): ReadonlyMap<string, DataItem> {
  const computed = new Set(computedIn(framework.root))
  const items: readonly DataItem[] = [
    ...nodes.flatMap((node): readonly DataItem[] => {
      if (node.kind !== 'indicator' || computed.has(node.id)) return []
      const kind = node.type === 'ratio' ? 'number' : node.type
      const values = node.normalise.method === 'level-map' ? node.normalise.points.map(([level]) => level) : null
      return [{ id: node.id, kind, values }]
    }),
    ...facts.map(({ id, type }): DataItem => ({ id, kind: type, values: null })),
    ...inputs.map(({ id, type, options }): DataItem => ({
      id,
      kind: type === 'integer' ? 'number' : type,
      values: type === 'choice' ? options.map((_, index) => index) : null,
    })),
  ]
  return new Map(items.map((one) => [one.id, one]))
}

/** Indicators that a formula or a program works out. */
const computedIn = (spec: NodeSpec): readonly string[] =>
  spec.kind === 'branch' ? spec.children.flatMap(computedIn) : (spec.value ?? spec.code) ? [spec.id] : []
