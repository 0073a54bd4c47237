import { Worker } from 'node:worker_threads'
import type { Scorer } from '@plumbline/api'
import { fault, FaultError, type Plan, type Result } from '@plumbline/kernel'
import type { ScoreRequest, ScoreResponse } from './messages.ts'

export interface WorkerScorer extends Scorer {
  state(): 'alive' | 'down'
  stop(): Promise<void>
}

interface Waiting {
  readonly plan: Plan
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

const SCRIPT = new URL('./score-worker.ts', import.meta.url)
/** Pause before a dead thread is started again, so that one that cannot start does not spin. */
const RESTART_MS = 1000

/**
 * Scores in a thread of its own, so that the server answers meanwhile. A thread that dies fails the jobs it had, each
 * with SCORING_STOPPED; the next job, or a moment's pause, starts a new one.
 */
export function createWorkerScorer(script: URL = SCRIPT): WorkerScorer {
  const waiting = new Map<number, Waiting>()
  let jobs = 0
  let stopped = false
  let worker: Worker | null = null
  running()

  function running(): Worker {
    if (worker) return worker
    const started = new Worker(script)
    let reason = ''
    started.on('message', settle)
    started.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error)
    })
    started.on('exit', (code) => {
      worker = null
      for (const { reject } of waiting.values())
        reject(new FaultError([fault('SCORING_STOPPED', { reason: reason || `exit ${code}` })]))
      waiting.clear()
      if (!stopped) setTimeout(() => stopped || running(), RESTART_MS).unref()
    })
    // The server lives by its socket; a thread that waits must not keep the process. One that works must: before the
    // socket is open, at the first scoring of a start, nothing else would.
    started.unref()
    worker = started
    return started
  }

  function settle(response: ScoreResponse): void {
    const job = waiting.get(response.id)
    if (!job) return
    waiting.delete(response.id)
    if (waiting.size === 0) worker?.unref()
    if ('result' in response) job.resolve({ ...response.result, plan: job.plan })
    else job.reject('faults' in response ? new FaultError(response.faults) : new Error(response.error))
  }

  return {
    score: ({ plan, dataset, history }) =>
      new Promise((resolve, reject) => {
        const request: ScoreRequest = { id: (jobs += 1), plan, dataset, history }
        waiting.set(request.id, { plan, resolve, reject })
        const thread = running()
        thread.ref()
        thread.postMessage(request)
      }),
    state: () => (worker ? 'alive' : 'down'),
    stop: async () => {
      stopped = true
      await worker?.terminate()
    },
  }
}
