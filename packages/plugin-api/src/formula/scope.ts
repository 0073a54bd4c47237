import type { Unit } from './units.ts'

/** What a formula may name: an input, a fact, an indicator's raw value, a parameter, a node's score. */
export interface ScopeItem {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly kind: 'column' | 'param'
  readonly type: ScopeType
  readonly unit: Unit
}

/** What a name stands for. */
export type ScopeType =
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  /** The options in order; a formula names one by id or by its word in either language. */
  | {
      readonly kind: 'choice'
      readonly options: readonly { readonly id: string; readonly zh: string; readonly en: string }[]
    }

/** What a formula may name. */
export interface FormulaScope {
  readonly items: readonly ScopeItem[]
  /** Nodes whose score may be read with `score(…)`; empty where there are no scores yet. */
  readonly scores: readonly { readonly id: string; readonly zh: string; readonly en: string }[]
}

type Named = { readonly id: string; readonly zh: string; readonly en: string }

/** Full width as half width, outer space away. Upper and lower case are told apart. */
const plain = (name: string): string => name.normalize('NFKC').trim()

/** `data-readiness` may be written `data_readiness`, because a hyphen is a minus sign. */
const writtenId = (id: string): string => id.replaceAll('-', '_')

/** Everything that a name may stand for: the item whose id it is, else every item that is so called. */
export function itemsNamed<T extends Named>(name: string, items: readonly T[]): readonly T[] {
  const wanted = plain(name)
  const byId = items.filter(({ id }) => id === wanted || writtenId(id) === wanted)
  return byId.length > 0 ? byId : items.filter(({ zh, en }) => plain(zh) === wanted || plain(en) === wanted)
}

/** Names as a formula would write them, for suggestions. */
export function writtenNames(items: readonly Named[]): readonly string[] {
  return items.flatMap(({ id, zh, en }) => [writtenId(id), ...[zh, en].filter((name) => name !== '')])
}
