import { fault, GateOutcome, isBranch, NodeState, Status, type Fault, type Result } from '@plumbline/kernel'
import { allTheWay, tryOut, type RouteProblem } from './problem.ts'

/**
 * Why there is no route: what still stands between the row and the grade when everything that may be moved is all the way
 * up. All reasons at once.
 */
export function reasonsAgainst(problem: RouteProblem): readonly Fault[] {
  const best = tryOut(problem, allTheWay(problem))
  return [...gatesStanding(problem, best), ...basicStanding(problem, best), ...pointsShort(problem, best)]
}

function gatesStanding({ scorer, target }: RouteProblem, best: Result): readonly Fault[] {
  const { gates, grades } = scorer.plan.framework
  return gates.flatMap(({ id, kind, maxGrade }, index) => {
    if (best.gates[index]?.[scorer.row] !== GateOutcome.fired) return []
    if (kind !== 'cap') return [fault('ROUTE_GATE_STANDS', { kind }, { id })]
    const highest = grades.findIndex((grade) => grade.id === maxGrade)
    return highest < target
      ? [fault('ROUTE_CAP_STANDS', { most: maxGrade ?? '', grade: grades[target]?.id ?? '' }, { id })]
      : []
  })
}

function basicStanding({ scorer, target }: RouteProblem, best: Result): readonly Fault[] {
  const { plan, row } = scorer
  const { basicRule, grades } = plan.framework
  const lines = basicRule.filter(({ grade }) => grades.findIndex(({ id }) => id === grade) <= target)
  const required = Math.max(0, ...lines.map(({ min }) => min))
  return plan.nodes.flatMap((node, index) => {
    const state = best.nodes[index]?.state[row]
    if (isBranch(node) || !node.spec.basic || state === NodeState.notApplicable) return []
    const attainable = state === NodeState.scored ? (best.nodes[index]?.score[row] ?? 0) : 0
    return attainable < required ? [fault('ROUTE_BASIC_STANDS', { attainable, required }, { id: node.spec.id })] : []
  })
}

function pointsShort({ scorer, target }: RouteProblem, best: Result): readonly Fault[] {
  const attainable = best.score[scorer.row] ?? NaN
  const grade = scorer.plan.framework.grades[target]
  if (best.status[scorer.row] === Status.noResult) return [fault('ROUTE_NO_SCORE')]
  if (!grade || !(attainable < grade.min)) return []
  return [fault('ROUTE_POINTS_SHORT', { attainable, required: grade.min, grade: grade.id })]
}
