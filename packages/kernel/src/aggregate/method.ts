import type { AggregateSpec, BranchSpec } from '../framework.ts'
import { arithmetic } from './arithmetic.ts'
import { bonus } from './bonus.ts'
import { deduct } from './deduct.ts'
import { geometric } from './geometric.ts'
import { harmonic } from './harmonic.ts'
import { minimum } from './minimum.ts'
import { powerMean } from './power-mean.ts'
import { product } from './product.ts'
import type { Aggregator } from './row.ts'
import { staircase } from './staircase.ts'

/** The function behind an aggregate's name. */
export function aggregatorOf(spec: AggregateSpec): Aggregator {
  switch (spec.method) {
    case 'arithmetic':
      return arithmetic
    case 'geometric':
      return geometric
    case 'harmonic':
      return harmonic
    case 'power':
      return powerMean(spec.exponent)
    case 'minimum':
      return minimum
    case 'staircase':
      return staircase(spec.metAt)
    case 'product':
      return product
    case 'deduct':
      return deduct(spec.full)
    case 'bonus':
      return bonus(spec.above, spec.max)
  }
}

/** What a method makes of its children's weights. */
export interface Weighting {
  /** By child: what it counts with. A child of a mean with weight 0 is shown and never counts. */
  readonly weights: Float64Array
  /** By child: its part in the coverage. Bonus points are voluntary and have none. */
  readonly coverage: Float64Array
  /** What the weights of the children that count are brought to again; null where nothing is re-shared. */
  readonly total: number | null
}

/** Weights as the method reads them; methods that do not read them treat the children alike. */
export function weightingOf({ aggregate, children }: BranchSpec): Weighting {
  const declared = Float64Array.from(children, (child) => child.weight)
  const alike = new Float64Array(children.length).fill(1)
  switch (aggregate.method) {
    case 'minimum':
    case 'staircase':
    case 'product':
      return { weights: alike, coverage: alike, total: 1 }
    case 'deduct':
      return { weights: declared, coverage: declared, total: declared.reduce((sum, points) => sum + points, 0) }
    case 'bonus':
      return {
        weights: declared.map((points, child) => (child === 0 ? 1 : points)),
        coverage: alike.map((_, child) => (child === 0 ? 1 : 0)),
        total: null,
      }
    default:
      return { weights: declared, coverage: declared, total: 1 }
  }
}
