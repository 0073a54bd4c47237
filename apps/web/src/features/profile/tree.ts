import type { TraceBranch, TraceNode } from '@plumbline/kernel'

/** One visible line of the tree, with what assistive technology is told of its place. */
export interface TreeLine {
  readonly node: TraceNode
  readonly parent: TraceBranch | null
  /** From 1, the root. */
  readonly level: number
  readonly position: number
  readonly siblings: number
  readonly expanded: boolean
}

/** The lines in sight: children follow their branch where it is open. */
export function treeLines(root: TraceBranch, open: ReadonlySet<string>): readonly TreeLine[] {
  const lines: TreeLine[] = []
  const visit = (node: TraceNode, at: Omit<TreeLine, 'node' | 'expanded'>) => {
    const expanded = node.kind === 'branch' && open.has(node.id)
    lines.push({ node, ...at, expanded })
    if (node.kind !== 'branch' || !expanded) return
    node.children.forEach((child, index) =>
      visit(child, { parent: node, level: at.level + 1, position: index + 1, siblings: node.children.length }),
    )
  }
  visit(root, { parent: null, level: 1, position: 1, siblings: 1 })
  return lines
}

/** From the root down to the node, the node last; empty where the tree has no such node. */
export function pathTo(root: TraceNode, id: string): readonly TraceNode[] {
  if (root.id === id) return [root]
  if (root.kind !== 'branch') return []
  for (const child of root.children) {
    const path = pathTo(child, id)
    if (path.length > 0) return [root, ...path]
  }
  return []
}

export const branchIds = (node: TraceNode): readonly string[] =>
  node.kind === 'branch' ? [node.id, ...node.children.flatMap(branchIds)] : []

export type TreeMove =
  | { readonly kind: 'focus'; readonly index: number }
  | { readonly kind: 'toggle'; readonly id: string }

/** What an arrow key means on a line of the tree, after the tree pattern of the ARIA practices. */
export function treeMove(key: string, lines: readonly TreeLine[], index: number): TreeMove | undefined {
  const line = lines[index]
  if (!line) return undefined
  const focus = (target: number): TreeMove | undefined =>
    target >= 0 && target < lines.length && target !== index ? { kind: 'focus', index: target } : undefined
  const branch = line.node.kind === 'branch'
  switch (key) {
    case 'ArrowDown':
      return focus(index + 1)
    case 'ArrowUp':
      return focus(index - 1)
    case 'Home':
      return focus(0)
    case 'End':
      return focus(lines.length - 1)
    case 'ArrowRight':
      if (!branch) return undefined
      return line.expanded ? focus(index + 1) : { kind: 'toggle', id: line.node.id }
    case 'ArrowLeft':
      if (branch && line.expanded) return { kind: 'toggle', id: line.node.id }
      return focus(lines.findIndex((other) => other.node === line.parent))
    case 'Enter':
    case ' ':
      return branch ? { kind: 'toggle', id: line.node.id } : undefined
    default:
      return undefined
  }
}
