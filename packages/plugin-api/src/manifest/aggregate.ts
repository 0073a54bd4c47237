import { z } from 'zod'

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
])
