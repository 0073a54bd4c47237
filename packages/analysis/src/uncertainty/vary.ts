import { dirichletDraw } from '../random/gamma.ts'
import type { Stream } from '../random/stream.ts'
import type { WeightFactor } from './spec.ts'

/** The ways to draw weights that say how far they go from the declared ones. */
export type VaryingFactor = Extract<WeightFactor, { readonly kind: 'uniform' | 'dirichlet' }>

/** One draw of weights around the declared ones, as shares of any sum. */
export function vary(declared: readonly number[], factor: VaryingFactor, stream: Stream): readonly number[] {
  if (factor.kind === 'uniform')
    return declared.map((weight) => weight * (1 + factor.spread * (2 * stream.uniform() - 1)))
  return dirichletDraw(
    stream,
    declared.map((weight) => weight * factor.concentration),
  )
}
