import type { Plan } from '../compile.ts'
import type { Dataset } from '../dataset.ts'
import type { Rescorer } from '../rescore/rescorer.ts'
import type { Result } from '../result.ts'
import type { ScoreOptions } from '../score.ts'
import type { Trace } from '../trace.ts'

/**
 * One edition of the scoring semantics, whole: how a plan is scored, once or in many variants, and how a row of the result is
 * opened. It is frozen
 * on the day of its release by `conformance/semantics-<number>`: a correction that moves a score is a new edition, in
 * files of its own, and may use whatever it leaves unchanged of an older one.
 */
export interface Edition {
  readonly score: (plan: Plan, dataset: Dataset, options?: ScoreOptions) => Result
  readonly rescorer: (plan: Plan, dataset: Dataset, options?: Pick<ScoreOptions, 'history'>) => Rescorer
  // oxlint-disable-next-line max-params -- three parameters, then the options
  readonly trace: (result: Result, dataset: Dataset, row: number, options?: ScoreOptions) => Trace
}

/** Editions by number. */
export type Editions = Readonly<Record<number, Edition>>
