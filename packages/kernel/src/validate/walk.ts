import type { BranchSpec, NodeSpec } from '../framework.ts'

export interface PlacedNode {
  readonly node: NodeSpec
  /** `tree`, then the ids below the root: `tree/core/data-readiness`. */
  readonly path: string
}

/** All nodes with their paths, parents before children. */
export function walk(root: BranchSpec): readonly PlacedNode[] {
  return visit(root, 'tree')

  function visit(node: NodeSpec, path: string): readonly PlacedNode[] {
    const below = node.kind === 'branch' ? node.children.flatMap((child) => visit(child, `${path}/${child.id}`)) : []
    return [{ node, path }, ...below]
  }
}
