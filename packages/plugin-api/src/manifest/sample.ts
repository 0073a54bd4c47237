import { z } from 'zod'
import { string } from './text.ts'

const score = z.number().min(0).max(100)
const ties = z.enum(['min', 'average', 'max']).default('min')

/** Statistics taken once and written down: the values themselves, or the five figures of them. */
const frozen = z.union([
  z.strictObject({ values: z.array(z.number()).min(1) }),
  z.strictObject({
    count: z.int().min(1),
    minimum: z.number(),
    maximum: z.number(),
    mean: z.number(),
    deviation: z.number().nonnegative(),
  }),
])

/** `constant`: the score of every value while all values of the sample are equal; without it that is a fault. */
const base = { sample: frozen.exactOptional(), constant: score.exactOptional() }

/** Normalisers that read a sample: the period's, or the pipeline's `reference`. All come to 0 to 100 and are held there. */
export const sampleNormalisers = [
  z.strictObject({
    method: z.literal('min-max'),
    low: score.default(0),
    high: score.default(100),
    ...base,
  }),
  z.strictObject({
    method: z.literal('z-score'),
    mean: score.default(50),
    deviation: z.number().positive().default(10),
    ...base,
  }),
  z.strictObject({ method: z.literal('scaled'), lower: z.number(), upper: z.number() }),
  z.strictObject({ method: z.literal('rank'), ties, ...base }),
  z.strictObject({ method: z.literal('borda'), ties, ...base }),
  z.strictObject({ method: z.literal('percentile-rank'), ties, ...base }),
  z.strictObject({ method: z.literal('mid-percentile'), ...base }),
  z.strictObject({
    method: z.literal('fraction-of-maximum'),
    lessIsBetter: z.enum(['reciprocal', 'complement']).default('reciprocal'),
    ...base,
  }),
  z.strictObject({ method: z.literal('distance-to-maximum'), ...base }),
  z.strictObject({ method: z.literal('distance-to-reference'), reference: z.union([z.number(), string]), ...base }),
  z.strictObject({
    method: z.literal('distance-to-target'),
    target: z.number(),
    sides: z.enum(['one', 'two']).default('one'),
    ...base,
  }),
  z.strictObject({
    method: z.literal('efficacy'),
    satisfactory: z.number().exactOptional(),
    unacceptable: z.number().exactOptional(),
    base: score.default(60),
    span: z.number().positive().default(40),
    outside: z.enum(['extend', 'hold']).default('extend'),
    ...base,
  }),
  z.strictObject({
    method: z.literal('categorical'),
    categories: z.array(z.tuple([z.number().min(0).max(1), score])).min(1),
    ...base,
  }),
  z.strictObject({
    method: z.literal('sigmoid'),
    midpoint: z.number().exactOptional(),
    scale: z.number().positive().exactOptional(),
    steepness: z.number().positive().default(1),
    ...base,
  }),
] as const
