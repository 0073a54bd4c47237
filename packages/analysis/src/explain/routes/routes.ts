import {
  compile,
  fault,
  FaultError,
  GateOutcome,
  isBranch,
  suggest,
  type Dataset,
  type Fault,
  type Plan,
  type Result,
} from '@plumbline/kernel'
import { lineage, readBy, readsOf } from '../common/conditions.ts'
import { indicatorsOf } from '../common/indicators.ts'
import { rowScorer } from '../common/row-scorer.ts'
import type { RowOf } from '../common/rows.ts'
import { exactness } from './exactness.ts'
import {
  allTheWay,
  effortOf,
  leversOf,
  reaches,
  totalEffort,
  tryOut,
  type Choice,
  type RouteProblem,
} from './problem.ts'
import { reasonsAgainst } from './reasons.ts'
import { safest } from './safest.ts'
import { gainsAtTop, searchFromTop } from './search.ts'

/** The grade aimed at, and what may not be touched. */
export interface RouteOptions {
  /** A grade id; the next one above the row's own if not given. */
  readonly target?: string
  /** Indicators that cannot be changed. */
  readonly locked?: readonly string[]
  /** Effort of one score point of an indicator, above 0; 1 where not given. */
  readonly costs?: ReadonlyMap<string, number>
  /** Gates to be taken as cleared: what the routes then say holds only once they are. */
  readonly assumeCleared?: readonly string[]
  /** Rows of earlier periods, as for `score`. */
  readonly history?: Dataset
}

/** All routes, or why there are none. */
export interface RouteReport {
  /** The grade now; null where there is none (vetoed, not admitted, no result). */
  readonly from: string | null
  /** The grade asked for; null at the top of the scale. */
  readonly target: string | null
  /** Gates that stand in the way now, to be cleared first: points do not buy them. */
  readonly gates: readonly RouteGate[]
  /** Fewest indicators, least effort, safest; empty where there is no route. */
  readonly routes: readonly Route[]
  /** Why there is no route, every reason; empty where there is one. */
  readonly reasons: readonly Fault[]
}

/** A gate on the way. */
export interface RouteGate {
  readonly id: string
  readonly kind: 'entry' | 'veto' | 'cap'
  /** Whether the routes clear it by their own steps, take it as cleared, or cannot. */
  readonly cleared: 'by-route' | 'assumed' | 'no'
}

/** A way to a grade. */
export interface Route {
  readonly kind: 'fewest' | 'least-effort' | 'safest'
  /** `exact`: no route has fewer indicators (takes less effort, to one step of the scales). `search`: none was found. */
  readonly method: 'exact' | 'search'
  readonly steps: readonly RouteStep[]
  /** Sum of the steps' efforts. */
  readonly effort: number
  /** What the kernel gives the row once every step is taken. */
  readonly score: number
  readonly grade: string
  /** Some steps are not strictly required, any one of those may fail, and the grade still holds. */
  readonly survivesOneFailure: boolean
}

/** One indicator that is raised. */
export interface RouteStep {
  readonly id: string
  /** Raw value in the indicator's unit of measure; null where there is none today. */
  readonly from: number | null
  readonly to: number
  readonly fromScore: number
  readonly toScore: number
  /** Score points gained times the cost of a point. */
  readonly effort: number
  readonly because: 'gate' | 'basic-rule' | 'points'
}

/**
 * Routes from a row's grade to a higher one: with fewest indicators, with least effort, and safest. Every route is scored
 * by the kernel before it is returned. "No route" is certain where more of every indicator never harms (every method of
 * the kernel, and gates that ask for more, not less).
 *
 * @param result - As `score` gave it for the dataset.
 * @param at - The dataset, and the row in it.
 * @throws FaultError ROUTE_TARGET_UNKNOWN, ROUTE_INDICATOR_UNKNOWN, ROUTE_GATE_UNKNOWN, ROUTE_COST_NOT_POSITIVE.
 * @example routesToGrade(result, { dataset, row: 0 }, { locked: ['staff'] }).routes[0].steps.map(({ id, to }) => [id, to]) // [['uptime', 60]]
 */
export function routesToGrade(result: Result, at: RowOf, options: RouteOptions = {}): RouteReport {
  const { locked = [], costs = new Map<string, number>(), assumeCleared = [] } = options
  check(result.plan, options)
  const { grades } = result.plan.framework
  const own = result.grade[at.row] ?? -1
  const target = targetOf(result, at.row, options.target)
  const gates = gatesInTheWay(result, at.row, target)
  const from = grades[own]?.id ?? null
  if (target >= grades.length) return { from, target: null, gates: [], routes: [], reasons: [] }

  const scorer = rowScorer(without(result.plan, assumeCleared), at, options.history)
  const now = scorer.rescore(new Map())
  const levers = leversOf(scorer, now, { locked: new Set(locked), costs })
  const problem: RouteProblem = { scorer, levers, target }
  const open = reaches(problem, allTheWay(problem))
  const cleared = (id: string): RouteGate['cleared'] =>
    assumeCleared.includes(id) ? 'assumed' : open ? 'by-route' : stands(id)
  return {
    from,
    target: grades[target]?.id ?? null,
    gates: gates.map(({ id, kind }) => ({ id, kind, cleared: cleared(id) })),
    routes: open ? findRoutes(problem, now) : [],
    reasons: open ? [] : [...reasonsAgainst(problem), ...lockedReason(problem, now, locked)],
  }

  function stands(id: string): RouteGate['cleared'] {
    const index = scorer.plan.framework.gates.findIndex((gate) => gate.id === id)
    return tryOut(problem, allTheWay(problem)).gates[index]?.[scorer.row] === GateOutcome.fired ? 'no' : 'by-route'
  }
}

function check({ framework, indexOf, nodes }: Plan, options: RouteOptions): void {
  const { target, locked = [], costs = new Map<string, number>(), assumeCleared = [] } = options
  const isIndicator = (id: string): boolean => {
    const node = nodes[indexOf.get(id) ?? -1]
    return node !== undefined && !isBranch(node)
  }
  const ids = nodes.flatMap((node) => (isBranch(node) ? [] : [node.spec.id]))
  const faults = [
    ...(target === undefined || framework.grades.some(({ id }) => id === target)
      ? []
      : [fault('ROUTE_TARGET_UNKNOWN', { grades: framework.grades.map(({ id }) => id) }, { id: target })]),
    ...[...locked, ...costs.keys()]
      .filter((id) => !isIndicator(id))
      .map((id) => fault('ROUTE_INDICATOR_UNKNOWN', { nearest: suggest(id, ids) }, { id })),
    ...assumeCleared
      .filter((id) => !framework.gates.some((gate) => gate.id === id))
      .map((id) => fault('ROUTE_GATE_UNKNOWN', {}, { id })),
    ...[...costs]
      .filter(([, cost]) => !(cost > 0 && cost < Infinity))
      .map(([id, cost]) => fault('ROUTE_COST_NOT_POSITIVE', { cost }, { id })),
  ]
  if (faults.length > 0) throw new FaultError(faults)
}

/** The grade asked for, or the next; without a grade now, the one that the score alone would have. */
function targetOf({ plan, grade, gradeByScore }: Result, row: number, asked: string | undefined): number {
  if (asked !== undefined) return plan.framework.grades.findIndex(({ id }) => id === asked)
  const own = grade[row] ?? -1
  return own >= 0 ? own + 1 : Math.max(0, gradeByScore[row] ?? 0)
}

function gatesInTheWay({ plan, gates }: Result, row: number, target: number) {
  const { gates: specs, grades } = plan.framework
  return specs.filter(
    ({ kind, maxGrade }, index) =>
      gates[index]?.[row] === GateOutcome.fired &&
      (kind !== 'cap' || grades.findIndex(({ id }) => id === maxGrade) < target),
  )
}

const without = (plan: Plan, cleared: readonly string[]): Plan =>
  cleared.length === 0
    ? plan
    : compile({ ...plan.framework, gates: plan.framework.gates.filter(({ id }) => !cleared.includes(id)) })

function lockedReason(problem: RouteProblem, now: Result, locked: readonly string[]): readonly Fault[] {
  if (locked.length === 0) return []
  const costs = new Map(problem.levers.map(({ id, cost }) => [id, cost]))
  const free = { ...problem, levers: leversOf(problem.scorer, now, { locked: new Set(), costs }) }
  return reaches(free, allTheWay(free)) ? [fault('ROUTE_LOCKED_NEEDED', { indicators: locked })] : []
}

function findRoutes(problem: RouteProblem, now: Result): readonly Route[] {
  const gains = gainsAtTop(problem)
  const { few, light } = searchFromTop(problem, gains)
  const safe = safest(problem, gains, light)
  const exact = exactness(problem, now)
  const routes: readonly (Pick<Route, 'kind' | 'survivesOneFailure' | 'method'> & { readonly choice: Choice })[] = [
    { kind: 'fewest', method: exact.count ? 'exact' : 'search', choice: few, survivesOneFailure: false },
    { kind: 'least-effort', method: exact.effort ? 'exact' : 'search', choice: light, survivesOneFailure: false },
    { kind: 'safest', method: 'search', choice: safe.choice, survivesOneFailure: safe.survives },
  ]
  // The kernel has the last word, whatever the search believes of itself.
  return routes
    .filter(({ choice }) => reaches(problem, choice))
    .map(({ choice, ...route }) => ({ ...route, ...describe(problem, now, choice) }))
}

function describe(
  problem: RouteProblem,
  now: Result,
  choice: Choice,
): Pick<Route, 'steps' | 'effort' | 'score' | 'grade'> {
  const { scorer, levers } = problem
  const { grades } = scorer.plan.framework
  const after = tryOut(problem, choice)
  const steps = levers.flatMap((lever, index): readonly RouteStep[] => {
    const setting = lever.settings[choice[index] ?? -1]
    if (!setting) return []
    const { id, from, fromScore } = lever
    const effort = effortOf(lever, choice[index] ?? -1)
    return [{ id, from, fromScore, to: setting.raw, toScore: setting.score, effort, because: why(problem, now, id) }]
  })
  return {
    steps,
    effort: totalEffort(problem, choice),
    score: after.score[scorer.row] ?? NaN,
    grade: grades[after.grade[scorer.row] ?? -1]?.id ?? '',
  }
}

function why({ scorer, target }: RouteProblem, now: Result, id: string): RouteStep['because'] {
  const { plan, row } = scorer
  const { basicRule, grades } = plan.framework
  const above = lineage(plan, id)
  const gated = gatesInTheWay(now, row, target).some(({ when }) =>
    readsOf(plan, when).some((read) => above.includes(readBy(read))),
  )
  if (gated) return 'gate'
  const lines = basicRule.filter(({ grade }) => grades.findIndex((each) => each.id === grade) <= target)
  const placed = indicatorsOf(plan).find(({ spec }) => spec.id === id)
  const score = now.nodes[placed?.index ?? -1]?.score[row] ?? 0
  return placed?.spec.basic && lines.some(({ min }) => !(score >= min)) ? 'basic-rule' : 'points'
}
