/**
 * A framework is what the kernel runs: a standard reduced to ids and numbers. Texts, sources and evidence stay in the
 * manifest; nothing here is prose and nothing names a sector.
 */
import type { FormulaSpec } from './formula/expression.ts'
import type { InputSpec, ParamSpec } from './formula/inputs.ts'
import type { SampleNormaliseSpec } from './normalise/sample/spec.ts'
import type { PipelineOverride, PipelineSpec } from './pipeline/spec.ts'
import type { SemanticsEdition } from './version.ts'

/** What a node's absence means to its parent. A node that is not applicable never counts: its weight is re-shared. */
export type MissingPolicy = 'zero' | 'exclude' | 'no-result'

/** The whole of a standard that has to do with numbers. */
export interface Framework {
  /** Edition of the scoring semantics; a change that moves any score makes a new edition. */
  readonly semantics: SemanticsEdition
  /** The whole index. Every node scores on 0 to 100. */
  readonly root: BranchSpec
  /** Default for indicators; a branch without a score defaults to `no-result`. */
  readonly missing: MissingPolicy
  readonly facts: readonly FactSpec[]
  /** In order of evaluation within their kind. Kinds run entry, veto, (basic rule), cap. */
  readonly gates: readonly GateSpec[]
  /** Ascending by `min`; the first has the scale's minimum. Lower bounds are included. */
  readonly grades: readonly GradeSpec[]
  /** To reach a grade every basic indicator needs at least this score. Grades not named ask nothing. */
  readonly basicRule: readonly BasicLine[]
  /** Months one period covers; look-backs are counted in whole periods. 12 for a yearly assessment. */
  readonly periodMonths: number
  /** What is done to the data before they are scored; nothing where it is absent. */
  readonly pipeline?: PipelineSpec
  /** Data items that formulas read; each is a column of the dataset. */
  readonly inputs?: readonly InputSpec[]
  readonly params?: readonly ParamSpec[]
  /** ISO date as of which parameters are read. Without it nothing that reads a parameter can be scored. */
  readonly asOf?: string
}

/** A node of the tree: a branch or an indicator. */
export type NodeSpec = BranchSpec | IndicatorSpec

interface NodeBase {
  readonly id: string
  /**
   * Share among the siblings. The weights of one branch sum to 1. Below `deduct` and `bonus` the weight is the points
   * that the child may lose or add; below `staircase`, `minimum`, `product`, `owa` and `choquet-capacity` it is not read
   * (0 by custom).
   */
  readonly weight: number
  /** What this node's absence means to its parent. */
  readonly missing?: MissingPolicy
  /** What is done otherwise than for the whole set, to every indicator from here down. */
  readonly pipeline?: PipelineOverride
}

/** A node with children. */
export interface BranchSpec extends NodeBase {
  readonly kind: 'branch'
  readonly aggregate: AggregateSpec
  /** Least share (0 to 1) of the applicable weight that must have a value; below it the branch has no score. */
  readonly minCoverage?: number
  readonly children: readonly NodeSpec[]
}

/** A leaf of the tree: what is measured and how it is scored. */
export interface IndicatorSpec extends NodeBase {
  readonly kind: 'indicator'
  readonly direction: 'positive' | 'negative' | 'target'
  readonly normalise: NormaliseSpec
  /** Subject to the basic rule. */
  readonly basic?: boolean
  /** The raw value is worked out from inputs, facts, parameters and reported indicators. */
  readonly value?: FormulaSpec
  /** The raw value is worked out from inputs by a program, before scoring; in place of `value`. */
  readonly code?: CodeSpec
  /** The indicator does not apply where this holds, and only there. Reads inputs, facts and parameters. */
  readonly notApplicable?: FormulaSpec
}

/** A program that works out raw values. The kernel runs none: whoever scores hands in the column it gave. */
export interface CodeSpec {
  /** Path of the program, the id of its plugin first. */
  readonly file: string
  /** Ids of the inputs that it gets. */
  readonly inputs: readonly string[]
}

/** How the scores of the children become the score of their branch. */
export type AggregateSpec =
  | { readonly method: 'arithmetic' }
  | { readonly method: 'geometric' }
  | { readonly method: 'harmonic' }
  /** Power mean; exponent 1 is arithmetic, 0 is refused (use geometric). */
  | { readonly method: 'power'; readonly exponent: number }
  /** The weakest child. */
  | { readonly method: 'minimum' }
  /**
   * Children are grades in order, lowest first. With n children, S = the number of leading children scoring at least
   * `metAt`, plus the share (score / 100) of the first that does not; the node scores 100 S / n. GB/T 39117-2020.
   */
  | { readonly method: 'staircase'; readonly metAt: number }
  /** 100 x product of (score / 100): function x real use x data quality. */
  | { readonly method: 'product' }
  /** `full` minus each child's loss, weight x (100 - score) / 100, never below 0. The weight caps the loss. */
  | { readonly method: 'deduct'; readonly full: number }
  /** First child is the base; the others add weight x score / 100 once the base is above `above`; held at `max`. */
  | { readonly method: 'bonus'; readonly above: number; readonly max: number }
  /** Where half of the weight lies below and half above; the mean of two where that is so between them. */
  | { readonly method: 'weighted-median' }
  /** Weights by place, for the best child first, one a child, summing to 1. */
  | { readonly method: 'owa'; readonly weights: readonly number[] }
  /** Choquet integral of a 2-additive capacity: the children's weights are its Shapley values. Pairs not named have none. */
  | { readonly method: 'choquet'; readonly interactions: readonly Interaction[] }
  /** Choquet integral of a capacity given set by set: every set of children but the empty one and all of them. */
  | { readonly method: 'choquet-capacity'; readonly capacity: readonly Coalition[] }
  /** Mean less variance / mean; `adjusted` on the scale 70 to 130 of the adjusted index, brought back to 0 to 100. */
  | { readonly method: 'mazziotta-pareto'; readonly variant: 'plain' | 'adjusted' }
  | SampleAggregateSpec

/** Above 0 the two complement each other, below 0 one can stand for the other. */
export interface Interaction {
  readonly between: readonly [string, string]
  readonly value: number
}

/** What a set of children is worth when they score 100 and the others 0, as a share of 1. */
export interface Coalition {
  readonly of: readonly string[]
  readonly value: number
}

/** Methods that score a unit by the others in its sample: all units of its period, or of its period and peer group. */
export type SampleAggregateSpec = { readonly within: 'period' | 'group' } & (
  | { readonly method: 'copeland' }
  | { readonly method: 'topsis'; readonly scaling: TopsisScaling; readonly distance: TopsisDistance }
  /** `v` is the weight of the group's utility against the strongest regret, 0 to 1. */
  | { readonly method: 'vikor'; readonly v: number }
  | { readonly method: 'promethee'; readonly preference: PreferenceSpec }
  /** `rho` is the distinguishing coefficient, above 0, at most 1. */
  | { readonly method: 'grey-relation'; readonly rho: number }
)

/** What a column is divided by: its Euclidean length, its range (from its minimum), its sum, or nothing. */
export type TopsisScaling = 'vector' | 'min-max' | 'sum' | 'none'
/** How far apart two units are, over all columns. */
export type TopsisDistance = 'euclidean' | 'manhattan' | 'chebyshev'

/** How far a lead of d points is a preference, 0 to 1. Source: Brans and Vincke (1985). */
export type PreferenceSpec =
  /** 1 for any lead. */
  | { readonly shape: 'usual' }
  /** 1 above q. */
  | { readonly shape: 'u-shape'; readonly q: number }
  /** d / p, at most 1. */
  | { readonly shape: 'v-shape'; readonly p: number }
  /** 1/2 above q, 1 above p. */
  | { readonly shape: 'level'; readonly q: number; readonly p: number }
  /** (d - q) / (p - q) between q and p. */
  | { readonly shape: 'linear'; readonly q: number; readonly p: number }
  /** 1 - exp(-d² / 2s²). */
  | { readonly shape: 'gaussian'; readonly s: number }

/** How a raw value becomes a score on 0 to 100. */
export type NormaliseSpec =
  | GoalpostsSpec
  /** Goalposts on ln(x + offset). */
  | { readonly method: 'goalposts-log'; readonly worst: number; readonly best: number; readonly offset: number }
  /** Straight lines between [raw, score] points, raw ascending; held at the ends. */
  | { readonly method: 'piecewise'; readonly points: readonly Point[] }
  /** Exactly the listed levels; anything else is a fault. */
  | { readonly method: 'level-map'; readonly points: readonly Point[] }
  | { readonly method: 'boolean'; readonly whenTrue: number; readonly whenFalse: number }
  /** 100 inside the ideal range, falling linearly to 0 at `low` and `high`. */
  | { readonly method: 'band'; readonly low: number; readonly ideal: readonly [number, number]; readonly high: number }
  /**
   * Panel ratings on `scale`, mapped to 0-100. The mean after one highest and one lowest rating are dropped (plain mean
   * for `mean`); fewer raters than `ratersMin` is missing. A single value stands for a panel's own result.
   */
  | {
      readonly method: 'expert'
      readonly scale: readonly [number, number]
      readonly ratersMin: number
      readonly aggregate: 'trimmed-mean' | 'mean' | 'median'
      /** Sample standard deviation (n - 1), on the rating scale, from which the panel is asked to look again. */
      readonly dispersionAlert: number
    }
  /** 100 (r - 1) / (n - 1), r the average rank by direction within period and peer group of at least `minGroup`. */
  | { readonly method: 'percentile'; readonly minGroup: number; readonly fallback: GoalpostsSpec }
  | SampleNormaliseSpec

/** A straight line between the raw value that scores 0 and the one that scores 100. */
export interface GoalpostsSpec {
  readonly method: 'goalposts'
  /** Raw values that score 0 and 100, in the indicator's unit of measure. `best < worst` when less is better. */
  readonly worst: number
  readonly best: number
}

/** [raw value or level, score 0-100] */
export type Point = readonly [number, number]

/** Something that is known of a unit beside its indicators, for gates. */
export interface FactSpec {
  readonly id: string
  readonly type: 'number' | 'boolean'
}

/** How two values are compared. */
export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!='

/**
 * `fact` and `leaf` compare a raw value, `node` a score (branch or indicator). Booleans are 1 and 0. A comparison with a
 * value that is missing is undecided; with one that is not applicable it is false. So is a formula.
 */
export type Condition =
  | { readonly fact: string; readonly op: Comparison; readonly value: number }
  | { readonly leaf: string; readonly op: Comparison; readonly value: number }
  | { readonly node: string; readonly op: Comparison; readonly value: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly formula: FormulaSpec }

/** A condition that may keep a unit out, take its grade or lower it. */
export interface GateSpec {
  readonly id: string
  /**
   * entry: fires when the condition to enter is NOT met, status `not-admitted`, no grade.
   * veto: fires when the condition holds, status `vetoed`, no grade, the score is kept.
   * cap: fires when the condition holds, the grade is at most `maxGrade`.
   */
  readonly kind: 'entry' | 'veto' | 'cap'
  readonly when: Condition
  /** The gate is for these peer groups only. */
  readonly groups?: readonly string[]
  /** Facts of this unit's earlier periods within so many months count too. */
  readonly lookbackMonths?: number
  /** Required for a cap: a grade id. */
  readonly maxGrade?: string
}

/** A grade, and the score from which it is reached. */
export interface GradeSpec {
  readonly id: string
  readonly min: number
}

/** The least score that every basic indicator needs for a grade. */
export interface BasicLine {
  readonly grade: string
  readonly min: number
}
