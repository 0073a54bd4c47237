import { z } from 'zod'

/** What the procedures take. Ids are checked for shape here and for existence by the query. */
const name = z.string().min(1).max(200)

export const standardInput = z.object({ digest: name })
export const roundsInput = z.object({ plugin: name.optional() }).optional()
export const overviewInput = z.object({ period: name.optional() }).optional()
export const leagueInput = z.object({ roundId: name })
export const profileInput = z.object({ roundId: name, unit: name })
export const searchInput = z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(100).default(20) })
/** Without `node` the rounds' shared core is compared. */
export const compareInput = z.object({ rounds: z.array(name).min(1).max(12), node: name.optional() })
export const eventsInput = z
  .object({ before: z.number().int().positive().optional(), limit: z.number().int().min(1).max(500).default(50) })
  .optional()

/** `request` of an import form, as JSON. */
export const importRequest = z.object({
  plugin: name,
  version: name.optional(),
  fileName: z.string().min(1).max(500),
  corrections: z
    .array(z.object({ cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/), value: z.string().max(10_000) }))
    .max(10_000),
})
