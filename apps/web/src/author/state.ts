import type { Catalogue } from '@plumbline/api/contract'
import type { Fault } from '@plumbline/kernel'
import { useEffect, useState } from 'react'

/** A value of a golden case, as `cases.yaml` has it. */
export type Given = number | boolean | string | null | readonly number[]

export interface AuthorCase {
  readonly name: string
  readonly unit: string
  readonly period: string
  readonly group: string | null
  readonly values: Readonly<Record<string, Given>>
}

/** What `plumbline dev` says after each save. */
export interface AuthorState {
  /** Counts the checks. */
  readonly revision: number
  readonly folder: string
  /** Time of the check, ISO 8601. */
  readonly at: string
  /** ISO date as of which parameters are read. */
  readonly asOf: string
  /** Of the files as they are now. */
  readonly faults: readonly Fault[]
  /** The last version that could be used; null where there has been none. */
  readonly standard: {
    readonly catalogue: Catalogue
    readonly cases: readonly AuthorCase[]
    /** Places in which the cases differ from what is recomputed. */
    readonly differences: readonly Fault[]
  } | null
}

export interface Live {
  readonly state: AuthorState | null
  readonly isConnected: boolean
}

/** Follows the command: the newest state, and whether it still speaks. */
export function useAuthorState(): Live {
  const [live, setLive] = useState<Live>({ state: null, isConnected: true })
  useEffect(() => {
    const events = new EventSource('/author/events')
    events.addEventListener('message', ({ data }: MessageEvent<string>) => {
      // Parse step: the same program wrote it.
      setLive({ state: JSON.parse(data) as AuthorState, isConnected: true })
    })
    events.addEventListener('error', () => setLive(({ state }) => ({ state, isConnected: false })))
    return () => events.close()
  }, [])
  return live
}
