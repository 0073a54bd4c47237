import { FaultError, type Fault } from '@plumbline/kernel'
import { Worker } from 'node:worker_threads'
import { settle, type Waiting } from './outcome.ts'
import type { ThreadRequest, ThreadResponse } from './serve.ts'

/** One of the kinds of work that a thread does. */
interface Kind {
  readonly kind: string
}

/** A thread that does work of several kinds; `Done` says what each kind gives. */
export interface ThreadClient<Work extends Kind, Done extends Record<Work['kind'], unknown>> {
  /**
   * @throws FaultError with the faults of the work, or the one of `stopped` where the thread died over it.
   */
  perform<K extends Work['kind']>(work: Extract<Work, { readonly kind: K }>): Promise<Done[K]>
  /** Requests without an answer yet. */
  waiting(): number
  isAlive(): boolean
  /** Ends the thread; what it was doing fails. */
  stop(): Promise<void>
}

export interface ThreadOptions {
  /** Says that the thread died, over each request that it had. */
  readonly stopped: (reason: string) => Fault
  /**
   * Keeps the thread ready: it starts at once, and again this long after it died; the pause lets one that cannot start
   * not spin. Without it the thread starts when it is first needed, and again when it is needed after it died.
   */
  readonly restartMs?: number
}

/** A thread of its own for work that would stop the caller's. The script answers with `serveThread`. */
export function createThread<Work extends Kind, Done extends Record<Work['kind'], unknown>>(
  script: URL,
  { stopped, restartMs }: ThreadOptions,
): ThreadClient<Work, Done> {
  const waiting = new Map<number, Waiting<unknown>>()
  let requests = 0
  let worker: Worker | null = null
  let isEnded = false
  if (restartMs !== undefined) running()

  function running(): Worker {
    if (worker) return worker
    const started = new Worker(script)
    let reason = ''
    started.on('message', hear)
    started.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error)
    })
    started.on('exit', (code) => {
      worker = null
      for (const { reject } of waiting.values()) reject(new FaultError([stopped(reason || `exit ${code}`)]))
      waiting.clear()
      if (restartMs !== undefined) setTimeout(() => isEnded || running(), restartMs).unref()
    })
    // A thread that waits must not keep the process; one that works does so for a promise that somebody holds.
    started.unref()
    worker = started
    return started
  }

  function hear({ id, outcome }: ThreadResponse): void {
    const request = waiting.get(id)
    if (!request) return
    waiting.delete(id)
    if (waiting.size === 0) worker?.unref()
    settle(outcome, request)
  }

  return {
    perform: <K extends Work['kind']>(work: Extract<Work, { readonly kind: K }>) =>
      new Promise<Done[K]>((resolve, reject) => {
        const request: ThreadRequest<Work> = { id: (requests += 1), work }
        // The thread answers each kind in its own way; the message's type does not say so.
        waiting.set(request.id, { resolve: (done) => resolve(done as Done[K]), reject })
        const thread = running()
        thread.ref()
        thread.postMessage(request)
      }),
    waiting: () => waiting.size,
    isAlive: () => worker !== null,
    stop: async () => {
      isEnded = true
      await worker?.terminate()
    },
  }
}
