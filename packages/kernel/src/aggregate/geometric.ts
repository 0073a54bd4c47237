import { ln } from '../numeric/exp-ln.ts'
import { isZero } from '../numeric/grid.ts'
import { NodeState } from '../result.ts'
import type { ReadColumn, ShareColumn } from './branch.ts'
import type { ChildWeights } from './by-column.ts'
import { at } from './row.ts'

/** Logarithms of a child's scores; -Infinity where it stands at 0, or counts as 0. */
export function logarithmsOf({ score, state }: ReadColumn): Float64Array {
  return score.map((points, row) => (state[row] !== NodeState.scored || isZero(points) ? -Infinity : ln(points)))
}

/**
 * Weighted geometric mean: the product of s^w. A weak child costs more than a strong one gives; a child at 0 gives 0.
 *
 * Adds one child's logarithms to the sums of all rows; the mean is exp of the sum. A child at 0 brings it to -Infinity.
 *
 * Source: OECD/JRC (2008) Handbook, step 7; UNDP HDR technical note 1.
 */
export function addLogarithms(
  sums: Float64Array,
  logarithms: Float64Array,
  { weights, lines, child }: ChildWeights,
): void {
  for (let row = 0; row < sums.length; row++) {
    const weight = at(weights, (lines[row] ?? 0) + child)
    if (weight !== 0) sums[row] = at(sums, row) + weight * at(logarithms, row)
  }
}

/** Share of a child: w times the score (Euler; the score grows by w per cent with one per cent of the child). */
export function shareMean(means: Float64Array, share: ShareColumn, { weights, lines, child }: ChildWeights): void {
  for (let row = 0; row < means.length; row++) {
    const weight = at(weights, (lines[row] ?? 0) + child)
    if (weight === 0) continue
    share.effectiveWeight[row] = weight
    share.contributionToParent[row] = weight * at(means, row)
  }
}
