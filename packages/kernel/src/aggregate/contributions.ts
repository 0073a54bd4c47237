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
  for (const child of children) giveChild(own, child, balanced)
  const { contribution, ownContribution, score } = own
  for (let row = 0; row < score.length; row++) {
    const points = at(contribution, row)
    if (points === 0) continue
    if (!(at(score, row) > 0)) ownContribution[row] = points
    else ownContribution[row] = balanced ? points - at(ownContribution, row) : 0
  }
}

/** Gives one child its part; for `deduct`, `ownContribution` adds up what has been given. */
function giveChild({ contribution, ownContribution, score }: NodeColumn, child: NodeColumn, balanced: boolean): void {
  const { contributionToParent, contribution: given } = child
  for (let row = 0; row < score.length; row++) {
    const points = at(contribution, row)
    const whole = at(score, row)
    if (points === 0 || !(whole > 0)) continue
    const share = at(contributionToParent, row)
    if (!balanced) {
      given[row] = (share / whole) * points
      continue
    }
    given[row] = share * Math.min(1, Math.max(-1, points / whole))
    ownContribution[row] = at(ownContribution, row) + at(given, row)
  }
}
