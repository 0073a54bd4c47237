import { uncertaintySpec } from '@plumbline/analysis'
import { z } from 'zod'

const name = z.string().min(1).max(200)
const seed = z.number().int().min(0).max(4_294_967_295)

/** Bounds keep a job to minutes and its report to what a page can show. */
const MOST_DRAWS = 100_000
const MOST_BASE = 4096

/** Without `spec` the default one of the round's standard. */
const job = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('uncertainty'),
    spec: uncertaintySpec.optional(),
    seed: seed.default(1),
    draws: z.number().int().min(1).max(MOST_DRAWS).default(10_000),
  }),
  z.object({
    kind: z.literal('sensitivity'),
    spec: uncertaintySpec.optional(),
    seed: seed.default(1),
    base: z.number().int().min(2).max(MOST_BASE).default(256),
    top: z.number().int().min(2).max(100).default(10),
  }),
])

export const startInput = z.object({ roundId: name, job })
export const jobInput = z.object({ id: name })
export const resultInput = z.object({ digest: name })
export const roundInput = z.object({ roundId: name })

const unit = { roundId: name, unit: name }
export const standingInput = z.object(unit)
export const waterfallInput = z.object({
  ...unit,
  baseline: z.enum(['full-marks', 'peer-median', 'next-grade', 'previous']),
})
export const routesInput = z.object({
  ...unit,
  target: name.exactOptional(),
  locked: z.array(name).max(500).exactOptional(),
  costs: z.record(name, z.number()).exactOptional(),
  assumeCleared: z.array(name).max(100).exactOptional(),
})

export type StartJob = z.infer<typeof job>
