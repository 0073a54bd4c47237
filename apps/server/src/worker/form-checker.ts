import { Worker } from 'node:worker_threads'
import type { FormsToCheck, FormVerdict } from '@plumbline/plugin-host'

/** Holds forms against their manifests, off the event loop. */
export interface FormChecker {
  /** @throws Error where the thread ends without an answer: nothing is checked then. */
  check(asked: FormsToCheck): Promise<FormVerdict>
  stop(): Promise<void>
}

const SCRIPT = new URL('./form-worker.ts', import.meta.url)

/** A checker whose thread lives for one check: after a start nothing more waits for it. */
export function createFormChecker(script: URL = SCRIPT): FormChecker {
  const running = new Set<Worker>()
  return {
    check: async (asked) => {
      const worker = new Worker(script)
      // The server lives by its socket; a check must not keep it.
      worker.unref()
      running.add(worker)
      try {
        return await new Promise<FormVerdict>((resolve, reject) => {
          worker.once('message', resolve)
          worker.once('error', reject)
          worker.once('exit', (code) => reject(new Error(`the check of forms ended without an answer: exit ${code}`)))
          worker.postMessage(asked)
        })
      } finally {
        running.delete(worker)
        await worker.terminate()
      }
    },
    stop: async () => {
      await Promise.all(Array.from(running, (worker) => worker.terminate()))
    },
  }
}
