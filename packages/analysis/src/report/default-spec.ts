import { isBranch, type BranchSpec, type Plan } from '@plumbline/kernel'
import { isChoquet } from '../uncertainty/capacities.ts'
import { isMean } from '../uncertainty/means.ts'
import type { PlainSpec } from '../uncertainty/spec.ts'

/** How far each weight goes up and down unless told. */
const SPREAD = 0.25

/**
 * What is taken as uncertain where nobody says anything else, after the audits that the Joint Research Centre makes of
 * published indices: every weight within a quarter of itself, and full or partial compensation between the pillars.
 *
 * - `weights`: one factor for each branch that is a mean or a Choquet integral of two or more weighted children, uniform
 *   ± 25 %, so that a sensitivity run can say which branch's weights matter.
 * - `aggregation`: the root as declared or as geometric mean, where it is declared an arithmetic one.
 *
 * @returns Without factors where the tree has no weight to vary.
 * @see Saisana, Becker, Dominguez-Torreiro, Dominguez Serrano (2018), JRC statistical audit of the Global Innovation
 * Index: weights ± 25 %, arithmetic or geometric mean
 * @example defaultSpec(plan).weights[0] // { kind: 'uniform', branches: ['index'], spread: 0.25 }
 */
export function defaultSpec({ nodes, framework }: Plan): PlainSpec {
  const branches = nodes.flatMap((node) => (isBranch(node) && hasWeights(node.spec) ? [node.spec.id] : []))
  const { id, aggregate } = framework.root
  const weights = branches.map((branch) => ({ kind: 'uniform' as const, branches: [branch], spread: SPREAD }))
  const options = ['declared' as const, { method: 'geometric' as const }]
  return {
    ...(weights.length > 0 ? { weights } : {}),
    ...(aggregate.method === 'arithmetic' ? { aggregation: [{ branches: [id], options }] } : {}),
  }
}

/** A mean of two or more weighted children, or a Choquet integral of two or more. */
function hasWeights({ aggregate, children }: BranchSpec): boolean {
  const counting = isMean(aggregate) ? children.filter(({ weight }) => weight > 0) : children
  return (isMean(aggregate) || isChoquet(aggregate)) && counting.length > 1
}
