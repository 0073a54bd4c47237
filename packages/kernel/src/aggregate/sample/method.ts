import type { AggregateSpec, SampleAggregateSpec } from '../../framework.ts'
import { copeland } from './copeland.ts'
import { greyRelation } from './grey-relation.ts'
import { promethee } from './promethee.ts'
import type { SampleAggregator } from './sample.ts'
import { topsis } from './topsis.ts'
import { vikor } from './vikor.ts'

/**
 * True for a method that scores a row by the others.
 *
 * @example isSampleAggregate({ method: 'arithmetic' }) // false
 */
export const isSampleAggregate = (spec: AggregateSpec): spec is SampleAggregateSpec => 'within' in spec

/** The function behind the name of a method that scores a row by the others. */
export function sampleAggregatorOf(spec: SampleAggregateSpec): SampleAggregator {
  switch (spec.method) {
    case 'copeland':
      return copeland
    case 'topsis':
      return (sample) => topsis(sample, spec)
    case 'vikor':
      return (sample) => vikor(sample, spec.v)
    case 'promethee':
      return (sample) =>
        promethee(
          sample,
          Array.from(sample.shares, () => spec.preference),
        )
    case 'grey-relation':
      return (sample) => greyRelation(sample, spec.rho)
  }
}
