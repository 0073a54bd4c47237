import { z } from 'zod'

/**
 * How a result is printed. The kernel works on 0 to 100 always; a result is printed on 0 to `full`, rounded once, half to
 * even, to `digits` places: an index published as 0.951 has `{ digits: 3, full: 1 }`.
 */
export const display = z
  .strictObject({ digits: z.int().min(0).max(6), full: z.number().positive().default(100) })
  .default({ digits: 2, full: 100 })
