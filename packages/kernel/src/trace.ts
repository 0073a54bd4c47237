import type { AggregateSpec, Condition, GateSpec, IndicatorSpec, NormaliseSpec } from './framework.ts'
import type { Imputed, TreatedMark } from './prepare/prepared.ts'
import type { DropReason } from './screen/availability.ts'
import type { Transform } from './treat/transform.ts'

/**
 * Everything behind one row's result, as plain JSON: each number a reader needs to do the sum by hand. Texts are looked
 * up by id in the standard's catalogue.
 */
export interface Trace {
  readonly unit: string
  readonly period: string
  readonly group: string | null
  readonly status: 'graded' | 'vetoed' | 'not-admitted' | 'no-result' | 'screened-out'
  readonly score: number | null
  readonly root: TraceBranch
  readonly gates: readonly TraceGate[]
  readonly grading: TraceGrading
  readonly rank: { readonly place: number; readonly of: number } | null
  readonly groupRank: { readonly place: number; readonly of: number } | null
  /** Why the unit was screened out; absent where it was not. */
  readonly screened?: TraceScreened
}

/** Why a unit or an indicator was screened out. */
export interface TraceScreened {
  readonly reasons: readonly DropReason[]
  /** Shares, 0 to 1, of what applies: observed, and not zero among those. */
  readonly available: number
  readonly nonZero: number | null
}

/** How a node came to its score, in words for JSON. */
export type TraceState =
  | 'scored'
  | 'zeroed'
  | 'excluded'
  | 'not-applicable'
  | 'no-result'
  | 'below-coverage'
  | 'screened'
  | 'alone'

interface TraceNodeBase {
  readonly id: string
  readonly state: TraceState
  readonly score: number | null
  readonly weight: number
  readonly effectiveWeight: number
  /** Points of the root score. */
  readonly contribution: number
  /** Points of the parent's score. */
  readonly contributionToParent: number
}

/** A branch of a trace, with its children. */
export interface TraceBranch extends TraceNodeBase {
  readonly kind: 'branch'
  readonly aggregate: AggregateSpec
  readonly detail: AggregateDetail
  readonly coverage: number | null
  readonly minCoverage: number | null
  readonly ownContribution: number
  readonly children: readonly TraceNode[]
}

/** An indicator of a trace: from the raw value to its score. */
export interface TraceIndicator extends TraceNodeBase {
  readonly kind: 'indicator'
  readonly basic: boolean
  /** null where blank. */
  readonly raw: number | null
  readonly blank: 'none' | 'unanswered' | 'not-applicable' | 'not-available' | 'withheld'
  readonly normalise: NormaliseSpec
  readonly held: -1 | 0 | 1
  readonly detail: NormaliseDetail
  /** What was done to the reported value before it was normalised; absent where the framework does nothing to any. */
  readonly preparation?: TracePreparation
  /** How the raw value was worked out, where a formula did. */
  readonly formula?: TraceFormula
  /** The program that worked out the raw value, with what it got. */
  readonly code?: TraceCode
  /** The rule that says where the indicator does not apply, with what it came to. */
  readonly notApplicable?: TraceFormula
}

/** A formula with the numbers put in. */
export interface TraceFormula {
  readonly text: string
  /** The names of the text in reading order. */
  readonly names: readonly TraceName[]
  /** What the formula came to; yes and no are 1 and 0, null where it has no value. */
  readonly value: number | null
}

/** A program with the inputs that it got in one row; null where missing. */
export interface TraceCode {
  readonly file: string
  readonly inputs: readonly { readonly id: string; readonly value: number | null }[]
}

/** A name of a formula with the value it had. */
export interface TraceName {
  readonly id: string
  readonly kind: 'column' | 'score' | 'param'
  /** Where the name stands in the text: offsets from and up to. */
  readonly from: number
  readonly to: number
  /** Of a choice the index of its option; null where missing. */
  readonly value: number | null
  /** Of a parameter: the ISO date from which the value holds. */
  readonly since?: string
}

/** From the reported value to the one that is normalised; a step that did nothing here is null. */
export interface TracePreparation {
  /** What the normaliser read; null where there is nothing. */
  readonly value: number | null
  /** The normaliser with its targets and goalposts carried through the treatment. */
  readonly normalise: NormaliseSpec
  /** Why the indicator was left out for everybody. */
  readonly screened: TraceScreened | null
  readonly denominated: {
    readonly by: string
    readonly per: number
    readonly denominator: number
    readonly before: number
    readonly after: number
  } | null
  readonly imputed: {
    readonly method: Imputed['method']
    readonly value: number
    /** null where all observed data gave the value. */
    readonly donors: readonly TraceDonor[] | null
  } | null
  readonly treated: (TreatedMark & { readonly transforms: readonly Transform[] }) | null
}

/** Where an imputed value is from: a unit in a period, or another indicator of the same unit. */
export type TraceDonor = { readonly unit: string; readonly period: string } | { readonly indicator: string }

/** A node of a trace. */
export type TraceNode = TraceBranch | TraceIndicator

/** What the normaliser looked at, beyond its own parameters. */
export type NormaliseDetail =
  | { readonly kind: 'none' }
  /** The two points between which a piecewise value lies. */
  | { readonly kind: 'segment'; readonly from: readonly [number, number]; readonly to: readonly [number, number] }
  | {
      readonly kind: 'panel'
      readonly ratings: readonly number[]
      readonly dispersion: number | null
      readonly alert: boolean
      readonly tooFew: boolean
    }
  | { readonly kind: 'peers'; readonly size: number; readonly rank: number; readonly usedFallback: boolean }
  | {
      readonly kind: 'sample'
      readonly direction: IndicatorSpec['direction']
      readonly count: number
      readonly minimum: number
      readonly maximum: number
      readonly mean: number
      /** null for fewer than two values. */
      readonly deviation: number | null
      /** Values of the sample that this one beats, and that equal it; null where the sample is not kept value by value. */
      readonly beaten: number | null
      readonly equal: number | null
      /** The value of the reference unit. */
      readonly referenceValue: number | null
    }

/** What a branch's method looked at; `size` counts the rows of its sample. */
export type AggregateDetail =
  | { readonly kind: 'none' }
  /** Lowest score first, and the share of the weight that counts from there on. */
  | { readonly kind: 'choquet'; readonly steps: readonly { readonly score: number; readonly worth: number }[] }
  /** The score is mean - variance / (mean + offset). */
  | { readonly kind: 'spread'; readonly mean: number; readonly variance: number; readonly offset: number }
  | {
      readonly kind: 'copeland'
      readonly size: number
      readonly wins: number
      readonly ties: number
      readonly losses: number
    }
  | { readonly kind: 'topsis'; readonly size: number; readonly toBest: number; readonly toWorst: number }
  | {
      readonly kind: 'vikor'
      readonly size: number
      readonly s: number
      readonly r: number
      readonly q: number
      readonly sRange: { readonly low: number; readonly high: number }
      readonly rRange: { readonly low: number; readonly high: number }
      /** The row is one of those that VIKOR proposes. */
      readonly compromise: boolean
    }
  | { readonly kind: 'promethee'; readonly size: number; readonly plus: number; readonly minus: number }
  /** By child; null where it does not count. */
  | { readonly kind: 'grey'; readonly size: number; readonly coefficients: readonly (number | null)[] }

/** A gate of a trace, with what it looked at. */
export interface TraceGate {
  readonly gate: GateSpec
  readonly outcome: 'passed' | 'fired' | 'undecided' | 'not-for-group'
  /** The values compared, in the order of the comparisons in `when`; null where missing. */
  readonly observed: readonly TraceObserved[]
  /** The formulas of `when` in reading order, where it has any. */
  readonly formulas?: readonly TraceFormula[]
  /** True for the cap that decides the final grade. */
  readonly decisive: boolean
}

/** A value that a gate compared. */
export interface TraceObserved {
  readonly condition: Condition
  readonly value: number | null
  /** The period the value is from: an earlier one when the look-back found it. */
  readonly period: string
}

/** How the score became the grade. */
export interface TraceGrading {
  readonly gradeByScore: string | null
  /** Highest grade whose basic rule is met; null where the rule does not limit. */
  readonly basicLimit: {
    readonly grade: string
    readonly indicator: string
    readonly score: number
    readonly required: number
  } | null
  readonly capLimit: { readonly grade: string; readonly gate: string } | null
  readonly grade: string | null
  /** Score still missing to the next grade by score; null at the top or without a score. */
  readonly toNext: { readonly grade: string; readonly points: number } | null
}
