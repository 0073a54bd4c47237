import { z } from 'zod'
import { id, label, string, text } from './text.ts'

const share = z.number().min(0).max(1)
const none = z.literal('none')

/** Least shares of cells that are observed, and of those that are not zero. */
const limits = z.strictObject({ available: share.exactOptional(), nonZero: share.exactOptional() })

/** `keep` and `drop` name units by their key in the data. */
const screen = z.strictObject({
  units: limits.exactOptional(),
  indicators: limits.exactOptional(),
  keep: z.array(string).min(1).exactOptional(),
  drop: z.array(string).min(1).exactOptional(),
})

/**
 * Divides by a fact of the unit, in lots of `per`. `measure` is the unit of measure that the fact must be in; `unit` that
 * of the quotient, for display.
 */
const denominate = z.strictObject({
  by: id,
  per: z.number().positive().default(1),
  measure: text,
  unit: text.exactOptional(),
})

const pillars = z.array(id).min(1).exactOptional()

const fill = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('mean') }),
  z.strictObject({ method: z.literal('median') }),
  z.strictObject({ method: z.literal('group-mean') }),
  z.strictObject({ method: z.literal('group-median') }),
  z.strictObject({ method: z.literal('row-mean'), pillars }),
  z.strictObject({ method: z.literal('row-median'), pillars }),
  z.strictObject({ method: z.literal('neighbours'), k: z.int().min(1), pillars }),
  z.strictObject({ method: z.literal('em'), pillars }),
  z.strictObject({
    method: z.enum(['carry-forward', 'linear']),
    ends: z.enum(['leave', 'nearest']).default('leave'),
    most: z.number().nonnegative().exactOptional(),
  }),
])

const step = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('winsorise'), most: z.int().min(1).default(5) }),
  z.strictObject({
    method: z.literal('logarithm'),
    variant: z.enum(['ct', 'ct-signed', 'from-one', 'gii']).default('ct-signed'),
  }),
  z.strictObject({ method: z.literal('box-cox'), lambda: z.number(), offset: z.number().exactOptional() }),
])

const transform = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('clamp'),
    low: z.number().nullable().default(null),
    high: z.number().nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('log'),
    sign: z.union([z.literal(1), z.literal(-1)]),
    from: z.number(),
    factor: z.number().positive(),
    add: z.number(),
  }),
  z.strictObject({ kind: z.literal('box-cox'), from: z.number(), add: z.number(), lambda: z.number() }),
])

/**
 * Steps are tried in turn until the shape passes, or with `when: always` all done whatever the shape; `transforms` were
 * fitted once and are written down.
 */
const treat = z.strictObject({
  steps: z.array(step).min(1).exactOptional(),
  skewness: z.number().nonnegative().exactOptional(),
  kurtosis: z.number().exactOptional(),
  from: z.enum(['original', 'previous']).exactOptional(),
  keep: z.enum(['least-skewed', 'last']).exactOptional(),
  when: z.enum(['needed', 'always']).exactOptional(),
  transforms: z.array(transform).min(1).exactOptional(),
})

/** The sample that statistics are of: a period (`*` for all together), a peer group, or both. */
const reference = z.strictObject({ period: string.exactOptional(), group: label.exactOptional() })

const stepsShape = {
  denominate: z.union([none, denominate]).exactOptional(),
  impute: z.union([none, fill, z.array(fill).min(1)]).exactOptional(),
  treat: z.union([none, treat]).exactOptional(),
  reference: z.union([none, reference]).exactOptional(),
}

/** What is done to the data before they are scored, for the whole set. */
export const pipeline = z.strictObject({ screen: screen.exactOptional(), ...stepsShape })

/** What a node says otherwise, for every indicator from here down. */
export const pipelineOverride = z.strictObject({ screen: z.enum(['keep', 'drop']).exactOptional(), ...stepsShape })
