import type { AnalysisQuestion, Answers, LongInput, LongJob, LongPartial, LongReport } from '@plumbline/analysis'
import type { ThreadClient } from './thread-client.ts'

/** What an analysis thread is asked to do; it does one thing after the other. */
export type Work =
  | { readonly kind: 'answer'; readonly question: AnalysisQuestion }
  /** Makes a long run ready. Nothing of it is kept once it is closed. */
  | { readonly kind: 'open'; readonly run: number; readonly input: LongInput; readonly job: LongJob }
  | { readonly kind: 'work'; readonly run: number; readonly from: number; readonly to: number }
  | { readonly kind: 'partial'; readonly run: number }
  | { readonly kind: 'finish'; readonly run: number; readonly partials: readonly LongPartial[] }
  | { readonly kind: 'close'; readonly run: number }

export interface WorkDone {
  readonly answer: Answers[AnalysisQuestion['kind']]
  /** Steps of the run. */
  readonly open: number
  readonly work: null
  readonly partial: LongPartial
  readonly finish: LongReport
  readonly close: null
}

export type AnalysisThread = ThreadClient<Work, WorkDone>
