import { z } from 'zod'
import { sampleNormalisers } from './sample.ts'

const score = z.number().min(0).max(100)
const point = z.tuple([z.number(), score])

const goalposts = z.strictObject({ method: z.literal('goalposts'), worst: z.number(), best: z.number() })

/** How a raw value becomes a score on 0 to 100. */
export const normalise = z.discriminatedUnion('method', [
  goalposts,
  z.strictObject({
    method: z.literal('goalposts-log'),
    worst: z.number(),
    best: z.number(),
    offset: z.number().default(0),
  }),
  z.strictObject({ method: z.literal('piecewise'), points: z.array(point).min(2) }),
  z.strictObject({ method: z.literal('level-map'), points: z.array(point).min(2) }),
  z.strictObject({ method: z.literal('boolean'), whenTrue: score, whenFalse: score }),
  z.strictObject({
    method: z.literal('band'),
    low: z.number(),
    ideal: z.tuple([z.number(), z.number()]),
    high: z.number(),
  }),
  z.strictObject({
    method: z.literal('expert'),
    scale: z.tuple([z.number(), z.number()]),
    ratersMin: z.int().min(1),
    aggregate: z.enum(['trimmed-mean', 'mean', 'median']),
    dispersionAlert: z.number().nonnegative(),
  }),
  z.strictObject({ method: z.literal('percentile'), minGroup: z.int().min(2), fallback: goalposts }),
  ...sampleNormalisers,
])
