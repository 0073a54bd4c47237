import type { LongReport } from '@plumbline/analysis'
import { appendEvent, findAnalysis, storeAnalysis, type Db, type StoredJob } from '@plumbline/db'
import { fault, FaultError, KERNEL_VERSION, SEMANTICS } from '@plumbline/kernel'
import type { App } from '../context.ts'
import type { JobWork } from './jobs.ts'
import { reportDigest } from './report-digest.ts'
import { analysedRun, type AnalysedRun } from './run-input.ts'
import { storedJob } from './stored-job.ts'

/**
 * Does analyses from what is stored of them, so that it makes no difference which server does one, or after how many that
 * died over it: the specification and the seed decide every figure.
 */
export const jobWork = (app: App): JobWork => ({
  perform: async (stored, watch) => {
    const analysed = await analysedRun(app, stored.roundKey)
    const job = storedJob(stored.asked)
    if (reportDigest(analysed.run, job) !== stored.digest)
      throw new FaultError([fault('ANALYSIS_OVERTAKEN', { round: stored.roundKey })])
    // Another server may have been at the same.
    if (await findAnalysis(app.database.db, stored.digest)) return async () => undefined
    const report = await app.analyst.run(analysed.input, job, watch)
    return (tx) => keep(app, tx, { analysed, stored, report })
  },
  explain: (error) => (error instanceof FaultError ? error.faults : [fault('INTERNAL', { id: app.report(error) })]),
})

interface Kept {
  readonly analysed: AnalysedRun
  readonly stored: StoredJob
  readonly report: LongReport
}

async function keep(app: App, tx: Db, { analysed: { run, record }, stored, report }: Kept): Promise<void> {
  const at = app.clock()
  const { digest, kind, asked, actor } = stored
  const computedBy = { kernel: KERNEL_VERSION, semantics: SEMANTICS }
  await storeAnalysis(tx, { digest, runId: run.id, kind, job: asked, ...computedBy, report, actor, at })
  const payload = { analysis: digest, kind, run: run.id, ...computedBy }
  await appendEvent(tx, { at, actor, kind: 'analysis', subject: record.round.key, payload })
}
