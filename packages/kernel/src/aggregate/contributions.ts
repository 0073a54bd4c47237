import { isBranch, type Plan, type PlanBranch } from '../compile.ts'
import type { NodeColumn } from '../result.ts'
import { at } from './row.ts'

/**
 * Carries the root's score down the tree, so that every node knows how many of its points it gives: a branch's points are
 * shared among its children as its score is. With the branches' own points, the indicators add up to the root's score.
 *
 * Below `deduct` a child carries its loss, and the branch's own points (the full marks) are what balances. A loss never
 * costs the root more points than it costs the branch. A branch at 0 has nothing to share: what it still carries, a loss
 * below `deduct`, is its own.
 *
 * @param columns - In plan order, with `contributionToParent`; scores not snapped. `contribution` and `ownContribution`
 * are written.
 */
export function contribute(plan: Plan, columns: readonly NodeColumn[]): void {
  const root = columns[plan.root]
  root?.contribution.set(root.contributionToParent)
  for (let index = plan.root; index >= 0; index--) {
    const node = plan.nodes[index]
    const own = columns[index]
    if (!node || !own || !isBranch(node)) continue
    const children = node.children.flatMap((child) => columns[child] ?? [])
    shareOut(node, own, children)
  }
}

function shareOut(node: PlanBranch, own: NodeColumn, children: readonly NodeColumn[]): void {
  const balanced = node.spec.aggregate.method === 'deduct'
  for (let row = 0; row < own.score.length; row++) {
    const points = at(own.contribution, row)
    const score = at(own.score, row)
    if (points === 0) continue
    if (!(score > 0)) {
      own.ownContribution[row] = points
      continue
    }
    const rate = balanced ? Math.min(1, Math.max(-1, points / score)) : points
    let given = 0
    for (const child of children) {
      const share = at(child.contributionToParent, row)
      const part = balanced ? share * rate : (share / score) * rate
      child.contribution[row] = part
      given += part
    }
    own.ownContribution[row] = balanced ? points - given : 0
  }
}
