import { z } from 'zod'

/** A number, or a fraction as experts write it: `1/3`. */
const judgement = z.union([
  z.number(),
  z
    .string()
    .regex(/^\s*\d+(\.\d+)?\s*\/\s*\d+(\.\d+)?\s*$/)
    .transform((text) => {
      const [above = NaN, below = NaN] = text.split('/').map(Number)
      return above / below
    }),
])
const row = z.array(judgement).max(200)
const matrix = z.array(row).max(200)
const items = z.array(z.string().min(1)).min(1).max(200)
const scale = z.enum(['positive', 'negative'])
const column = z.array(z.number().nullable()).max(100_000)

/** Methods that read weights off data. */
const DATA_METHODS = ['entropy', 'critic', 'merec', 'standard-deviation', 'variation', 'gini'] as const

/**
 * What `plumbline weights` reads, by method. Judgements of AHP are a whole matrix; `experts` puts several together by
 * geometric means (AIJ). Best and worst are named.
 */
export const judgementFile = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('ahp'),
    items,
    judgements: matrix.optional(),
    experts: z.array(matrix).min(1).max(500).optional(),
    priorities: z.enum(['eigenvector', 'geometricMean', 'columnMean']).default('eigenvector'),
  }),
  z.strictObject({
    method: z.literal('best-worst'),
    items,
    best: z.string(),
    worst: z.string(),
    bestToOthers: row,
    othersToWorst: row,
  }),
  z.strictObject({
    method: z.literal('budget'),
    items,
    points: z.array(z.array(z.number())).min(1).max(500),
    budget: z.number().optional(),
  }),
  z.strictObject({
    method: z.literal('rank-order'),
    items,
    ranks: z.array(z.number()),
    variant: z.enum(['centroid', 'sum', 'reciprocal']).default('centroid'),
  }),
  z.strictObject({
    method: z.enum(DATA_METHODS),
    columns: z.record(z.string().min(1), column),
    directions: z.record(z.string(), scale).default({}),
  }),
])

export type JudgementFile = z.infer<typeof judgementFile>
