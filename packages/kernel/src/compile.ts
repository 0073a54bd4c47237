import { FaultError } from './errors.ts'
import type { BranchSpec, Framework, IndicatorSpec, NodeSpec } from './framework.ts'
import { validateFramework } from './validate/framework.ts'

/** A framework made ready to run: nodes in one array, children before parents, the root last. */
export interface Plan {
  readonly framework: Framework
  readonly nodes: readonly PlanNode[]
  /** Index of the root in `nodes`. */
  readonly root: number
  readonly indexOf: ReadonlyMap<string, number>
}

/** One place of the plan. */
export type PlanNode = PlanBranch | PlanIndicator

interface PlanNodeBase {
  /** Index of the parent, -1 for the root. */
  readonly parent: number
  readonly children: readonly number[]
  /** 0 for the root. */
  readonly depth: number
}

/** A branch of the plan. */
export interface PlanBranch extends PlanNodeBase {
  readonly spec: BranchSpec
}

/** An indicator of the plan: a leaf. */
export interface PlanIndicator extends PlanNodeBase {
  readonly spec: IndicatorSpec
}

/**
 * Lays a framework out for scoring.
 *
 * @param framework - Not changed, and kept in the plan.
 * @returns Nodes in the order of the tree, children before parents.
 * @throws FaultError with every fault that `validateFramework` finds.
 * @example compile(framework).nodes.at(-1)?.spec === framework.root // true
 */
export function compile(framework: Framework): Plan {
  const faults = validateFramework(framework)
  if (faults.length > 0) throw new FaultError(faults)

  const nodes = layOut(framework.root, 0)
  return {
    framework,
    nodes,
    root: nodes.length - 1,
    indexOf: new Map(nodes.map((node, index) => [node.spec.id, index])),
  }
}

/**
 * The same plan with its parameters read as of a date.
 *
 * @param asOf - ISO date, that of the round's lock.
 * @returns The plan itself where the framework has no parameters.
 * @throws FaultError PARAM_NOT_COVERED - a parameter has no value yet at that date.
 * @example planAt(plan, '2026-07-01') === plan // true
 */
export function planAt(plan: Plan, asOf: string): Plan {
  return (plan.framework.params ?? []).length === 0 ? plan : compile({ ...plan.framework, asOf })
}

/**
 * True for a branch of the plan.
 *
 * @example isBranch(plan.nodes[plan.root]) // true
 */
export const isBranch = (node: PlanNode): node is PlanBranch => node.spec.kind === 'branch'

function layOut(root: BranchSpec, depth: number): readonly PlanNode[] {
  const nodes: Mutable<PlanNode>[] = []
  place(root, depth)
  return nodes

  function place(spec: NodeSpec, level: number): number {
    const children = spec.kind === 'branch' ? spec.children.map((child) => place(child, level + 1)) : []
    const index = nodes.length
    nodes.push(
      spec.kind === 'branch'
        ? { spec, parent: -1, children, depth: level }
        : { spec, parent: -1, children, depth: level },
    )
    for (const child of children) {
      const node = nodes[child]
      if (node) node.parent = index
    }
    return index
  }
}

type Mutable<T> = T extends unknown ? { -readonly [K in keyof T]: T[K] } : never
