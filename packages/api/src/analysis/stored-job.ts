import type { LongJob } from '@plumbline/analysis'

/** A parse step: the column holds what `startAnalysis` took in, and it never changes. */
export const storedJob = (job: unknown): LongJob => job as LongJob
