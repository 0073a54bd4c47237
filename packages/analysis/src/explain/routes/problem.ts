import { NodeState, Status, type Result } from '@plumbline/kernel'
import { indicatorsOf } from '../common/indicators.ts'
import type { RowScorer } from '../common/row-scorer.ts'
import { betterSettings, type Setting } from './settings.ts'

/** An indicator that may be moved, and to what. */
export interface Lever {
  readonly id: string
  /** Raw value today; null where there is none to state (missing, or a panel's single ratings). */
  readonly from: number | null
  readonly fromScore: number
  /** Rising by score, at least one. */
  readonly settings: readonly Setting[]
  /** Effort of one score point. */
  readonly cost: number
}

/** For each lever the number of its setting, -1 where it stays as it is. */
export type Choice = readonly number[]

/** One row, what may be moved in it, and the grade that is asked for. */
export interface RouteProblem {
  readonly scorer: RowScorer
  readonly levers: readonly Lever[]
  /** Index into the grades. */
  readonly target: number
}

export interface LeverOptions {
  /** Indicators that stay as they are. */
  readonly locked: ReadonlySet<string>
  /** Effort of one score point, by indicator; 1 where not given. */
  readonly costs: ReadonlyMap<string, number>
}

/** Every indicator that is not locked, applies to the row, counts, and can be better than it is. */
export function leversOf(scorer: RowScorer, now: Result, { locked, costs }: LeverOptions): readonly Lever[] {
  return indicatorsOf(scorer.plan).flatMap(({ spec, index }) => {
    const node = now.nodes[index]
    const state = node?.state[scorer.row]
    if (locked.has(spec.id) || state === NodeState.notApplicable || state === NodeState.screened) return []
    const fromScore = state === NodeState.scored ? (node?.score[scorer.row] ?? 0) : 0
    const raw = scorer.dataset.columns.get(spec.id)?.values[scorer.row] ?? NaN
    const better = betterSettings(spec, scorer, state === NodeState.scored ? fromScore : -1)
    const lever = { id: spec.id, from: Number.isNaN(raw) ? null : raw, fromScore, cost: costs.get(spec.id) ?? 1 }
    return better.length > 0 ? [{ ...lever, settings: better }] : []
  })
}

export const stay = (problem: RouteProblem): number[] => problem.levers.map(() => -1)
export const allTheWay = (problem: RouteProblem): number[] => problem.levers.map(({ settings }) => settings.length - 1)

/** The row scored by the kernel with a choice made. */
export const tryOut = ({ scorer, levers }: RouteProblem, choice: Choice): Result =>
  scorer.rescore(
    new Map(
      levers.flatMap(({ id, settings }, lever) => {
        const setting = settings[choice[lever] ?? -1]
        return setting ? [[id, setting.raw] as const] : []
      }),
    ),
  )

/** Does the kernel give the row the grade asked for? */
export function reaches(problem: RouteProblem, choice: Choice): boolean {
  const { status, grade } = tryOut(problem, choice)
  const { row } = problem.scorer
  return status[row] === Status.graded && (grade[row] ?? -1) >= problem.target
}

/** The root's score with a choice made; NaN where there is none. */
export const rootScore = (problem: RouteProblem, choice: Choice): number =>
  tryOut(problem, choice).score[problem.scorer.row] ?? NaN

/** Score points gained times what a point costs. */
export const effortOf = ({ settings, fromScore, cost }: Lever, setting: number): number =>
  cost * Math.max(0, (settings[setting]?.score ?? fromScore) - fromScore)

export const totalEffort = ({ levers }: RouteProblem, choice: Choice): number =>
  levers.reduce((sum, lever, index) => sum + effortOf(lever, choice[index] ?? -1), 0)
