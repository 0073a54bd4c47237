import { defaultSpec, type LongJob } from '@plumbline/analysis'
import { findAnalysis } from '@plumbline/db'
import type { Plan } from '@plumbline/kernel'
import type { RequestContext } from '../context.ts'
import type { AnalysisJob } from './contract.ts'
import type { StartJob } from './inputs.ts'
import { jobWork } from './job-work.ts'
import { plainJob, reportDigest } from './report-digest.ts'
import { analysedRun } from './run-input.ts'

/**
 * Starts a long analysis of a round's newest run, or gives the job that is at the same already. Where the report is there
 * the job is done at once. The specification is checked before anything is taken in.
 *
 * @throws FaultError ROUND_UNKNOWN, ROUND_NOT_SCORED - there is nothing to analyse.
 * @throws FaultError UNCERTAINTY_… - every fault of the specification, with the nearest right name.
 * @throws FaultError ANALYSIS_BUSY - too many wait already.
 */
export async function startAnalysis(ctx: RequestContext, key: string, asked: StartJob): Promise<AnalysisJob> {
  const analysed = await analysedRun(ctx, key)
  const { run, input } = analysed
  const job = complete(asked, input.plan)
  const steps = await ctx.analyst.ask({ kind: 'steps', input, job })
  const digest = reportDigest(run, job)
  const startedAt = ctx.clock()
  if (await findAnalysis(ctx.database.db, digest)) {
    const ended = { state: 'done', done: steps, steps, faults: [], startedAt: startedAt.toISOString() } as const
    return { id: digest, digest, roundId: key, kind: job.kind, job, ...ended }
  }
  const { actor } = ctx
  const taken = { digest, roundKey: key, kind: job.kind, asked: plainJob(job), steps, actor, startedAt }
  return ctx.jobs.start(taken, jobWork(ctx))
}

function complete(asked: StartJob, plan: Plan): LongJob {
  const spec = asked.spec ?? defaultSpec(plan)
  return asked.kind === 'uncertainty'
    ? { kind: asked.kind, spec, seed: asked.seed, draws: asked.draws }
    : { kind: asked.kind, spec, seed: asked.seed, base: asked.base, top: asked.top }
}
