import { fault } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'
import { refuse } from '../named-column.ts'
import { ancestors, checkTree, type TreeNode } from './tree.ts'

/**
 * What each node counts for in the whole by its weights alone: the product, from the root down, of its and its ancestors'
 * shares among their siblings. That is the weight the framework promises; `effectiveWeights` shows the one the data give.
 *
 * @param tree - Every node with its parent and its weight among its siblings.
 * @returns By id, in the order of the nodes; the root has 1, the children of a node sum to the node's own.
 * @throws FaultError TREE_WEIGHT - a weight is below 0 or not finite.
 * @throws FaultError TREE_WEIGHTS_ZERO - all the children of a node have weight 0.
 * @throws FaultError TREE_NODE_REPEATED, TREE_PARENT_UNKNOWN, TREE_CYCLE, TREE_ROOTS - see `checkTree`.
 * @see OECD/JRC (2008) Handbook on Constructing Composite Indicators, step 6; COINr's get_eff_weights
 * @example
 * nominalWeights([
 *   { id: 'index', parent: null, weight: 1 },
 *   { id: 'a', parent: 'index', weight: 1 },
 *   { id: 'b', parent: 'index', weight: 3 },
 * ]).get('b') // 0.75
 */
export function nominalWeights(tree: readonly TreeNode[]): Map<string, number> {
  checkTree(tree, [])
  refuse(
    tree
      .filter(({ weight }) => !(weight >= 0 && weight < Infinity))
      .map(({ id, weight }) => fault('TREE_WEIGHT', { weight: String(weight) }, { id })),
  )
  const totals = new Map<string | null, number>()
  for (const { parent } of tree) {
    if (!totals.has(parent))
      totals.set(parent, sum(tree.filter((node) => node.parent === parent).map(({ weight }) => weight)))
  }
  refuse(
    [...totals]
      .filter(([parent, total]) => parent !== null && total === 0)
      .map(([parent]) => fault('TREE_WEIGHTS_ZERO', {}, { id: parent ?? '' })),
  )
  const share = new Map(
    tree.map(({ id, parent, weight }) => [id, parent === null ? 1 : weight / (totals.get(parent) ?? NaN)]),
  )
  return new Map(
    tree.map(({ id }) => [
      id,
      [id, ...ancestors(tree, id)].reduce((product, at) => product * (share.get(at) ?? NaN), 1),
    ]),
  )
}
