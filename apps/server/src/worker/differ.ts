import { Worker } from 'node:worker_threads'
import type { Differ, DifferRequest } from '@plumbline/api'
import { settle } from '@plumbline/jobs'
import { fault, FaultError } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { DiffResponse } from './diff-worker.ts'

const SCRIPT = new URL('./diff-worker.ts', import.meta.url)

/**
 * Compares versions in a thread that lives for one comparison; comparisons wait for one another, so that there is one
 * thread at most.
 */
export function createDiffer(script: URL = SCRIPT): Differ {
  let last: Promise<unknown> = Promise.resolve()
  return (request, following) => {
    const mine = last.then(() => compare(script, request, following))
    last = mine.catch(() => undefined)
    return mine
  }
}

async function compare(
  script: URL,
  { from, to, options, cases }: DifferRequest,
  { onStep, signal }: Parameters<Differ>[1],
): ReturnType<Differ> {
  // One that was cancelled while it waited is not begun.
  signal.throwIfAborted()
  const worker = new Worker(script)
  // The server lives by its socket; a comparison that nobody waits for any more must not keep it.
  worker.unref()
  const end = (): void => void worker.terminate()
  signal.addEventListener('abort', end, { once: true })
  return new Promise<Awaited<ReturnType<Differ>>>((resolve, reject) => {
    worker.on('message', (response: DiffResponse) => {
      if ('outcome' in response) settle(response.outcome, { resolve, reject })
      else onStep(response.done, response.steps)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new FaultError([fault('ANALYSIS_STOPPED', { reason: `exit ${code}` })])))
    const sent: DifferRequest = { from: sendable(from), to: sendable(to), options, cases }
    worker.postMessage(sent)
  }).finally(() => {
    signal.removeEventListener('abort', end)
    end()
  })
}

/** A plan may be compiled with its first use: it is asked for before it is sent. */
const sendable = ({ ref, uses, catalogue, plan, programs, bundle }: LoadedPlugin): LoadedPlugin => ({
  ref,
  uses,
  catalogue,
  plan,
  programs,
  bundle,
})
