import type { ComputedUnit } from '@plumbline/bundle'
import type { Dataset, Result } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'

/** A run with everything it was computed from, ready to be traced. */
export interface OpenRun {
  readonly plugin: LoadedPlugin
  readonly dataset: Dataset
  readonly history: Dataset | null
  readonly result: Result
  /** One row of the result with ids in place of indexes; most who open a run ask for few. */
  readonly unitAt: (row: number) => ComputedUnit
}

/** Runs opened lately, by id. Runs never change, so an entry is never out of date. */
export interface RunCache {
  get(runId: number, open: () => Promise<OpenRun>): Promise<OpenRun>
}

/** Keeps the `capacity` runs used last. */
export function createRunCache(capacity: number): RunCache {
  const entries = new Map<number, Promise<OpenRun>>()
  return {
    get: (runId, open) => {
      const found = entries.get(runId) ?? open()
      // A Map keeps the order of insertion: what is taken out and put back is the youngest.
      entries.delete(runId)
      entries.set(runId, found)
      found.catch(() => entries.delete(runId))
      const [oldest] = entries.keys()
      if (entries.size > capacity && oldest !== undefined) entries.delete(oldest)
      return found
    },
  }
}
