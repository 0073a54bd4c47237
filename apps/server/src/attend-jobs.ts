import { setTimeout as pause } from 'node:timers/promises'
import { jobWork, type App } from '@plumbline/api'

/** Pause between two looks at the jobs. */
const ATTEND_MS = 3000

/**
 * Looks after the jobs from now on: those that a server which died left open, those that were cancelled on another one.
 *
 * @returns Stops looking; it is done when nothing looks any more.
 */
export function attendJobs(app: App): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  const attend = async (): Promise<void> => {
    while (!signal.aborted) {
      await app.jobs.attend(jobWork(app)).catch(app.report)
      await pause(ATTEND_MS, undefined, { ref: false, signal }).catch(() => undefined)
    }
  }
  const attending = attend()
  return async () => {
    stopping.abort()
    await attending
  }
}
