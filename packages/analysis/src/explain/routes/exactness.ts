import { isBranch, NodeState, type NormaliseSpec, type Result } from '@plumbline/kernel'
import { readsOf } from '../common/conditions.ts'
import type { RouteProblem } from './problem.ts'

const DISCRETE: readonly NormaliseSpec['method'][] = ['level-map', 'boolean', 'percentile']

/**
 * What the search is worth for this row: `exact` where the root's score is a weighted sum of the levers' scores, so that
 * gains do not depend on each other, and no gate that could keep the grade away looks at a score. For the effort the scales must be continuous too.
 */
export function exactness(
  { scorer, levers, target }: RouteProblem,
  now: Result,
): { readonly count: boolean; readonly effort: boolean } {
  const { plan, row } = scorer
  const states: readonly NodeState[] = [NodeState.scored, NodeState.zeroed]
  const fixed = levers.every(({ id }) => {
    const state = now.nodes[plan.indexOf.get(id) ?? -1]?.state[row]
    return states.some((counted) => counted === state)
  })
  const additive = plan.nodes.every(
    (node, index) =>
      !isBranch(node) ||
      now.nodes[index]?.state[row] === NodeState.notApplicable ||
      (node.spec.aggregate.method === 'arithmetic' && now.nodes[index]?.state[row] === NodeState.scored),
  )
  const { gates, grades } = plan.framework
  const inTheWay = gates.filter(
    ({ kind, maxGrade }) => kind !== 'cap' || grades.findIndex(({ id }) => id === maxGrade) < target,
  )
  const byScore = inTheWay.some(({ when }) => readsOf(plan, when).some((read) => 'node' in read))
  const count = fixed && additive && !byScore
  const moved = new Set(levers.map(({ id }) => id))
  const continuous = plan.nodes.every(
    ({ spec }) => spec.kind === 'branch' || !moved.has(spec.id) || !DISCRETE.includes(spec.normalise.method),
  )
  return { count, effort: count && continuous }
}
