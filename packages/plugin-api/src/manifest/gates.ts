import { z } from 'zod'
import { formula } from './inputs.ts'
import { id, label, text, textShape } from './text.ts'

const op = z.enum(['<', '<=', '>', '>=', '==', '!='])
const value = z.union([z.number(), z.boolean()])

const factIs = z.strictObject({ fact: id, op, value })
const leafIs = z.strictObject({ leaf: id, op, value })
const nodeIs = z.strictObject({ node: id, op, value: z.number() })

/** The condition of a gate as written. */
export type ManifestCondition =
  | z.output<typeof factIs>
  | z.output<typeof leafIs>
  | z.output<typeof nodeIs>
  | { all: ManifestCondition[] }
  | { any: ManifestCondition[] }
  | { not: ManifestCondition }

/** `fact` and `leaf` compare the raw value, `node` the score on 0 to 100. */
const condition: z.ZodType<ManifestCondition> = z
  .lazy(() =>
    z.union([
      factIs,
      leafIs,
      nodeIs,
      z.strictObject({ all: z.array(condition).min(1) }),
      z.strictObject({ any: z.array(condition).min(1) }),
      z.strictObject({ not: condition }),
    ]),
  )
  .meta({ id: 'condition' })

const gateShape = {
  id,
  /** A condition, or a formula that is true or false. */
  when: z.union([formula, condition]),
  groups: z.array(label).min(1).optional(),
  lookbackMonths: z.int().min(1).optional(),
  ...textShape,
}

/** entry: the condition to take part. veto: no grade when it holds. cap: at most `maxGrade` when it holds. */
export const gate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry'), ...gateShape }),
  z.strictObject({ kind: z.literal('veto'), ...gateShape }),
  z.strictObject({ kind: z.literal('cap'), ...gateShape, maxGrade: label }),
])

/** `unit`: the unit of measure of a number; asked for where an indicator is divided by it. */
export const fact = z.strictObject({
  id,
  type: z.enum(['number', 'boolean']),
  ...textShape,
  unit: text.exactOptional(),
})
