import type { BranchSpec, Framework, IndicatorSpec } from './framework.ts'

/** A framework made ready to run: nodes in one array, children before parents, the root last. */
export interface Plan {
  readonly framework: Framework
  readonly nodes: readonly PlanNode[]
  /** Index of the root in `nodes`. */
  readonly root: number
  readonly indexOf: ReadonlyMap<string, number>
}

export interface PlanNode {
  readonly spec: BranchSpec | IndicatorSpec
  /** Index of the parent, -1 for the root. */
  readonly parent: number
  readonly children: readonly number[]
  /** 0 for the root. */
  readonly depth: number
}
