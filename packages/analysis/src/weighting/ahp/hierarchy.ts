import { sum } from '../../numeric/sum.ts'
import { toShares } from '../common/shares.ts'

/** A criterion with its weight among its siblings, and what it is divided into. */
export interface WeightedNode {
  readonly id: string
  /** Local weight; siblings are scaled to sum 1. */
  readonly weight: number
  readonly children?: readonly WeightedNode[]
}

/**
 * Weights of the leaves of a hierarchy: the product of the local weights on the way down.
 *
 * @param nodes - The children of the goal.
 * @returns One entry per leaf, in order; sum 1.
 * @throws FaultError the faults of `toShares`, among siblings.
 * @see Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill
 * @example leafWeights([{ id: 'a', weight: 3 }, { id: 'b', weight: 1 }]) // [{ id: 'a', weight: 0.75 }, { id: 'b', weight: 0.25 }]
 */
export function leafWeights(nodes: readonly WeightedNode[]): { readonly id: string; readonly weight: number }[] {
  const shares = toShares(nodes.map(({ weight }) => weight))
  return nodes.flatMap((node, i) => {
    const share = shares[i] ?? 0
    return node.children && node.children.length > 0
      ? leafWeights(node.children).map(({ id, weight }) => ({ id, weight: weight * share }))
      : [{ id: node.id, weight: share }]
  })
}

/**
 * Scores of alternatives from their priorities under each leaf. `distributive`: Σ weight x priority, for shares of one
 * whole. `ideal`: each leaf's priorities over their largest first, so that a copy of an alternative does not reverse
 * the order of others; scaled to sum 1.
 *
 * @param weights - Of the leaves, length m.
 * @param priorities - Under each leaf, m vectors of length k.
 * @returns Length k; sum 1.
 * @throws FaultError the faults of `toShares`.
 * @see Forman and Gass (2001), The analytic hierarchy process: an exposition, doi:10.1287/opre.49.4.469.11231
 * @example synthesise([0.5, 0.5], [[0.5, 0.5], [0.9, 0.1]], 'distributive') // [0.7, 0.3]
 */
export function synthesise(
  weights: readonly number[],
  priorities: readonly (readonly number[])[],
  mode: 'distributive' | 'ideal',
): number[] {
  const leaves = priorities.map((vector) => {
    const shares = toShares(vector)
    const largest = mode === 'ideal' ? Math.max(...shares) : 1
    return shares.map((share) => share / largest)
  })
  const [first = []] = leaves
  return toShares(first.map((_, k) => sum(leaves.map((vector, leaf) => (vector[k] ?? NaN) * (weights[leaf] ?? NaN)))))
}
