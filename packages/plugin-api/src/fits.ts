import type { z } from 'zod'

type Schema = z.core.$ZodType
type Definition = z.core.$ZodTypes['_zod']['def']

/**
 * Whether a value is as a schema leaves it once it has filled in its defaults. It reads the schema itself, and says no
 * more than yes or no: many times quicker than a first parse, for data that a parse has made before.
 *
 * @returns false too for a kind of schema that manifests do not use.
 */
export function fits(schema: Schema, value: unknown): boolean {
  // Parse step: zod types a schema by its kind only where the kind is known.
  const { def, innerType } = schema._zod as { readonly def: Definition; readonly innerType?: Schema }
  switch (def.type) {
    case 'object':
      return isObject(value) && fitsObject(def, value)
    case 'array':
      return Array.isArray(value) && passes(def, value) && value.every((item) => fits(def.element, item))
    case 'tuple':
      return (
        Array.isArray(value) &&
        value.length === def.items.length &&
        def.items.every((item, at) => fits(item, value[at]))
      )
    case 'record':
      return (
        isObject(value) &&
        Object.entries(value).every(([key, one]) => fits(def.keyType, key) && fits(def.valueType, one))
      )
    case 'union':
      return fitsUnion(def, value)
    case 'nullable':
      return value === null || fits(def.innerType, value)
    case 'optional':
    case 'default':
      return fits(def.innerType, value)
    case 'lazy':
      // Made once and kept; `def.getter` would make the schema anew for every node.
      return innerType !== undefined && fits(innerType, value)
    default:
      return fitsPlain(def, value)
  }
}

function fitsPlain(def: Definition, value: unknown): boolean {
  switch (def.type) {
    case 'string':
      return typeof value === 'string' && passes(def, value)
    case 'number':
      return typeof value === 'number' && passes(def, value) && (!('format' in def) || Number.isSafeInteger(value))
    case 'boolean':
      return typeof value === 'boolean'
    case 'literal':
      return def.values.some((one) => one === value)
    case 'enum':
      return Object.values(def.entries).some((one) => one === value)
    default:
      return false
  }
}

/** Unknown keys first: they tell alternatives apart without a look at what is below. */
function fitsObject({ shape }: z.core.$ZodObjectDef, value: Readonly<Record<string, unknown>>): boolean {
  for (const key of Object.keys(value)) if (!Object.hasOwn(shape, key)) return false
  return Object.entries(shape).every(([key, schema]) =>
    Object.hasOwn(value, key) ? fits(schema, value[key]) : schema._zod.def.type === 'optional',
  )
}

/** Where one key says which alternative is meant, the others are not tried. */
function fitsUnion({ options, ...def }: z.core.$ZodUnionDef, value: unknown): boolean {
  const key = 'discriminator' in def && typeof def.discriminator === 'string' ? def.discriminator : null
  if (key === null) return options.some((option) => fits(option, value))
  if (!isObject(value)) return false
  const meant = options.find((option) => {
    const names = shapeOf(option)?.[key]
    return names !== undefined && fits(names, value[key])
  })
  return meant !== undefined && fits(meant, value)
}

function shapeOf(schema: Schema): z.core.$ZodShape | null {
  const { def } = schema._zod as { readonly def: Definition }
  return def.type === 'object' ? def.shape : null
}

/** The schema's own checks of length, size and pattern. */
function passes({ checks = [] }: z.core.$ZodTypeDef, value: unknown): boolean {
  const payload = { value, issues: [] }
  for (const check of checks) void (check as z.core.$ZodCheck<unknown>)._zod.check(payload)
  return payload.issues.length === 0
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
