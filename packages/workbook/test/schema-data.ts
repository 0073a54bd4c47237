/** Random data for a JSON Schema, every property as likely there as not, and the names of all its properties. */
import fc from 'fast-check'
import type { Json, JsonObject } from '../src/json.ts'

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [])
const objects = (value: Json | undefined): readonly JsonObject[] => list(value).filter(isObject)

/** Where `$ref` leads: `#/$defs/node`, or the whole. */
function resolved(schema: JsonObject, root: JsonObject): JsonObject {
  const ref = schema['$ref']
  if (typeof ref !== 'string') return schema
  const found = ref
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((here, step) => (isObject(here) ? here[step] : undefined), root)
  return isObject(found) ? found : {}
}

export function keysOf(root: JsonObject): ReadonlySet<string> {
  const keys = new Set<string>()
  const seen = new Set<JsonObject>()
  const walk = (value: Json): void => {
    if (Array.isArray(value)) for (const one of value as readonly Json[]) walk(one)
    if (!isObject(value) || seen.has(value)) return
    seen.add(value)
    const { properties } = value
    if (isObject(properties)) for (const key of Object.keys(properties)) keys.add(key)
    for (const one of Object.values(value)) walk(one)
  }
  walk(root)
  return keys
}

const PATTERNS: readonly (readonly [sample: string, text: fc.Arbitrary<string>])[] = [
  ['a-b', fc.constantFrom('a', 'b-c', 'long-id-1', 'x9')],
  ['1.0.0', fc.constantFrom('1.0.0', '0.2.1', '2.0.0-rc.1+build.5')],
  ['2026-01-01', fc.constantFrom('2026-01-01', '2030-12-31')],
  [
    '一',
    fc.oneof(
      fc.constantFrom(
        '示例',
        '甲；乙（丙）',
        '是',
        '=1+1',
        '0.5',
        '#N/A',
        '_x000D_',
        '加权算术平均',
        'a\nb',
        '未填',
        '触发〔x〕',
      ),
      fc.string({ minLength: 1, unit: 'binary' }).filter((text) => /\S/.test(text)),
    ),
  ],
]

export function dataOf(root: JsonObject): fc.Arbitrary<Json> {
  return dataFor(root, 0)

  function dataFor(raw: JsonObject, depth: number): fc.Arbitrary<Json> {
    const schema = resolved(raw, root)
    if ('const' in schema) return fc.constant(schema['const'] ?? null)
    const allowed = list(schema['enum'])
    if (allowed.length > 0) return fc.constantFrom(...allowed)
    const either = [...objects(schema['anyOf']), ...objects(schema['oneOf'])]
    if (either.length > 0) return chosen(either, depth)
    if (isObject(schema['properties']) || schema['type'] === 'object') return objectFor(schema, depth)
    if (schema['type'] === 'array') return arrayFor(schema, depth)
    return scalarFor(schema)
  }

  /** Deep down only what does not go deeper. */
  function chosen(either: readonly JsonObject[], depth: number): fc.Arbitrary<Json> {
    const flat = depth > 6 ? either.filter((one) => !deep(resolved(one, root))) : either
    return fc
      .oneof(...(flat.length > 0 ? flat : either).map((one) => fc.constant(one)))
      .chain((one) => dataFor(one, depth + 1))
  }

  function deep(schema: JsonObject): boolean {
    const { properties } = schema
    return (
      isObject(properties) &&
      Object.keys(properties).some((key) => ['children', 'all', 'any', 'not', 'args', 'of'].includes(key))
    )
  }

  function objectFor(schema: JsonObject, depth: number): fc.Arbitrary<Json> {
    const properties = isObject(schema['properties']) ? schema['properties'] : {}
    const required = new Set(list(schema['required']))
    const fields = Object.entries(properties).flatMap(([key, one]) => (isObject(one) ? [[key, one] as const] : []))
    const { additionalProperties: extra } = schema
    const own = fc
      .tuple(
        ...fields.map(([key, one]) =>
          fc
            .tuple(fc.boolean(), fc.constant(one))
            .chain(([there, of]) =>
              there || required.has(key)
                ? dataFor(of, depth + 1).map((value) => [[key, value] as const])
                : fc.constant([]),
            ),
        ),
      )
      .map((entries) => Object.fromEntries<Json>(entries.flat()))
    if (!isObject(extra)) return own
    const more = fc.dictionary(fc.constantFrom('a', 'b-c', 'long-id', 'd'), dataFor(extra, depth + 1), {
      maxKeys: 3,
      noNullPrototype: true,
    })
    return fc.tuple(own, more).map(([one, two]) => ({ ...one, ...two }))
  }

  function arrayFor(schema: JsonObject, depth: number): fc.Arbitrary<Json> {
    const fixed = objects(schema['prefixItems'])
    if (fixed.length > 0) return fc.tuple(...fixed.map((one) => dataFor(one, depth + 1)))
    const least = Number(schema['minItems'] ?? 0)
    const items = isObject(schema['items']) ? schema['items'] : {}
    return fc.array(dataFor(items, depth + 1), { minLength: least, maxLength: Math.max(least, depth > 4 ? 1 : 3) })
  }
}

function scalarFor(schema: JsonObject): fc.Arbitrary<Json> {
  switch (schema['type']) {
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: Number(schema['minimum'] ?? 0), max: Math.min(Number(schema['maximum'] ?? 99), 99) })
    case 'number': {
      const [least, most] = [Number(schema['minimum'] ?? -1e9), Number(schema['maximum'] ?? 1e9)]
      return fc.oneof(
        fc.integer({ min: Math.max(0, least), max: Math.min(100, most) }),
        fc.double({ min: least, max: most, noNaN: true }).filter((value) => !Object.is(value, -0)),
      )
    }
    case 'string':
      return stringFor(schema)
    default:
      return fc.constantFrom<Json>(1, 'x', true, null)
  }
}

function stringFor({ pattern }: JsonObject): fc.Arbitrary<string> {
  const form = new RegExp(typeof pattern === 'string' ? pattern : '')
  const found = PATTERNS.find(([sample]) => form.test(sample))
  return found ? found[1].filter((text) => form.test(text)) : fc.constant('x')
}
