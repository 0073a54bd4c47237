import {
  Blank,
  compile,
  isBranch,
  NodeState,
  score,
  withoutFormulas,
  type NodeSpec,
  type Plan,
  type Result,
} from '@plumbline/kernel'
import { indicatorsOf } from './indicators.ts'

/** A score for each indicator of a plan, in tree order; null is missing, `na` not applicable. */
export type Profile = readonly (number | null | 'na')[]

/** The indicators' scores of one row. */
export const profileOf = ({ plan, nodes }: Result, row: number): Profile =>
  indicatorsOf(plan).map(({ index }) => {
    const state = nodes[index]?.state[row]
    if (state === NodeState.notApplicable) return 'na'
    return state === NodeState.scored ? (nodes[index]?.score[row] ?? null) : null
  })

/**
 * Rolls profiles of scores up the tree, gates and grades aside.
 *
 * @returns One row a profile; the nodes are in the plan's order.
 */
export function scoreProfiles(plan: Plan, profiles: readonly Profile[]): Result {
  const { framework } = withoutFormulas(plan)
  const direct = compile({
    ...framework,
    root: { ...framework.root, children: framework.root.children.map(asScore) },
    facts: [],
    gates: [],
    basicRule: [],
  })
  const columns = indicatorsOf(plan).map(({ spec }, place) => {
    const cells = profiles.map((profile) => profile[place] ?? null)
    const values = Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN))
    const blanks = Uint8Array.from(cells, (cell) =>
      cell === 'na' ? Blank.notApplicable : cell === null ? Blank.unanswered : Blank.none,
    )
    return [spec.id, { values, blanks }] as const
  })
  return score(direct, {
    size: profiles.length,
    units: profiles.map((_, place) => String(place)),
    periods: profiles.map(() => ''),
    groups: profiles.map(() => null),
    columns: new Map(columns),
  })
}

const asScore = (spec: NodeSpec): NodeSpec =>
  spec.kind === 'branch'
    ? { ...spec, children: spec.children.map(asScore) }
    : { ...spec, direction: 'positive', normalise: { method: 'goalposts', worst: 0, best: 100 } }

/** Points of the root by node: the indicators', and what branches carry themselves. They add up to the root's score. */
export function contributionsOf({ plan, nodes }: Result, row: number): ReadonlyMap<string, number> {
  return new Map(
    plan.nodes.flatMap((node, index) => {
      const points = (isBranch(node) ? nodes[index]?.ownContribution[row] : nodes[index]?.contribution[row]) ?? 0
      return isBranch(node) && points === 0 ? [] : [[node.spec.id, points] as const]
    }),
  )
}
