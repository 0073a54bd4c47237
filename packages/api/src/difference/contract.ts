import type { Fault } from '@plumbline/kernel'
import type { PluginRef, Text } from '@plumbline/plugin-api'
import type { Bump, Change, Outcome, Replay } from '@plumbline/testkit'

/** How two versions of a standard differ. */
export interface DifferenceReport {
  readonly from: PluginRef
  readonly to: PluginRef
  /** What changed, coded sentences in the standard's own words, each with the bump that it asks for. */
  readonly changes: readonly Change[]
  readonly structural: Bump
  readonly replayed: Bump
  readonly least: Bump
  readonly raised: Bump
  readonly enough: boolean
  readonly leastVersion: string
  readonly corrects: Text | null
  readonly replays: readonly ReplayCounts[]
  /** Whose data were replayed; null where only invented values were. */
  readonly round: { readonly id: string; readonly period: string; readonly migrated: boolean } | null
  /** Units of the round whose result moves, those first that move most; the refused before them. */
  readonly movers: readonly Mover[]
  /** Exact shares of the changes, those first that move most. */
  readonly shares: readonly DifferenceShare[]
  /** Rows that the shares are a mean of. */
  readonly sharedRows: number
  /** Why no shares can be said. */
  readonly shareFaults: readonly Fault[]
}

/** How many of the rows replayed move, flip their grade or are refused. */
export interface ReplayCounts extends Pick<Replay, 'source' | 'changed' | 'flipped' | 'refused'> {
  readonly rows: number
}

/** What one group of changes does to scores. */
export interface DifferenceShare {
  /** What and where, for example `weights:service`. */
  readonly id: string
  /** Name of what `id` names: a node, a parameter, a program's path; null where it names nothing. */
  readonly name: Text | null
  /** Mean of the shares and of their sizes, points of the score. */
  readonly mean: number
  readonly size: number
}

/** A unit of the round whose result moves. */
export interface Mover {
  readonly unit: string
  readonly name: string
  readonly before: MoverResult
  /** null where the newer version refuses the data. */
  readonly after: MoverResult | null
  readonly flipped: boolean
  /** Points by change, in the order of `shares`: they add up to the difference; empty where none can be said. */
  readonly shares: readonly (number | null)[]
}

/** Its result under one version; ranks from 1, null where there is none. */
export interface MoverResult extends Pick<Outcome, 'score' | 'grade' | 'status'> {
  readonly rank: number | null
}

/** A comparison is worked out once and kept while the server runs; asking again tells how far it is. */
export type DifferenceState =
  /** `steps` is 0 as long as they have not been counted; `done` counts parts of a step too. */
  | { readonly state: 'running'; readonly done: number; readonly steps: number }
  | { readonly state: 'done'; readonly report: DifferenceReport }
  | { readonly state: 'failed'; readonly faults: readonly Fault[] }
  | { readonly state: 'cancelled' }
