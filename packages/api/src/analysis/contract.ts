import type {
  AuditReport,
  LongJob,
  LongReport,
  PeriodAttribution,
  RouteReport,
  Standing,
  PlainSpec,
  Waterfall,
} from '@plumbline/analysis'
import type { Fault } from '@plumbline/kernel'
import type { RoundSummary } from '../contract.ts'

/** A long analysis that somebody asked for. It goes on when they leave, and after a restart of the server. */
export interface AnalysisJob {
  readonly id: string
  /** Names the report, once it is there. */
  readonly digest: string
  readonly roundId: string
  readonly kind: LongJob['kind']
  /** What was asked: the same again gives the same figures. */
  readonly job: LongJob
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'
  /** Steps done, of all; draws of an uncertainty run. */
  readonly done: number
  readonly steps: number
  /** Why it failed. */
  readonly faults: readonly Fault[]
  readonly startedAt: string
}

/** Everything that decides a report, and when it was made. */
export interface AnalysisHead {
  readonly digest: string
  readonly job: LongJob
  readonly pluginDigest: string
  readonly inputDigest: string
  readonly kernel: string
  readonly semantics: number
  readonly at: string
  readonly actor: string
}

/** What there is of analyses of a round's newest run. */
export interface RoundAnalyses {
  readonly round: RoundSummary
  /** What is uncertain where nobody says otherwise. */
  readonly defaults: PlainSpec
  /** Jobs that wait or run, and those that ended lately; newest first. */
  readonly jobs: readonly AnalysisJob[]
  /** Reports, newest first. */
  readonly reports: readonly AnalysisHead[]
}

/** A finished analysis, with what it was computed from. */
export interface AnalysisResult {
  readonly head: AnalysisHead
  readonly round: RoundSummary
  /** Names of the units, in the order of the report's rows. */
  readonly names: readonly string[]
  readonly report: LongReport
}

/** The newest uncertainty report of a round as the league table shows it. */
export interface RankIntervals {
  readonly head: AnalysisHead
  readonly units: readonly { readonly unit: string; readonly low: number; readonly high: number }[]
  /** Codes of the units that cannot be told apart, best first. */
  readonly groups: readonly (readonly string[])[]
}

/** The audit of a standard with a round's data. */
export interface RoundAudit {
  readonly round: RoundSummary
  readonly report: AuditReport
}

/** Why a unit's score changed since the period before. */
export interface UnitChange extends PeriodAttribution {
  /** The earlier round. */
  readonly earlier: { readonly roundId: string; readonly period: string; readonly version: string }
  readonly period: string
  readonly version: string
  /** The earlier data were carried over to another version first, and only then shared out between the data. */
  readonly methodFirst: boolean
}

export type { AuditReport, LongJob, LongReport, RouteReport, Standing, PlainSpec, Waterfall }
export type {
  Description,
  EffectiveWeight,
  Evidence,
  FactorIndex,
  Finding,
  PeerComparison,
  Route,
  SensitivityReport,
  UncertaintyReport,
  UnitRanks,
  WeightFigures,
} from '@plumbline/analysis'
