/** Every key of `plugin.yaml`, read from the JSON Schema that editors use. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Schema = Readonly<Record<string, unknown>>

const FILE = join(import.meta.dirname, '../../../packages/plugin-api/schema/plugin.schema.json')
/** Parse step: the file is the project's own. */
const schema = JSON.parse(readFileSync(FILE, 'utf8')) as Schema

const objectsIn = (value: unknown): readonly Schema[] =>
  Array.isArray(value) ? value.flatMap(objectsIn) : isSchema(value) ? [value] : []

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Keys by place, such as `tree.normalise.worst`: lists, alternatives and levels of the tree do not count, the two
 * languages of a text are one key, and names that an author gives are left out.
 *
 * @returns The defaults that a key has, as JSON; none where it must be written or may be left out.
 */
export function manifestKeys(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const walk = (node: Schema, place: string): void => {
    for (const list of ['anyOf', 'oneOf', 'allOf', 'items', 'prefixItems', 'additionalProperties'])
      for (const part of objectsIn(node[list])) walk(part, place)
    for (const [key, of] of Object.entries(isSchema(node['properties']) ? node['properties'] : {})) {
      if (key === 'zh' || key === 'en' || !isSchema(of)) continue
      const path = place === '' ? key : `${place}.${key}`
      const defaults = found.get(path) ?? new Set()
      found.set(path, defaults)
      if ('default' in of) defaults.add(JSON.stringify(of['default']))
      walk(of, path)
    }
  }
  walk(schema, '')
  const parts = isSchema(schema['$defs']) ? schema['$defs'] : {}
  for (const [name, part] of Object.entries(parts))
    if (isSchema(part)) walk(part, name === 'condition' ? 'when' : 'tree')
  return found
}
