import {
  beatJob,
  cancelJob,
  claimJob,
  countWaiting,
  endJob,
  findJob,
  forgetJobs,
  insertJob,
  jobsOfRound,
  openJobOf,
  recoverJobs,
  releaseJobs,
  writing,
  type Database,
  type Db,
  type NewJob,
  type StoredJob,
} from '@plumbline/db'
import { fault, FaultError, type Fault } from '@plumbline/kernel'
import type { AnalysisJob } from './contract.ts'
import { jobId, jobNumber, toldJob } from './told-job.ts'

/** How a job is followed and stopped. */
export interface JobWatch {
  readonly signal: AbortSignal
  readonly onProgress: (progress: { readonly done: number }) => void
}

/** Does the work of jobs. */
export interface JobWork {
  /**
   * Does a job as it is stored.
   *
   * @returns What keeps the report, in the transaction in which the job becomes done.
   */
  perform(job: StoredJob, watch: JobWatch): Promise<(tx: Db) => Promise<void>>
  /** Faults of an error, logged where no fault explains it. */
  explain(error: unknown): readonly Fault[]
}

export interface JobLimits {
  /** At work at one time on one server; their shares take turns. */
  readonly running: number
  /** In line behind them; more are refused. */
  readonly waiting: number
  /** That ended and are still told of. */
  readonly remembered: number
}

const JOB_LIMITS: JobLimits = { running: 2, waiting: 8, remembered: 50 }
/** A job that servers died over so often is more likely the reason than the victim. */
const MOST_INTERRUPTIONS = 3
/** A server on a shared database that is silent for so long is dead; `attend` is called several times in it. */
const SILENT_SECONDS = 15

/** The jobs of a database, and those that this server is at: see decision record 0053. */
export interface Jobs {
  /**
   * Takes a job in; the one that is at the same already is given instead.
   *
   * @throws FaultError ANALYSIS_BUSY - too many wait already.
   */
  start(asked: NewJob, work: JobWork): Promise<AnalysisJob>
  /** @throws FaultError ANALYSIS_UNKNOWN */
  find(id: string): Promise<AnalysisJob>
  /** Stops a job that waits or runs; one that has ended stays as it is. @throws FaultError ANALYSIS_UNKNOWN */
  cancel(id: string): Promise<AnalysisJob>
  /** Newest first. */
  ofRound(roundId: string): Promise<readonly AnalysisJob[]>
  /**
   * Says that this server lives, and takes up what no other is at: what a server that died left open, and what waits. To be
   * called at the start and every few seconds.
   */
  attend(work: JobWork): Promise<void>
  /** Stops what this server is at and puts it back in line. */
  stop(): Promise<void>
}

/** A job that this server is at. */
interface Entry {
  done: number
  ended: Promise<void>
  readonly abort: AbortController
}

export interface JobsOptions {
  /** Names this server; no other start of it, and no other server, may have the same name. */
  readonly server: string
  readonly limits?: JobLimits
}

/** Keeps the jobs of a database. */
export function createJobs({ db, kind }: Database, { server, limits = JOB_LIMITS }: JobsOptions): Jobs {
  const entries = new Map<number, Entry>()
  let turn: Promise<void> = Promise.resolve()
  const stopping = new AbortController()

  /** Takes from the line while there is room. */
  async function take(work: JobWork): Promise<void> {
    while (!stopping.signal.aborted && entries.size < limits.running) {
      const claimed = await claimJob(db, server)
      if (!claimed) return
      begin(claimed, work)
    }
  }

  /** One after the other, so that each sees what the last has taken. */
  function advance(work: JobWork): Promise<void> {
    const mine = turn.then(() => take(work))
    turn = mine.catch(() => undefined)
    return mine
  }

  function begin(job: StoredJob, work: JobWork): void {
    const entry: Entry = { done: 0, ended: Promise.resolve(), abort: new AbortController() }
    entries.set(job.id, entry)
    entry.ended = perform(job, work, entry)
      .finally(() => entries.delete(job.id))
      .then(() => advance(work))
      .catch((error: unknown) => void work.explain(error))
  }

  async function perform(job: StoredJob, work: JobWork, entry: Entry): Promise<void> {
    const end = { id: job.id, server }
    const { signal } = entry.abort
    try {
      const keep = await work.perform(job, {
        signal,
        onProgress: ({ done }) => {
          entry.done = done
        },
      })
      signal.throwIfAborted()
      await writing(db, async (tx) => {
        if (await endJob(tx, { ...end, state: 'done', faults: [] })) await keep(tx)
      })
    } catch (error) {
      // Whoever aborted has said in the database what becomes of the job.
      if (!signal.aborted) await endJob(db, { ...end, state: 'failed', faults: work.explain(error) })
    }
  }

  /** With the progress that only this server knows yet. */
  function told(job: StoredJob): AnalysisJob {
    const entry = job.state === 'running' ? entries.get(job.id) : undefined
    return toldJob(job, entry?.done ?? job.done)
  }

  async function stored(id: string): Promise<StoredJob> {
    const number = jobNumber(id)
    const found = number === null ? null : await findJob(db, number)
    if (!found || jobId(found) !== id) throw new FaultError([fault('ANALYSIS_UNKNOWN', { id })])
    return found
  }

  return {
    start: async (asked, work) => {
      const job = await writing(db, async (tx) => {
        const same = await openJobOf(tx, asked.digest)
        if (same) return same
        const waiting = await countWaiting(tx)
        if (waiting >= limits.waiting) throw new FaultError([fault('ANALYSIS_BUSY', { waiting })])
        await forgetJobs(tx, limits.remembered)
        return insertJob(tx, asked)
      })
      await advance(work)
      return told((await findJob(db, job.id)) ?? job)
    },
    find: async (id) => told(await stored(id)),
    cancel: async (id) => {
      const { id: number } = await stored(id)
      await cancelJob(db, number)
      entries.get(number)?.abort.abort()
      return told(await stored(id))
    },
    ofRound: async (roundId) => (await jobsOfRound(db, roundId)).map(told),
    attend: async (work) => {
      for (const [id, { done, abort }] of entries) if (!(await beatJob(db, { id, server, done }))) abort.abort()
      // Nobody else can have an embedded database open: whoever was at its jobs is dead.
      const silentSeconds = kind === 'pglite' ? 0 : SILENT_SECONDS
      const most = MOST_INTERRUPTIONS
      const given = fault('ANALYSIS_INTERRUPTED', { times: most })
      await recoverJobs(db, { server, silentSeconds, most, fault: given })
      await advance(work)
    },
    stop: async () => {
      stopping.abort()
      await turn
      for (const { abort } of entries.values()) abort.abort()
      await releaseJobs(db, server)
      await Promise.all(Array.from(entries.values(), ({ ended }) => ended))
    },
  }
}
