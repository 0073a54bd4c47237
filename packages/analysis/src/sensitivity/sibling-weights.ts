import { fault, FaultError, isBranch, suggest, type NodeSpec, type Plan } from '@plumbline/kernel'
import { isMean } from '../uncertainty/means.ts'

/** A node and the nodes that share a weight of 1 with it. */
export interface Siblings {
  readonly node: NodeSpec
  readonly all: readonly NodeSpec[]
}

/**
 * The siblings of a node whose weight may be moved.
 *
 * @throws FaultError with SENSITIVITY_UNKNOWN_NODE, or SENSITIVITY_NO_SHARE for the root, a node whose branch does not
 * read weights as shares, or the only node with weight in its branch.
 */
export function siblingsOf({ nodes, indexOf }: Plan, id: string): Siblings {
  const place = nodes[indexOf.get(id) ?? -1]
  if (!place)
    throw new FaultError([fault('SENSITIVITY_UNKNOWN_NODE', { nearest: suggest(id, [...indexOf.keys()]) }, { id })])
  const parent = nodes[place.parent]
  const others = parent && isBranch(parent) && isMean(parent.spec.aggregate) ? parent.spec.children : []
  if (!others.some((child) => child.id !== id && child.weight > 0))
    throw new FaultError([fault('SENSITIVITY_NO_SHARE', {}, { id })])
  return { node: place.spec, all: others }
}

/**
 * Weights by id with one of them set and the others rescaled in proportion, so that they sum to 1 again.
 *
 * @param weight - From 0 to 1.
 * @example withWeight(siblingsOf(plan, 'a'), 0.4).get('a') // 0.4
 */
export function withWeight({ node, all }: Siblings, weight: number): ReadonlyMap<string, number> {
  const others = all.reduce((sum, child) => (child.id === node.id ? sum : sum + child.weight), 0)
  return new Map(all.map((child) => [child.id, child.id === node.id ? weight : (child.weight * (1 - weight)) / others]))
}
