import { VERSION_STATES } from '@plumbline/db'
import { z } from 'zod'

const name = z.string().min(1).max(200)

export const pluginInput = z.object({ id: name })
export const stateInput = z.object({
  digest: name,
  state: z.enum(VERSION_STATES),
  /** Said in the history for ever. */
  reason: z.string().trim().min(1).max(1000),
})
/** Two versions by digest, and the round whose data show whom the change moves. */
export const differenceInput = z.object({ from: name, to: name, roundId: name.optional() })
export const besideInput = z.object({ roundId: name, digest: name })
