import { z } from 'zod'
import { id, label, string, text, textShape } from './text.ts'

/** A choice's option: what data files and formulas may call it. */
const option = z.strictObject({ id: label, ...textShape })

const measured = {
  id,
  ...textShape,
  unit: text.optional(),
  /** Least and greatest value that can be right. */
  min: z.number().optional(),
  max: z.number().optional(),
}

/** A data item that formulas read: asked for in the data file, never scored by itself. */
export const input = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('integer'), ...measured }),
  z.strictObject({ type: z.literal('number'), ...measured }),
  z.strictObject({ type: z.literal('boolean'), id, ...textShape }),
  z.strictObject({ type: z.literal('choice'), id, ...textShape, options: z.array(option).min(2) }),
])

/** In an indicator: an input of its own, or the id of one that is defined at the top. */
export const indicatorInput = z.union([id, input])

const date = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'MANIFEST_DATE')

/** A number that the standard sets and that changes by date; a value holds from its date until the next. */
export const param = z.strictObject({
  id,
  ...textShape,
  unit: text.optional(),
  /** Where the value is laid down. */
  source: text,
  values: z.record(date, z.number()),
})

/** A formula's text; the host parses it. */
export const formula = string

/** A TypeScript or JavaScript file of the plugin. */
export const codePath = z.string().regex(/^([\w-]+\/)*[\w-]+\.(ts|js)$/, 'MANIFEST_CODE_PATH')

/** Where an indicator does not apply, by rule. */
export const notApplicable = z.strictObject({ when: formula })
