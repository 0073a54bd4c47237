import { NodeState } from '../result.ts'
import type { ReadColumn, ShareColumn } from './branch.ts'
import type { ChildWeights } from './by-column.ts'
import { at, type CountedRow } from './row.ts'

/**
 * Weighted arithmetic mean: the sum of w s. Every point lost in one child can be made good in another.
 *
 * Share of a child: w s.
 *
 * @example arithmetic(countedRow([80, 50], [0.4, 0.6])) // 62
 * Source: OECD/JRC (2008) Handbook, step 7.
 */
export function arithmetic(row: CountedRow): number {
  let sum = 0
  for (let i = 0; i < row.size; i++) {
    const share = at(row.weight, i) * at(row.score, i)
    row.share[i] = share
    sum += share
  }
  return sum
}

/** Adds one child's points to the sums of all rows: the same mean, child by child. */
export function addPoints(
  sums: Float64Array,
  { score, state }: ReadColumn,
  { weights, lines, child }: ChildWeights,
): void {
  for (let row = 0; row < sums.length; row++) {
    const weight = at(weights, (lines[row] ?? 0) + child)
    if (weight !== 0 && state[row] === NodeState.scored) sums[row] = at(sums, row) + weight * at(score, row)
  }
}

/** Share of a child: w s. */
export function sharePoints(
  share: ShareColumn,
  { score, state }: ReadColumn,
  { weights, lines, child }: ChildWeights,
): void {
  for (let row = 0; row < score.length; row++) {
    const weight = at(weights, (lines[row] ?? 0) + child)
    if (weight === 0) continue
    share.effectiveWeight[row] = weight
    share.contributionToParent[row] = state[row] === NodeState.scored ? weight * at(score, row) : 0
  }
}
