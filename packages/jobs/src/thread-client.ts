import { fault, FaultError } from '@plumbline/kernel'
import { Worker } from 'node:worker_threads'
import type { Work, WorkDone, WorkOf, WorkRequest, WorkResponse } from './messages.ts'

/** One thread, started when it is first needed and again after it died. */
export interface ThreadClient {
  /**
   * @throws FaultError with the faults of the work, or ANALYSIS_STOPPED where the thread died over it.
   */
  perform<K extends Work['kind']>(work: WorkOf<K>): Promise<WorkDone[K]>
  /** Requests without an answer yet. */
  waiting(): number
  stop(): Promise<void>
}

interface Waiting {
  readonly resolve: (done: WorkDone[Work['kind']]) => void
  readonly reject: (error: Error) => void
}

export function createThread(script: URL): ThreadClient {
  const waiting = new Map<number, Waiting>()
  let requests = 0
  let worker: Worker | null = null

  function running(): Worker {
    if (worker) return worker
    const started = new Worker(script)
    let reason = ''
    started.on('message', settle)
    started.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error)
    })
    started.on('exit', (code) => {
      if (worker === started) worker = null
      for (const { reject } of waiting.values())
        reject(new FaultError([fault('ANALYSIS_STOPPED', { reason: reason || `exit ${code}` })]))
      waiting.clear()
    })
    // A thread that waits must not keep the process; one that works does so for a promise that somebody holds.
    started.unref()
    worker = started
    return started
  }

  function settle(response: WorkResponse): void {
    const request = waiting.get(response.id)
    if (!request) return
    waiting.delete(response.id)
    if (waiting.size === 0) worker?.unref()
    if ('done' in response) request.resolve(response.done)
    else request.reject('faults' in response ? new FaultError(response.faults) : new Error(response.error))
  }

  return {
    perform: <K extends Work['kind']>(work: WorkOf<K>) =>
      new Promise<WorkDone[K]>((resolve, reject) => {
        const request: WorkRequest = { id: (requests += 1), work }
        // `perform` in the thread answers each kind in its own way; the message's type does not say so.
        waiting.set(request.id, { resolve: (done) => resolve(done as WorkDone[K]), reject })
        const thread = running()
        thread.ref()
        thread.postMessage(request)
      }),
    waiting: () => waiting.size,
    stop: async () => {
      await worker?.terminate()
    },
  }
}
