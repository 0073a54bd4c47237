import { score, type Dataset, type Plan, type Result } from '@plumbline/kernel'

/** A dataset to be scored. */
export interface ScoreJob {
  readonly plan: Plan
  readonly dataset: Dataset
  /** Facts of the same units in earlier periods, for look-backs. */
  readonly history: Dataset | null
}

/** Runs the kernel somewhere: the server does it in a worker thread, tests in place. */
export interface Scorer {
  score(job: ScoreJob): Promise<Result>
}

/** Scores on the calling thread. */
export const inlineScorer: Scorer = {
  score: async ({ plan, dataset, history }) => score(plan, dataset, history ? { history } : {}),
}
