import type { DataUpload, Reader, ScoreJob, UploadedFile } from '@plumbline/api'
import type { Result } from '@plumbline/kernel'

/** To the scoring thread. The dataset is copied: the caller keeps it for the trace. */
export interface ScoreWork extends ScoreJob {
  readonly kind: 'score'
}

/** From the scoring thread. The plan stays behind. */
export type ScoredColumns = Omit<Result, 'plan'>

/** To the reading thread. The file is copied: it may be read again for another version. */
export type ReadWork =
  | { readonly kind: 'data'; readonly file: DataUpload }
  | { readonly kind: 'packed'; readonly file: UploadedFile }

/** From it. */
export interface ReadDone {
  readonly data: Awaited<ReturnType<Reader['readData']>>
  readonly packed: Awaited<ReturnType<Reader['readPacked']>>
}
