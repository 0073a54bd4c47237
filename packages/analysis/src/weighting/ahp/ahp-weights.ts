import type { Names } from '../common/names.ts'
import type { ComparisonMatrix } from './comparison-matrix.ts'
import { consistency, type Consistency, type RandomIndex } from './consistency.ts'
import { columnMeanPriorities } from './column-mean.ts'
import { eigenvectorPriorities } from './eigenvector.ts'
import { geometricMeanPriorities } from './geometric-mean.ts'

/** How priorities are found, and whose random index is read. */
export interface AhpOptions {
  readonly method?: 'eigenvector' | 'geometricMean' | 'columnMean'
  readonly randomIndex?: RandomIndex
  readonly names?: Names
}

/** Weights, with their consistency. */
export interface AhpWeights {
  /** Length n; sum 1. */
  readonly weights: readonly number[]
  readonly consistency: Consistency
}

const METHODS = {
  eigenvector: eigenvectorPriorities,
  geometricMean: geometricMeanPriorities,
  columnMean: columnMeanPriorities,
} as const

/**
 * Analytic hierarchy process (层次分析法): weights from pairwise comparisons, with their consistency.
 *
 * @param matrix - n x n comparisons, none missing; see `reciprocalMatrix` to fill the lower half.
 * @throws FaultError the faults of `checkComparison`.
 * @throws FaultError AHP_RANDOM_INDEX_UNKNOWN - no random index for this order.
 * @see Saaty (1977), doi:10.1016/0022-2496(77)90033-5
 * @example ahpWeights([[1, 2, 4], [1 / 2, 1, 2], [1 / 4, 1 / 2, 1]]).consistency.ratio // 0
 */
export function ahpWeights(matrix: ComparisonMatrix, options: AhpOptions = {}): AhpWeights {
  const weights = METHODS[options.method ?? 'eigenvector'](matrix, options.names)
  return { weights, consistency: consistency(matrix, weights, options.randomIndex) }
}
