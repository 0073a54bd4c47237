import { createHash } from 'node:crypto'

/** What canonical JSON can say. */
export type CanonicalValue = string | number | boolean | null | readonly CanonicalValue[] | CanonicalObject

/** An object of canonical JSON. */
export interface CanonicalObject {
  readonly [key: string]: CanonicalValue
}

/**
 * JSON with one spelling for each value, after RFC 8785: keys in code unit order, no spaces, numbers as ECMAScript
 * prints them. Two equal values give equal bytes on any machine.
 *
 * @throws RangeError when a number is not finite: a digest must never cover a NaN.
 * @example canonicalJson({ b: 1, a: [null, 0.1] }) // '{"a":[null,0.1],"b":1}'
 */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`not a JSON number: ${value}`)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

/** Hex sha256 of a text in UTF-8. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * `sha256:` and the hex digest of the canonical JSON of an object of lists, without ever building the whole text: a run
 * of a hundred thousand units has more of it than one string can hold.
 *
 * @example digestOfLists({ rows: [1, 2] }) === `sha256:${sha256('{"rows":[1,2]}')}`
 */
export function digestOfLists(lists: Readonly<Record<string, Iterable<CanonicalValue>>>): string {
  const hash = createHash('sha256')
  const members = Object.entries(lists).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [index, [key, items]] of members.entries()) {
    hash.update(`${index === 0 ? '{' : ','}${JSON.stringify(key)}:[`)
    let comma = ''
    for (const item of items) {
      hash.update(`${comma}${canonicalJson(item)}`)
      comma = ','
    }
    hash.update(']')
  }
  return `sha256:${hash.update(members.length === 0 ? '{}' : '}').digest('hex')}`
}

const isList = (value: object): value is readonly CanonicalValue[] => Array.isArray(value)
