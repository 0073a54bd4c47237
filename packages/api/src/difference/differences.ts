import { fault, FaultError } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { DiffOptions, VersionDifference } from '@plumbline/testkit'
import type { DifferenceReport, DifferenceState } from './contract.ts'

/** What is compared; plain enough to be sent to a thread. */
export interface DifferRequest {
  readonly from: LoadedPlugin
  readonly to: LoadedPlugin
  readonly options: Omit<DiffOptions, 'prepare' | 'onStep'>
}

/** Compares two versions off the event loop; the host has it. */
export type Differ = (
  request: DifferRequest,
  onStep: (done: number, steps: number) => void,
) => Promise<VersionDifference>

/** A comparison made ready, and how its outcome is told. */
export interface ReadyDifference {
  readonly request: DifferRequest
  readonly tell: (found: VersionDifference) => DifferenceReport
}

/** Comparisons of one host, in memory, by what decides them. */
export interface Differences {
  /** How far it is; it is begun where nobody asked before. A failed one is told once and forgotten. */
  state(key: string, ready: () => Promise<ReadyDifference>, report: (error: unknown) => string): DifferenceState
}

const KEPT = 16
const BEGUN: DifferenceState = { state: 'running', done: 0, steps: 0 }

/**
 * Keeps comparisons as they run and the last sixteen that ended.
 *
 * @param differ - Compares; it is called once for each key until its outcome is forgotten.
 * @example createDifferences(({ from, to, options }, onStep) => diffVersions(from, to, { ...options, onStep }))
 */
export function createDifferences(differ: Differ): Differences {
  const states = new Map<string, DifferenceState>()

  function keep(key: string, state: DifferenceState): void {
    states.delete(key)
    states.set(key, state)
    const over = Array.from(states).filter(([, one]) => one.state !== 'running')
    for (const [old] of over.slice(0, Math.max(0, over.length - KEPT))) states.delete(old)
  }

  async function work(key: string, ready: () => Promise<ReadyDifference>): Promise<void> {
    const { request, tell } = await ready()
    const found = await differ(request, (done, steps) => keep(key, { state: 'running', done, steps }))
    keep(key, { state: 'done', report: tell(found) })
  }

  return {
    state: (key, ready, report) => {
      const known = states.get(key)
      if (known?.state === 'failed') states.delete(key)
      if (known) return known
      keep(key, BEGUN)
      work(key, ready).catch((error: unknown) => {
        const faults = error instanceof FaultError ? error.faults : [fault('INTERNAL', { id: report(error) })]
        keep(key, { state: 'failed', faults })
      })
      return BEGUN
    },
  }
}
