import { z } from 'zod'
import { id } from './text.ts'

/**
 * A value that the platform works out from accepted results of other standards: over the units that belong to the
 * assessed unit, in the same period.
 */
export const derive = z.strictObject({
  statistic: z.enum(['mean', 'median']),
  /** The composite score, or that on the shared core. */
  of: z.enum(['score', 'core']),
  standards: z.array(id).min(1),
  /** With fewer accepted units than this there is no value. */
  minUnits: z.int().min(1).default(5),
})
