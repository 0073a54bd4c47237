import { asReported, score, type Plan, type Result } from '@plumbline/kernel'
import { attainable, type IncompleteRow } from '../explain/intervals/interval.ts'
import { attributePeriods, type PeriodAttribution, type PeriodChange } from '../explain/attribution/periods.ts'
import { routesToGrade, type RouteReport } from '../explain/routes/routes.ts'
import { strengths, type PeerComparison } from '../explain/strengths/strengths.ts'
import type { Baseline } from '../explain/waterfall/baseline.ts'
import { waterfall, type Waterfall } from '../explain/waterfall/waterfall.ts'
import { auditReport, type AuditReport } from './audit-report.ts'
import { openLongRun, type LongInput, type LongJob } from './long-run.ts'

/** A row of an input. */
export interface AskedRow {
  readonly input: LongInput
  readonly row: number
}

/** The baseline that is asked for. */
export type AskedBaseline =
  | Exclude<Baseline, { kind: 'row' }>
  /** A row of another input: the same unit in an earlier period. */
  | { readonly kind: 'row'; readonly other: AskedRow }

/** Options of routes as plain data. */
export interface AskedRoutes {
  readonly target?: string
  readonly locked?: readonly string[]
  readonly costs?: Readonly<Record<string, number>>
  readonly assumeCleared?: readonly string[]
}

/** Questions that are answered in one go. Plain data, may be sent to another thread. */
export type Question =
  /** Checks a long run and counts its steps, without doing any. */
  | { readonly kind: 'steps'; readonly input: LongInput; readonly job: LongJob }
  | { readonly kind: 'audit'; readonly input: LongInput }
  | ({ readonly kind: 'waterfall'; readonly baseline: AskedBaseline } & AskedRow)
  | ({ readonly kind: 'routes'; readonly options: AskedRoutes } & AskedRow)
  | ({ readonly kind: 'standing' } & AskedRow)
  | { readonly kind: 'change'; readonly change: PeriodChange }

/** Where a row stands among its peers, and what it can still come to while cells are missing. */
export interface Standing {
  readonly strengths: readonly PeerComparison[]
  readonly outlook: IncompleteRow
}

/** The answer to each kind of question. */
export interface Answers {
  readonly steps: number
  readonly audit: AuditReport
  readonly waterfall: Waterfall
  readonly routes: RouteReport
  readonly standing: Standing
  readonly change: PeriodAttribution
}

/** The question of a kind. */
export type QuestionOf<K extends Question['kind']> = Extract<Question, { readonly kind: K }>

/**
 * Answers a question, by scoring its input anew.
 *
 * @throws FaultError with the faults of what the question calls.
 * @example answer({ kind: 'audit', input: { plan, dataset, history: null } }).scored // 4
 */
export function answer(asked: Question): Answers[Question['kind']] {
  const question = 'input' in asked ? { ...asked, input: { ...asked.input, ...asReported(asked.input) } } : asked
  switch (question.kind) {
    case 'steps':
      return openLongRun(question.input, question.job).steps
    case 'audit':
      return auditReport(scored(question.input), question.input.dataset)
    case 'waterfall':
      return waterfall(scored(question.input), rowOf(question), baselineOf(question.baseline))
    case 'routes':
      return routes(question)
    case 'standing':
      return standing(question)
    case 'change':
      return attributePeriods(question.change)
  }
}

const scored = ({ plan, dataset, history }: LongInput): Result => score(plan, dataset, history ? { history } : {})
const rowOf = ({ input, row }: AskedRow) => ({ dataset: input.dataset, row })

const baselineOf = (asked: AskedBaseline): Baseline =>
  asked.kind === 'row' ? { kind: 'row', result: scored(asked.other.input), row: asked.other.row } : asked

function routes({ options, ...asked }: QuestionOf<'routes'>): RouteReport {
  const { costs, ...plain } = options
  const { history } = asked.input
  return routesToGrade(scored(asked.input), rowOf(asked), {
    ...plain,
    ...(costs ? { costs: new Map(Object.entries(costs)) } : {}),
    ...(history ? { history } : {}),
  })
}

function standing(asked: QuestionOf<'standing'>): Standing {
  const { plan, history }: { readonly plan: Plan; readonly history: LongInput['history'] } = asked.input
  const at = rowOf(asked)
  return {
    strengths: strengths(scored(asked.input), at),
    outlook: history ? attainable(plan, at, history) : attainable(plan, at),
  }
}
