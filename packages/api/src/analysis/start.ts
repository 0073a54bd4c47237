import { defaultSpec, type LongJob } from '@plumbline/analysis'
import { appendEvent, findAnalysis, storeAnalysis, writing, type StoredRun } from '@plumbline/db'
import { canonicalJson, sha256, type CanonicalObject } from '@plumbline/digest'
import { fault, FaultError, KERNEL_VERSION, SEMANTICS, type Plan } from '@plumbline/kernel'
import type { RequestContext } from '../context.ts'
import type { AnalysisJob } from './contract.ts'
import type { StartJob } from './inputs.ts'
import { analysedRun, type AnalysedRun } from './run-input.ts'

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
  const digest = digestOf(run, job)
  const at = ctx.clock()
  if (await findAnalysis(ctx.database.db, digest)) {
    const ended = { state: 'done', done: steps, steps, faults: [], startedAt: at.toISOString() } as const
    return { id: digest, digest, roundId: key, kind: job.kind, ...ended }
  }
  return ctx.jobs.start({
    digest,
    roundId: key,
    input,
    job,
    steps,
    at,
    run: (watch) => ctx.analyst.run(input, job, watch),
    keep: (report) => keep(ctx, { analysed, job, digest, report }),
    explain: (error) => (error instanceof FaultError ? error.faults : [fault('INTERNAL', { id: ctx.report(error) })]),
  })
}

function complete(asked: StartJob, plan: Plan): LongJob {
  const spec = asked.spec ?? defaultSpec(plan)
  return asked.kind === 'uncertainty'
    ? { kind: asked.kind, spec, seed: asked.seed, draws: asked.draws }
    : { kind: asked.kind, spec, seed: asked.seed, base: asked.base, top: asked.top }
}

/** Digest of everything that decides a report. */
function digestOf({ inputDigest, pluginDigest }: StoredRun, job: LongJob): string {
  const decides = { job: jobOf(job), inputDigest, pluginDigest, kernel: KERNEL_VERSION, semantics: SEMANTICS }
  return `sha256:${sha256(canonicalJson(decides))}`
}

/** A job as plain JSON: it came as such, or is the default one, which is. */
const jobOf = (job: LongJob): CanonicalObject => JSON.parse(JSON.stringify(job)) as CanonicalObject

interface Kept {
  readonly analysed: AnalysedRun
  readonly job: LongJob
  readonly digest: string
  readonly report: unknown
}

function keep(ctx: RequestContext, { analysed: { run, record }, job, digest, report }: Kept): Promise<void> {
  const at = ctx.clock()
  const computedBy = { kernel: KERNEL_VERSION, semantics: SEMANTICS }
  return writing(ctx.database.db, async (tx) => {
    await storeAnalysis(tx, {
      digest,
      runId: run.id,
      kind: job.kind,
      job: jobOf(job),
      ...computedBy,
      report,
      actor: ctx.actor,
      at,
    })
    const payload = { analysis: digest, kind: job.kind, run: run.id, ...computedBy }
    await appendEvent(tx, { at, actor: ctx.actor, kind: 'analysis', subject: record.round.key, payload })
  })
}
