/**
 * What goes over the wire. Routers return these; the web client and the CLI read them. Plain JSON; null where there is
 * none, never NaN.
 */
import type { Display, Fault, Trace, TraceScreened } from '@plumbline/kernel'
import type { PluginRef, Text } from '@plumbline/plugin-api'
import type { Lock, MigratedItem } from '@plumbline/plugin-host'
import type { Correction, IntakeReport } from '@plumbline/intake'

/** What runs here. */
export interface SystemInfo {
  readonly product: string
  readonly kernel: string
  readonly semantics: number
  readonly database: 'pglite' | 'postgres'
  /** Demonstration data are loaded. */
  readonly demonstration: boolean
}

/** A standard in a line. */
export interface StandardSummary {
  readonly plugin: PluginRef
  readonly core: PluginRef | null
  readonly title: Text
  readonly status: string
  /** Marked 示例: a draft, or example content. */
  readonly example: boolean
  readonly indicators: number
  /** New rounds take this version where nobody chooses. */
  readonly preferred: boolean
  /** The plugin could not be loaded; the rest of the record is what is known of it. */
  readonly faults: readonly Fault[]
}

/** A standard applied to one period: who takes part, under which lock, and the newest run. */
export interface RoundSummary {
  readonly id: string
  readonly plugin: PluginRef
  readonly title: Text
  readonly status: string
  /** Marked 示例: the standard is a draft, or example content. */
  readonly example: boolean
  readonly period: string
  readonly units: number
  readonly demonstration: boolean
  /** The round whose data it scores under another version; null where it has its own. */
  readonly beside: string | null
  readonly lock: Lock
  readonly run: RunSummary | null
}

/** A run in a line. */
export interface RunSummary {
  readonly id: string
  readonly at: string
  readonly inputDigest: string
  readonly resultDigest: string
}

/** One sector of the overview. */
export interface OverviewSector {
  readonly round: RoundSummary
  readonly graded: number
  readonly vetoed: number
  readonly notAdmitted: number
  readonly noResult: number
  readonly grades: readonly GradeCount[]
  readonly median: number | null
  readonly quartiles: readonly [number, number] | null
  readonly coreMedian: number | null
  /** Mean share of applicable weight that has a value. */
  readonly coverage: number | null
  /** One dot a unit, vetoed ones included with their status. */
  readonly dots: readonly {
    readonly unit: string
    readonly name: string
    readonly score: number
    readonly status: RowStatus
  }[]
  /** The same standard a period earlier. */
  readonly previous: { readonly period: string; readonly median: number | null; readonly sameVersion: boolean } | null
}

/** How many units have a grade. */
export interface GradeCount extends Text {
  readonly id: string
  readonly count: number
}

/** What a row came to. */
export type RowStatus = 'graded' | 'vetoed' | 'not-admitted' | 'no-result' | 'screened-out'

/** The league table of a round. */
export interface League {
  readonly round: RoundSummary
  /** Columns of the stacked bar: the root's children. */
  readonly pillars: readonly Pillar[]
  readonly groups: readonly (Text & { readonly id: string })[]
  readonly grades: readonly (Text & { readonly id: string; readonly min: number })[]
  /** How this standard's results are printed. */
  readonly display: Display
  readonly rows: readonly LeagueRow[]
  readonly previousPeriod: string | null
}

/** A child of the root, with what it gives. */
export interface Pillar extends Text {
  readonly id: string
  readonly weight: number
}

/** One unit of a league table. */
export interface LeagueRow {
  readonly unit: string
  readonly name: string
  readonly group: string | null
  readonly status: RowStatus
  readonly score: number | null
  readonly core: number | null
  readonly grade: string | null
  readonly gradeByScore: string | null
  readonly rank: number | null
  readonly groupRank: number | null
  /** Ids of the gates that fired. */
  readonly gates: readonly string[]
  readonly limitedBy: string | null
  readonly cappedBy: string | null
  readonly coverage: number | null
  /** Points of the score by pillar, in the order of `pillars`; with branch-own points they add up to the score. */
  readonly contributions: readonly number[]
  /**
   * Against the period before, where the unit took part; positive is better for both (a rank that came nearer to 1).
   * `sameVersion` false means that the rules changed too.
   */
  readonly change: { readonly score: number | null; readonly rank: number | null; readonly sameVersion: boolean } | null
  /** How many indicators are scored from values that were not reported so; null where the standard prepares no data. */
  readonly prepared: {
    readonly imputed: number
    readonly treated: number
    /** Why the unit was screened out. */
    readonly screened: TraceScreened | null
  } | null
}

/** A unit's result with everything behind it. */
export interface Profile {
  readonly round: RoundSummary
  readonly unit: { readonly code: string; readonly name: string; readonly group: string | null }
  readonly trace: Trace
  readonly history: readonly HistoryPoint[]
  /** Values that the platform worked out from results of other standards, with the runs that gave them. */
  readonly derived: readonly DerivedNote[]
}

/** Where a derived value is from. */
export interface DerivedNote {
  readonly item: string
  /** Number of results. */
  readonly units: number
  readonly sources: readonly {
    readonly round: string
    readonly run: number
    readonly resultDigest: string
    readonly units: number
  }[]
}

/** A unit found by code or name, with the rounds it takes part in, newest first. */
export interface UnitHit {
  readonly code: string
  readonly name: string
  readonly rounds: readonly {
    readonly id: string
    readonly plugin: string
    readonly title: Text
    readonly period: string
  }[]
}

/** A unit's result in one period. */
export interface HistoryPoint {
  readonly roundId: string
  readonly period: string
  readonly version: string
  readonly score: number | null
  readonly core: number | null
  readonly grade: string | null
  readonly rank: number | null
}

/** Several sectors side by side on one node. Scores are present only where the verdict allows it. */
export interface Comparison {
  readonly verdict: Verdict
  readonly node: Text & { readonly id: string }
  /** The node and its children: what the sectors are compared on. */
  readonly columns: readonly (Text & { readonly id: string })[]
  readonly sectors: readonly ComparedSector[]
}

/** Whether rounds may be compared, and why not. */
export interface Verdict {
  readonly comparable: boolean
  /** Why it is fair, as a coded sentence (`COMPARE_SAME_CORE`); null where it is refused. */
  readonly basis: Fault | null
  /** Why not, or what to mind: coded sentences (`severity` error refuses, warning is a caution). */
  readonly reasons: readonly Fault[]
}

/** One sector of a comparison. */
export interface ComparedSector {
  readonly round: RoundSummary
  readonly size: number
  /** By column: five-number summary (min, lower quartile, median, upper quartile, max); null where refused. */
  readonly summaries: readonly (readonly [number, number, number, number, number] | null)[]
  /** Scores on the node, unordered by name, for the dot strip; empty where refused or where the group is too small. */
  readonly dots: readonly { readonly unit: string; readonly name: string; readonly score: number }[]
}

/** What `imports.check` and `commit` take: a `FormData` with `file` (the file) and `request` (an `ImportRequest` as JSON). */
export interface ImportForm {
  get(name: string): unknown
}

/** What is asked of a file. */
export interface ImportRequest {
  readonly plugin: string
  /** The version that new rounds take; the preferred one where nothing is said. */
  readonly version?: string | undefined
  readonly fileName: string
  readonly corrections: readonly Correction[]
}

/** What a file would do, before anything is written. */
export interface ImportCheck extends Omit<IntakeReport, 'table'> {
  readonly accepted: boolean
  readonly units: number
  readonly periods: readonly string[]
  /** Units that the round already has: their row is replaced, the old one kept in the history. */
  readonly replaces: number
}

/** What a file did. */
export interface ImportResult {
  readonly rounds: readonly RoundSummary[]
  readonly units: number
  readonly cells: number
}

/** One event of the chain. */
export interface AuditEvent {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly kind: string
  readonly subject: string
  readonly hash: string
}

export type * from './analysis/contract.ts'

/** What the records above are made of, so that a client needs no other package for its types. */
export type {
  Catalogue,
  CatalogueBranch,
  CatalogueFact,
  CatalogueGate,
  CatalogueIndicator,
  CatalogueNode,
  Ladder,
  PluginRef,
  Term,
  Text,
} from '@plumbline/plugin-api'
export type { Lock } from '@plumbline/plugin-host'
export type { Receipt } from '@plumbline/bundle'
export type { VersionOrigin, VersionState } from '@plumbline/db'
export type * from './registry/contract.ts'
export type * from './rounds/versions.ts'
export type * from './difference/contract.ts'
export type { Bump, Change } from '@plumbline/testkit'
export type { Erratum } from './rounds/errata.ts'
export type { Correction, Preview, PreviewColumn } from '@plumbline/intake'

/** What a migration of a round would do. Nothing has been written. */
export interface MigrationReport {
  readonly from: PluginRef
  readonly to: PluginRef
  readonly period: string
  /** The round that it would make. */
  readonly round: string
  readonly units: number
  /** What becomes of each item; none where the migration itself has faults. */
  readonly items: readonly MigratedItem[]
  /** Why it cannot be done; none where it can. */
  readonly faults: readonly Fault[]
}
