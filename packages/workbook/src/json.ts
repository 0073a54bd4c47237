/** Plain data, as a YAML file holds it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
/** A plain object of JSON. */
export interface JsonObject {
  readonly [key: string]: Json
}
/** Steps down into plain data: keys of maps, indices of lists. */
export type Path = readonly (string | number)[]

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value)

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: Json | undefined, path: Path): Json | undefined {
  let here = value
  for (const step of path) {
    if (typeof step === 'number') here = isList(here) ? here[step] : undefined
    else here = isObject(here) && Object.hasOwn(here, step) ? here[step] : undefined
  }
  return here
}

/** The same data without what stands at a path, and without the maps that are emptied by that. */
export function without(value: JsonObject, [step, ...rest]: Path): JsonObject {
  if (typeof step !== 'string') return value
  const { [step]: here, ...others } = value
  if (rest.length === 0) return others
  if (!isObject(here)) return value
  const below = without(here, rest)
  return Object.keys(below).length > 0 || Object.keys(here).length === 0 ? { ...value, [step]: below } : others
}

/** The same data with a value put at a path; a map is made where none is. */
export function withValue(value: JsonObject, [step, ...rest]: Path, put: Json): JsonObject {
  if (step === undefined) return isObject(put) ? { ...value, ...put } : value
  const key = String(step)
  const below = value[key]
  return { ...value, [key]: rest.length === 0 ? put : withValue(isObject(below) ? below : {}, rest, put) }
}

/** Two maps as one; maps in both are merged in turn, else the second wins. */
export function merged(one: JsonObject, two: JsonObject): JsonObject {
  const both = Object.entries(two).map(([key, value]) => {
    const before = one[key]
    return [key, isObject(before) && isObject(value) ? merged(before, value) : value] as const
  })
  return { ...one, ...Object.fromEntries(both) }
}

/** Same data, whatever the order of keys. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (isList(a) && isList(b)) return a.length === b.length && a.every((one, index) => same(one, b[index]))
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a)
    return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  }
  return a === b
}

/** One text for one content: keys sorted. */
export function canonical(value: Json): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}
