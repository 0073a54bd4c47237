import type { LongInput, LongJob, LongReport } from '@plumbline/analysis'
import { fault, FaultError, type Fault } from '@plumbline/kernel'
import type { AnalysisJob } from './contract.ts'

/** One thing to be done, ready to be run. */
export interface JobRequest {
  readonly digest: string
  readonly roundId: string
  readonly input: LongInput
  readonly job: LongJob
  readonly steps: number
  readonly at: Date
  /** Runs it; what it rejects with when the signal aborts does not matter. */
  readonly run: (watch: {
    readonly signal: AbortSignal
    readonly onProgress: (progress: { readonly done: number; readonly steps: number }) => void
  }) => Promise<LongReport>
  /** Keeps the report. */
  readonly keep: (report: LongReport) => Promise<void>
  /** Faults of an error, logged where no fault explains it. */
  readonly explain: (error: unknown) => readonly Fault[]
}

export interface JobLimits {
  /** At work at one time; their shares take turns. */
  readonly running: number
  /** In line behind them; more are refused. */
  readonly waiting: number
  /** That ended and are still told of. */
  readonly remembered: number
}

const JOB_LIMITS: JobLimits = { running: 2, waiting: 8, remembered: 50 }

/** The jobs of one host, in memory: see decision record 0026. */
export interface Jobs {
  /**
   * Takes a job in; the one that is at the same already is given instead.
   *
   * @throws FaultError ANALYSIS_BUSY - too many wait already.
   */
  start(request: JobRequest): AnalysisJob
  /** @throws FaultError ANALYSIS_UNKNOWN */
  find(id: string): AnalysisJob
  /** Stops a job that waits or runs; one that has ended stays as it is. @throws FaultError ANALYSIS_UNKNOWN */
  cancel(id: string): AnalysisJob
  /** Newest first. */
  ofRound(roundId: string): readonly AnalysisJob[]
  /** Cancels everything and waits until nothing runs. */
  stop(): Promise<void>
}

interface Entry {
  job: AnalysisJob
  readonly request: JobRequest
  readonly abort: AbortController
  ended: Promise<void> | null
}

/** The jobs of a server: none at first. */
export function createJobs(limits: JobLimits = JOB_LIMITS): Jobs {
  const entries = new Map<string, Entry>()
  let count = 0
  const inState = (state: AnalysisJob['state']): readonly Entry[] =>
    [...entries.values()].filter(({ job }) => job.state === state)
  const open = (entry: Entry): boolean => entry.job.state === 'waiting' || entry.job.state === 'running'

  function advance(): void {
    const free = limits.running - inState('running').length
    for (const entry of inState('waiting').slice(0, Math.max(0, free))) entry.ended = perform(entry)
    const past = [...entries.values()].filter((entry) => !open(entry))
    for (const { job } of past.slice(0, Math.max(0, past.length - limits.remembered))) entries.delete(job.id)
  }

  async function perform(entry: Entry): Promise<void> {
    const { request, abort } = entry
    entry.job = { ...entry.job, state: 'running' }
    try {
      const report = await request.run({
        signal: abort.signal,
        onProgress: ({ done, steps }) => {
          entry.job = { ...entry.job, done, steps }
        },
      })
      abort.signal.throwIfAborted()
      await request.keep(report)
      entry.job = { ...entry.job, state: 'done' }
    } catch (error) {
      entry.job = abort.signal.aborted
        ? { ...entry.job, state: 'cancelled' }
        : { ...entry.job, state: 'failed', faults: request.explain(error) }
    }
    advance()
  }

  function entryOf(id: string): Entry {
    const found = entries.get(id)
    if (!found) throw new FaultError([fault('ANALYSIS_UNKNOWN', { id })])
    return found
  }

  function cancel(entry: Entry): void {
    if (!open(entry)) return
    entry.abort.abort()
    entry.job = { ...entry.job, state: 'cancelled' }
  }

  return {
    start: (request) => {
      const same = [...entries.values()].find((entry) => entry.job.digest === request.digest && open(entry))
      if (same) return same.job
      const waiting = inState('waiting').length
      if (waiting >= limits.waiting) throw new FaultError([fault('ANALYSIS_BUSY', { waiting })])
      const job = newJob(request, (count += 1))
      entries.set(job.id, { job, request, abort: new AbortController(), ended: null })
      advance()
      return entryOf(job.id).job
    },
    find: (id) => entryOf(id).job,
    cancel: (id) => {
      cancel(entryOf(id))
      return entryOf(id).job
    },
    ofRound: (roundId) =>
      Array.from(entries.values(), ({ job }) => job)
        .filter((job) => job.roundId === roundId)
        .reverse(),
    stop: async () => {
      for (const entry of entries.values()) cancel(entry)
      await Promise.all(Array.from(entries.values(), ({ ended }) => ended ?? Promise.resolve()))
    },
  }
}

const newJob = ({ digest, roundId, job, steps, at }: JobRequest, number: number): AnalysisJob => ({
  // The start of the digest keeps an id of an earlier start of the server from meaning another job.
  id: `${number}-${digest.replace('sha256:', '').slice(0, 12)}`,
  digest,
  roundId,
  kind: job.kind,
  state: 'waiting',
  done: 0,
  steps,
  faults: [],
  startedAt: at.toISOString(),
})
