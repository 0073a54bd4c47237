import { score, type Dataset, type Plan, type Result } from '@plumbline/kernel'
import { neighbourhood, withChanges, type Changes, type RowOf } from './rows.ts'

/** Scores one row again with other values, by the kernel itself. The row's place in the result is `row`. */
export interface RowScorer extends RowOf {
  readonly plan: Plan
  readonly rescore: (changes: Changes) => Result
}

/**
 * Makes a row ready to be scored again and again.
 *
 * @param history - Rows of earlier periods, as for `score`.
 */
export function rowScorer(plan: Plan, at: RowOf, history?: Dataset): RowScorer {
  const near = neighbourhood(plan, at)
  const options = history ? { history } : {}
  return { plan, ...near, rescore: (changes) => score(plan, withChanges(near, changes), options) }
}
