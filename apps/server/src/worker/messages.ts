import type { Dataset, Fault, Plan, Result } from '@plumbline/kernel'

/** To the scoring thread. The dataset is copied: the caller keeps it for the trace. */
export interface ScoreRequest {
  readonly id: number
  readonly plan: Plan
  readonly dataset: Dataset
  readonly history: Dataset | null
}

/** From the scoring thread. The plan stays behind; the columns are handed over, not copied. */
export type ScoreResponse =
  | { readonly id: number; readonly result: Omit<Result, 'plan'> }
  | { readonly id: number; readonly faults: readonly Fault[] }
  | { readonly id: number; readonly error: string }
