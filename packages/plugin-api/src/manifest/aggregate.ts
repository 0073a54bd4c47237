import { z } from 'zod'
import { id } from './text.ts'

/** Whom a unit is compared with: all of its period, or those of its peer group. */
const within = z.enum(['period', 'group']).default('period')

const interaction = z.strictObject({ between: z.tuple([id, id]), value: z.number() })
const coalition = z.strictObject({ of: z.array(id).min(1), value: z.number() })

/** How far a lead, in points of score, is a preference. */
const preference = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('usual') }),
  z.strictObject({ shape: z.literal('u-shape'), q: z.number() }),
  z.strictObject({ shape: z.literal('v-shape'), p: z.number() }),
  z.strictObject({ shape: z.literal('level'), q: z.number(), p: z.number() }),
  z.strictObject({ shape: z.literal('linear'), q: z.number(), p: z.number() }),
  z.strictObject({ shape: z.literal('gaussian'), s: z.number() }),
])

/** How a branch's score comes from its children's; `arithmetic` where nothing is said. */
export const aggregate = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('arithmetic') }),
  z.strictObject({ method: z.literal('geometric') }),
  z.strictObject({ method: z.literal('harmonic') }),
  z.strictObject({ method: z.literal('power'), exponent: z.number() }),
  z.strictObject({ method: z.literal('minimum') }),
  z.strictObject({ method: z.literal('staircase'), metAt: z.number() }),
  z.strictObject({ method: z.literal('product') }),
  z.strictObject({ method: z.literal('deduct'), full: z.number() }),
  z.strictObject({ method: z.literal('bonus'), above: z.number(), max: z.number() }),
  z.strictObject({ method: z.literal('weighted-median') }),
  z.strictObject({ method: z.literal('owa'), weights: z.array(z.number()).min(1) }),
  z.strictObject({ method: z.literal('choquet'), interactions: z.array(interaction).default([]) }),
  z.strictObject({ method: z.literal('choquet-capacity'), capacity: z.array(coalition) }),
  z.strictObject({
    method: z.literal('mazziotta-pareto'),
    variant: z.enum(['plain', 'adjusted']).default('adjusted'),
  }),
  z.strictObject({ method: z.literal('copeland'), within }),
  z.strictObject({
    method: z.literal('topsis'),
    within,
    scaling: z.enum(['vector', 'min-max', 'sum', 'none']).default('vector'),
    distance: z.enum(['euclidean', 'manhattan', 'chebyshev']).default('euclidean'),
  }),
  z.strictObject({ method: z.literal('vikor'), within, v: z.number().default(0.5) }),
  z.strictObject({ method: z.literal('promethee'), within, preference: preference.default({ shape: 'usual' }) }),
  z.strictObject({ method: z.literal('grey-relation'), within, rho: z.number().default(0.5) }),
])
