import { fault, FaultError } from '@plumbline/kernel'
import { spearman } from '../numeric/spearman.ts'
import { standDraw, type UncertaintyModel } from '../uncertainty/model.ts'
import { meanRankShift } from './rank-shift.ts'
import { siblingsOf, withWeight } from './sibling-weights.ts'

/** The ranking after one change of one weight. */
export interface WeightChange {
  readonly node: string
  /** Weight times 1 + change. */
  readonly change: number
  /** By sibling id, summing to 1. */
  readonly weights: ReadonlyMap<string, number>
  /** Length n; 0 where not ranked. */
  readonly rank: Int32Array
  /** Spearman's correlation with the nominal ranks; NaN where either is constant. */
  readonly correlation: number
  readonly meanShift: number
}

/**
 * Moves one weight at a time, the siblings rescaled in proportion.
 *
 * @param changes - Shares, for example -0.2 and 0.2.
 * @returns One entry for each node and change.
 * @throws FaultError as `siblingsOf`, and SENSITIVITY_CHANGE where the weight would leave 0 to 1.
 * @example oneAtATime(model, { nodes: ['staff'], changes: [-0.2] })[0].rank // [2, 2, 4, 1]
 */
export function oneAtATime(
  model: UncertaintyModel,
  { nodes, changes }: { readonly nodes: readonly string[]; readonly changes: readonly number[] },
): readonly WeightChange[] {
  const planned = nodes.flatMap((id) => {
    const siblings = siblingsOf(model.plan, id)
    return changes.map((change) => ({ id, siblings, change, weight: siblings.node.weight * (1 + change) }))
  })
  const faults = planned
    .filter(({ weight }) => !(weight >= 0 && weight <= 1))
    .map(({ id, change, weight }) => fault('SENSITIVITY_CHANGE', { change, weight: String(weight) }, { id }))
  if (faults.length > 0) throw new FaultError(faults)
  const nominal = model.nominal.rank
  return planned.map(({ id, siblings, change, weight }) => {
    const weights = withWeight(siblings, weight)
    const { rank } = standDraw(model, { weights })
    const both = [...rank.keys()].filter((row) => rank[row] !== 0 && nominal[row] !== 0)
    return {
      node: id,
      change,
      weights,
      rank,
      correlation: spearman(
        both.map((row) => nominal[row] ?? NaN),
        both.map((row) => rank[row] ?? NaN),
      ),
      meanShift: meanRankShift(nominal, rank),
    }
  })
}
