import type { AggregateSpec, BranchSpec, SampleAggregateSpec } from '../framework.ts'
import { snap } from '../numeric/grid.ts'
import { bonus } from './bonus.ts'
import { shapleyOf } from './choquet/capacity.ts'
import { choquet, type Worth } from './choquet/choquet.ts'
import { capacityOfSets, worthOfPairs, worthOfSets } from './choquet/worth.ts'
import { deduct } from './deduct.ts'
import { harmonic } from './harmonic.ts'
import { mazziottaPareto } from './mazziotta-pareto.ts'
import { minimum } from './minimum.ts'
import { owa } from './owa.ts'
import { powerMean } from './power-mean.ts'
import { product } from './product.ts'
import type { Aggregator } from './row.ts'
import { staircase } from './staircase.ts'
import { weightedMedian } from './weighted-median.ts'

/** Methods that are scored over whole columns, child by child. */
export type ColumnAggregateSpec = Extract<AggregateSpec, { method: 'arithmetic' | 'geometric' }>
type RowAggregateSpec = Exclude<AggregateSpec, SampleAggregateSpec | ColumnAggregateSpec>
/** A branch that is aggregated row by row. */
export type RowBranchSpec = BranchSpec & { readonly aggregate: RowAggregateSpec }

export const isColumnAggregate = (spec: AggregateSpec): spec is ColumnAggregateSpec =>
  spec.method === 'arithmetic' || spec.method === 'geometric'

/** The function behind the name of a method that needs all children of a row, and no other row. */
export function aggregatorOf({ aggregate: spec, children }: RowBranchSpec): Aggregator {
  switch (spec.method) {
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
    case 'weighted-median':
      return weightedMedian
    case 'owa':
      return owa(spec.weights)
    case 'choquet':
    case 'choquet-capacity':
      return choquet(worthOf(spec, children))
    case 'mazziotta-pareto':
      return mazziottaPareto(spec.variant)
  }
}

/** What sets of children are worth under a Choquet integral. */
export function worthOf(
  spec: Extract<AggregateSpec, { method: 'choquet' | 'choquet-capacity' }>,
  children: BranchSpec['children'],
): Worth {
  if (spec.method === 'choquet') return worthOfPairs(children, spec.interactions)
  return worthOfSets(capacityOfSets(idsOf(children), spec.capacity))
}

const idsOf = (children: BranchSpec['children']): readonly string[] => children.map(({ id }) => id)

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
    case 'owa':
      return { weights: alike, coverage: alike, total: 1 }
    case 'choquet-capacity': {
      const shapley = shapleyOf(capacityOfSets(idsOf(children), aggregate.capacity)).map((value) => snap(value))
      return { weights: shapley, coverage: shapley, total: 1 }
    }
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
