import type { ScoreJob } from '@plumbline/api'
import type { Result } from '@plumbline/kernel'

/** To the scoring thread. The dataset is copied: the caller keeps it for the trace. */
export interface ScoreWork extends ScoreJob {
  readonly kind: 'score'
}

/** From the scoring thread. The plan stays behind. */
export type ScoredColumns = Omit<Result, 'plan'>
