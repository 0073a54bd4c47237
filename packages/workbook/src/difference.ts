import { isList, isObject, same, type Json } from './json.ts'

/** One thing that differs. */
export interface Difference {
  /** Reads by ids: `tree/core/data-readiness/weight`. */
  readonly path: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** As JSON; null where there is nothing. */
  readonly before: Json | null
  readonly after: Json | null
}

/** What differs between two standards, lists matched by id, the rest by place. */
export function differences(before: Json | undefined, after: Json | undefined, path = ''): readonly Difference[] {
  if (same(before, after)) return []
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...keys].flatMap((key) => differences(before[key], after[key], joined(path, key)))
  }
  if (isList(before) && isList(after) && [...before, ...after].every((one) => idOf(one) !== null)) {
    const ids = new Set([...before, ...after].map((one) => idOf(one) ?? ''))
    const of = (list: readonly Json[], id: string): Json | undefined => list.find((one) => idOf(one) === id)
    const found = [...ids].flatMap((id) =>
      differences(of(before, id), of(after, id), joined(path.replace(/\/?children$/, ''), id)),
    )
    return found.length > 0 ? found : [{ path, kind: 'changed', before: before.map(idOf), after: after.map(idOf) }]
  }
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return [{ path, kind, before: before ?? null, after: after ?? null }]
}

const joined = (path: string, key: string): string => (path === '' ? key : `${path}/${key}`)
const idOf = (value: Json): string | null => (isObject(value) && typeof value['id'] === 'string' ? value['id'] : null)
