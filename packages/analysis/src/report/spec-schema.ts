import type { AggregateSpec, MissingPolicy } from '@plumbline/kernel'
import { z } from 'zod'
import type { NormaliserOption, UncertaintySpec } from '../uncertainty/spec.ts'

/** The form of a specification in a file or on a wire. Ids and figures are checked against the standard by `openLongRun`. */

const id = z.string().min(1).max(200)
const ids = z.array(id).min(1).max(2000)
const among = z.union([z.literal('all'), ids])
const number = z.number()
const points = z.array(z.tuple([number, number])).max(200)
const goalposts = z.strictObject({ method: z.literal('goalposts'), worst: number, best: number })

const aggregate: z.ZodType<AggregateSpec> = z.discriminatedUnion('method', [
  z.strictObject({ method: z.enum(['arithmetic', 'geometric', 'harmonic', 'minimum']) }),
  z.strictObject({ method: z.literal('power'), exponent: number }),
])

const normaliser: z.ZodType<Exclude<NormaliserOption, 'declared'>> = z.discriminatedUnion('method', [
  goalposts,
  z.strictObject({ method: z.literal('goalposts-log'), worst: number, best: number, offset: number }),
  z.strictObject({ method: z.literal('piecewise'), points }),
  z.strictObject({ method: z.literal('level-map'), points }),
  z.strictObject({ method: z.literal('boolean'), whenTrue: number, whenFalse: number }),
  z.strictObject({ method: z.literal('band'), low: number, ideal: z.tuple([number, number]), high: number }),
  z.strictObject({ method: z.literal('sample-min-max'), low: number, high: number }),
  z.strictObject({ method: z.literal('sample-z-score'), mean: number, sd: number }),
])

const missing: z.ZodType<MissingPolicy> = z.enum(['zero', 'exclude', 'no-result'])
const declared = z.literal('declared')
const several = <T extends z.ZodType>(entry: T) => z.array(entry).max(200).exactOptional()

/**
 * @example uncertaintySpec.safeParse(spec).success // true
 */
export const uncertaintySpec: z.ZodType<UncertaintySpec> = z.strictObject({
  weights: several(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('uniform'), branches: among, spread: number }),
      z.strictObject({ kind: z.literal('dirichlet'), branches: among, concentration: number }),
      z.strictObject({
        kind: z.literal('experts'),
        branches: ids,
        vectors: z.array(z.record(id, number)).max(500),
        resample: z.enum(['pick', 'bootstrap']),
      }),
    ]),
  ),
  aggregation: several(z.strictObject({ branches: among, options: z.array(z.union([declared, aggregate])).max(20) })),
  normalisation: several(
    z.strictObject({ indicators: among, options: z.array(z.union([declared, normaliser])).max(20) }),
  ),
  inclusion: several(z.strictObject({ indicators: among, probability: number })),
  noise: several(
    z.strictObject({
      indicators: ids,
      shape: z.enum(['normal', 'uniform']),
      scale: z.enum(['absolute', 'relative']),
      size: number,
      least: number.exactOptional(),
      most: number.exactOptional(),
    }),
  ),
  missing: several(z.strictObject({ nodes: among, options: z.array(missing).max(3) })),
})
