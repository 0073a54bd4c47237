export * from './contract.ts'
export type { App, LogEvent, RequestContext } from './context.ts'
export { createStandards, type AtHand, type KnownVersion, type Standards } from './registry/standards.ts'
export { openStandards, type OpenedStandards, type Sources } from './registry/open.ts'
export { registerFiles } from './registry/register.ts'
export { inlineAnalyst } from '@plumbline/analysis'
export {
  createDifferences,
  type CasesText,
  type Differ,
  type Differences,
  type DifferRequest,
} from './difference/differences.ts'
export { createJobs, type Jobs } from './analysis/jobs.ts'
export { jobWork } from './analysis/job-work.ts'
export { inlineReader, type DataUpload, type Reader, type UploadedFile } from './reader.ts'
export { inlineScorer, type ScoreJob, type Scorer } from './scorer.ts'
export { createRunCache, type RunCache } from './runs/cache.ts'
export { warmUp } from './runs/open-run.ts'
export { settle } from './runs/settle.ts'
export { commitImport, type Origin } from './import/commit.ts'
export type { DataFile } from './import/read.ts'
export { appRouter, createCaller, type AppRouter } from './router.ts'
