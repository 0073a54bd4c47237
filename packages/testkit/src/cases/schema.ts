import { z } from 'zod'

const cell = z.union([z.number(), z.boolean(), z.null(), z.string(), z.array(z.number())])
const score = z.number().nullable()
const tolerance = z.number().positive()

const goldenCase = z.strictObject({
  id: z.string().optional(),
  unit: z.string(),
  period: z.string(),
  /** Date as of which parameters are read; that of the file, else the last day of the period's year. */
  asOf: z.iso.date().optional(),
  group: z.string().nullish(),
  /** How far a score may be from the one expected; that of the file where not given. */
  tolerance: tolerance.optional(),
  facts: z.record(z.string(), cell).default({}),
  values: z.record(z.string(), cell).default({}),
  expected: z.strictObject({
    composite: score.optional(),
    core: score.optional(),
    nodes: z.record(z.string(), score).default({}),
    /** Lowest and highest score that answers to the blanks can still give. */
    interval: z.tuple([z.number(), z.number()]).optional(),
    gradeByScore: z.string().nullish(),
    grade: z.string().nullish(),
    status: z.enum(['graded', 'vetoed', 'not-admitted', 'no-result', 'screened-out']).optional(),
    gates: z.array(z.string()).optional(),
    limitedBy: z.string().nullish(),
    cappedBy: z.string().nullish(),
    /** Codes of the faults for which the values are refused; nothing else is expected then. */
    refused: z.array(z.string()).min(1).optional(),
  }),
})

/** `cases.yaml`: invented values, and the results that a version must give for them. */
export const casesFile = z.strictObject({
  synthetic: z.literal(true),
  tolerance: tolerance.optional(),
  asOf: z.iso.date().optional(),
  cases: z.array(goldenCase),
})

/** A golden case as written. */
export type GoldenCase = z.infer<typeof goldenCase>
