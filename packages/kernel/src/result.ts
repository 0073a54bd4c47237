import type { Plan } from './compile.ts'
import type { Prepared } from './prepare/prepared.ts'

/** How a node came to its score, or why it has none. */
export const NodeState = {
  /** Scored from a value (an indicator) or from at least one child (a branch). */
  scored: 0,
  /** No value; counted as 0 by the missing policy. */
  zeroed: 1,
  /** No value; left out, its weight re-shared among the siblings. */
  excluded: 2,
  /** Declared not applicable (a branch: all children); weight re-shared. */
  notApplicable: 3,
  /** No score, and the parent has none either (missing under `no-result`). */
  noResult: 4,
  /** A branch below its coverage minimum. */
  belowCoverage: 5,
  /** An indicator that the screening left out, because too few units have it; weight re-shared. */
  screened: 6,
  /** A branch that is scored by comparison and has no other row to be compared with. */
  alone: 7,
} as const
export type NodeState = (typeof NodeState)[keyof typeof NodeState]

/** What a row came to as a whole. */
export const Status = {
  graded: 0,
  vetoed: 1,
  notAdmitted: 2,
  noResult: 3,
  /** The unit has too little data by the standard's own rule: no score, no grade, in nobody's sample. */
  screenedOut: 4,
} as const
export type Status = (typeof Status)[keyof typeof Status]

/** What a gate came to in one row. */
export const GateOutcome = {
  passed: 0,
  fired: 1,
  /** A value that the condition needs is missing. Does not act; shown, because somebody must find out. */
  undecided: 2,
  /** The gate is for other peer groups. */
  notForGroup: 3,
} as const
export type GateOutcome = (typeof GateOutcome)[keyof typeof GateOutcome]

/**
 * Columns of length n in the dataset's row order; arrays of columns in the plan's node or gate order. Scores are on the
 * 1e-9 grid; NaN where there is none.
 */
export interface Result {
  readonly plan: Plan
  readonly size: number
  readonly nodes: readonly NodeColumn[]
  readonly score: Float64Array
  readonly status: Uint8Array
  /** Index into `framework.grades`, -1 where none. By the score alone, and after gates and basic rule. */
  readonly gradeByScore: Int8Array
  readonly grade: Int8Array
  /** One column for each gate, `GateOutcome`. */
  readonly gates: readonly Uint8Array[]
  /** Node index of the basic indicator that holds the grade below `gradeByScore`: the lowest; -1 where none does. */
  readonly limitedBy: Int32Array
  /** Index of the gate that lowers the grade further (a cap), -1 where none does. */
  readonly cappedBy: Int32Array
  /** Competition rank (1, 2, 2, 4) among the graded rows of the period; 0 where not ranked. */
  readonly rank: Int32Array
  /** The same within period and peer group. */
  readonly groupRank: Int32Array
  /** How the data were prepared, with a mark on every cell that is not as reported; absent where nothing was done. */
  readonly prepared?: Prepared
}

/** One node in every row. */
export interface NodeColumn {
  readonly score: Float64Array
  readonly state: Uint8Array
  /** Share of the applicable weight below that has a value, 0 to 1; NaN where not applicable. */
  readonly coverage: Float64Array
  /** Weight after re-sharing among the siblings that count; 0 where the node does not count. */
  readonly effectiveWeight: Float64Array
  /** Points of the parent's score; a loss below `deduct` is negative. 0 where the node does not count; the root's own score. */
  readonly contributionToParent: Float64Array
  /**
   * Points of the root score that this node carries. The indicators' contributions, with the `ownContribution` of
   * branches, add up to the root score.
   */
  readonly contribution: Float64Array
  /** Points that belong to a branch itself: the full marks that `deduct` starts from. 0 for every other method. */
  readonly ownContribution: Float64Array
  /** Indicators: -1 held at the worst end, 1 at the best end, 0 inside. Branches: 0. */
  readonly held: Int8Array
}
