import { fault, FaultError } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { DiffOptions, VersionDifference } from '@plumbline/testkit'
import type { DifferenceReport, DifferenceState } from './contract.ts'

/** What is compared; plain enough to be sent to a thread. */
export interface DifferRequest {
  readonly from: LoadedPlugin
  readonly to: LoadedPlugin
  readonly options: Omit<DiffOptions, 'cases' | 'prepare' | 'onStep'>
  /** Golden cases of the two, as they are written. */
  readonly cases: readonly CasesText[]
}

/** Golden cases as they are written beside a version. */
export interface CasesText {
  readonly text: string
  /** What faults call the file. */
  readonly name: string
}

/** How a comparison is followed, and ended before its time. */
export interface Following {
  readonly onStep: (done: number, steps: number) => void
  /** When it fires, the comparison ends and its promise fails. */
  readonly signal: AbortSignal
}

/** Compares two versions off the event loop; the host has it. */
export type Differ = (request: DifferRequest, following: Following) => Promise<VersionDifference>

/** A comparison made ready, and how its outcome is told. */
export interface ReadyDifference {
  readonly request: DifferRequest
  readonly tell: (found: VersionDifference) => DifferenceReport
}

/** How a comparison is begun. */
export interface Beginning {
  readonly ready: () => Promise<ReadyDifference>
  /** Logs what no fault explains and gives the id that the user is shown. */
  readonly report: (error: unknown) => string
}

/** Comparisons of one host, in memory, by what decides them. */
export interface Differences {
  /** How far it is, or how it ended; it is begun where nobody asked before. */
  state(key: string, beginning: Beginning): DifferenceState
  /** Begins one that failed or was cancelled once more. */
  again(key: string, beginning: Beginning): DifferenceState
  /** Ends one that runs. One that has ended stays as it is. */
  cancel(key: string): void
}

const KEPT = 16
const BEGUN: DifferenceState = { state: 'running', done: 0, steps: 0 }

interface Kept {
  readonly state: DifferenceState
  readonly stopping: AbortController
}

/**
 * Keeps comparisons as they run and the last sixteen that ended.
 *
 * @param differ - Compares; it is called once for each key until its outcome is forgotten.
 * @example createDifferences(({ from, to, options }, { onStep }) => diffVersions(from, to, { ...options, onStep }))
 */
export function createDifferences(differ: Differ): Differences {
  const known = new Map<string, Kept>()

  function keep(key: string, one: Kept): void {
    known.delete(key)
    known.set(key, one)
    const over = Array.from(known).filter(([, { state }]) => state.state !== 'running')
    for (const [old] of over.slice(0, Math.max(0, over.length - KEPT))) known.delete(old)
  }

  function begin(key: string, { ready, report }: Beginning): DifferenceState {
    const stopping = new AbortController()
    const { signal } = stopping
    keep(key, { state: BEGUN, stopping })
    // What a comparison says that was cancelled is too late.
    const tell = (state: DifferenceState): void => (signal.aborted ? undefined : keep(key, { state, stopping }))
    const onStep = (done: number, steps: number): void => tell({ state: 'running', done, steps })
    const work = async (): Promise<void> => {
      const { request, tell: reportOf } = await ready()
      tell({ state: 'done', report: reportOf(await differ(request, { onStep, signal })) })
    }
    work().catch((error: unknown) => {
      if (signal.aborted) return
      const faults = error instanceof FaultError ? error.faults : [fault('INTERNAL', { id: report(error) })]
      tell({ state: 'failed', faults })
    })
    return BEGUN
  }

  return {
    state: (key, beginning) => known.get(key)?.state ?? begin(key, beginning),
    again: (key, beginning) => {
      const state = known.get(key)?.state
      return state?.state === 'running' || state?.state === 'done' ? state : begin(key, beginning)
    },
    cancel: (key) => {
      const one = known.get(key)
      if (one?.state.state !== 'running') return
      one.stopping.abort()
      keep(key, { ...one, state: { state: 'cancelled' } })
    },
  }
}
