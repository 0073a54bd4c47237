import { isDeepStrictEqual } from 'node:util'
import type { Path } from '../read/path.ts'

/**
 * Where two JSON values first differ, in the order of the first one; no longer than the first one is deep.
 *
 * @example firstDifference({ a: [1, 2] }, { a: [1, 3] }) // ['a', 1]
 */
export function firstDifference(one: unknown, other: unknown): Path {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return []
  if (Array.isArray(one) !== Array.isArray(other)) return []
  for (const [key, value] of Object.entries(one)) {
    const step = Array.isArray(one) ? Number(key) : key
    if (!Object.hasOwn(other, key)) return [step]
    const theirs: unknown = Reflect.get(other, key)
    if (!isDeepStrictEqual(value, theirs)) return [step, ...firstDifference(value, theirs)]
  }
  const more = Object.keys(other).find((key) => !Object.hasOwn(one, key))
  return more === undefined ? [] : [Array.isArray(other) ? Number(more) : more]
}
