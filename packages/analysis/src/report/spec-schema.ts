import type { AggregateSpec, ImputeSpec, MissingPolicy, TreatSpec } from '@plumbline/kernel'
import { z } from 'zod'
import type { NormaliserOption, PlainSpec } from '../uncertainty/spec.ts'

/** The form of a specification in a file or on a wire. Ids and figures are checked against the standard by `openLongRun`. */

const id = z.string().min(1).max(200)
const ids = z.array(id).min(1).max(2000)
const among = z.union([z.literal('all'), ids])
const number = z.number()
const points = z.array(z.tuple([number, number])).max(200)
const goalposts = z.strictObject({ method: z.literal('goalposts'), worst: number, best: number })

const within = z.enum(['period', 'group'])
const preference = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('usual') }),
  z.strictObject({ shape: z.literal('u-shape'), q: number }),
  z.strictObject({ shape: z.literal('v-shape'), p: number }),
  z.strictObject({ shape: z.enum(['level', 'linear']), q: number, p: number }),
  z.strictObject({ shape: z.literal('gaussian'), s: number }),
])
const aggregate: z.ZodType<AggregateSpec> = z.discriminatedUnion('method', [
  z.strictObject({ method: z.enum(['arithmetic', 'geometric', 'harmonic', 'minimum', 'product', 'weighted-median']) }),
  z.strictObject({ method: z.literal('power'), exponent: number }),
  z.strictObject({ method: z.literal('owa'), weights: z.array(number).max(200) }),
  z.strictObject({ method: z.literal('mazziotta-pareto'), variant: z.enum(['plain', 'adjusted']) }),
  z.strictObject({ method: z.literal('copeland'), within }),
  z.strictObject({
    method: z.literal('topsis'),
    within,
    scaling: z.enum(['vector', 'min-max', 'sum', 'none']),
    distance: z.enum(['euclidean', 'manhattan', 'chebyshev']),
  }),
  z.strictObject({ method: z.literal('vikor'), within, v: number }),
  z.strictObject({ method: z.literal('promethee'), within, preference }),
  z.strictObject({ method: z.literal('grey-relation'), within, rho: number }),
])

const normaliser: z.ZodType<Exclude<NormaliserOption, 'declared' | { readonly method: 'custom' }>> =
  z.discriminatedUnion('method', [
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
const pillars = ids.exactOptional()
const imputeMethod: z.ZodType<ImputeSpec> = z.discriminatedUnion('method', [
  z.strictObject({ method: z.enum(['mean', 'median', 'group-mean', 'group-median']) }),
  z.strictObject({ method: z.enum(['row-mean', 'row-median', 'em']), pillars }),
  z.strictObject({ method: z.literal('neighbours'), k: z.int().min(1), pillars }),
  z.strictObject({
    method: z.enum(['carry-forward', 'linear']),
    ends: z.enum(['leave', 'nearest']),
    most: number.exactOptional(),
  }),
])
const step = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('winsorise'), most: number }),
  z.strictObject({ method: z.literal('logarithm'), variant: z.enum(['ct', 'ct-signed', 'from-one', 'gii']) }),
  z.strictObject({ method: z.literal('box-cox'), lambda: number, offset: number.exactOptional() }),
])
const treatment: z.ZodType<TreatSpec> = z.strictObject({
  steps: z.array(step).min(1).max(20).exactOptional(),
  skewness: number.exactOptional(),
  kurtosis: number.exactOptional(),
  from: z.enum(['original', 'previous']).exactOptional(),
  keep: z.enum(['least-skewed', 'last']).exactOptional(),
})
const declared = z.literal('declared')
const several = <T extends z.ZodType>(entry: T) => z.array(entry).max(200).exactOptional()

/**
 * @example uncertaintySpec.safeParse(spec).success // true
 */
export const uncertaintySpec: z.ZodType<PlainSpec> = z.strictObject({
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
  imputation: several(
    z.strictObject({
      indicators: among,
      options: z.array(z.union([declared, z.enum(['none', 'multiple']), z.array(imputeMethod).min(1).max(20)])).max(20),
      imputations: z.int().max(1000).exactOptional(),
      least: number.exactOptional(),
      most: number.exactOptional(),
    }),
  ),
  treatment: several(
    z.strictObject({ indicators: among, options: z.array(z.union([declared, z.literal('none'), treatment])).max(20) }),
  ),
})
