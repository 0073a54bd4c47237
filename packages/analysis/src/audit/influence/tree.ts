import { fault, type Fault } from '@plumbline/kernel'
import { refuse } from '../named-column.ts'

/** A node of the framework and where it hangs. */
export interface TreeNode {
  readonly id: string
  /** Null for the root. */
  readonly parent: string | null
  /** Weight among its siblings, on any scale; not below 0. */
  readonly weight: number
}

/**
 * Checks that nodes form one tree.
 *
 * @param tree - Every node with its parent.
 * @param ids - Nodes that must be in it.
 * @throws FaultError TREE_NODE_REPEATED - two nodes have the same id.
 * @throws FaultError TREE_PARENT_UNKNOWN - a parent is not a node.
 * @throws FaultError TREE_ROOTS - there is no node without a parent, or more than one.
 * @throws FaultError TREE_CYCLE - a node is its own ancestor.
 * @throws FaultError TREE_NODE_UNKNOWN - one of `ids` is not a node.
 */
export function checkTree(tree: readonly TreeNode[], ids: readonly string[]): void {
  const known = new Set(tree.map(({ id }) => id))
  const roots = tree.filter(({ parent }) => parent === null)
  const faults: Fault[] = []
  tree.forEach(({ id, parent }, index) => {
    if (tree.findIndex((node) => node.id === id) < index) faults.push(fault('TREE_NODE_REPEATED', {}, { id }))
    if (parent !== null && !known.has(parent)) faults.push(fault('TREE_PARENT_UNKNOWN', { parent }, { id }))
  })
  if (roots.length !== 1) faults.push(fault('TREE_ROOTS', { roots: roots.map(({ id }) => id), given: roots.length }))
  for (const id of ids) if (!known.has(id)) faults.push(fault('TREE_NODE_UNKNOWN', {}, { id }))
  for (const { id } of tree) {
    if (ancestors(tree, id).includes(id)) faults.push(fault('TREE_CYCLE', {}, { id }))
  }
  refuse(faults)
}

/** Ids above a node, its parent first. Ends where a node comes round again. */
export function ancestors(tree: readonly TreeNode[], id: string): string[] {
  const parents = new Map(tree.map((node) => [node.id, node.parent]))
  const above: string[] = []
  let next = parents.get(id) ?? null
  while (next !== null && !above.includes(next)) {
    above.push(next)
    next = parents.get(next) ?? null
  }
  return above
}
