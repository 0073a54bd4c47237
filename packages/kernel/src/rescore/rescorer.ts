import type { ReadColumn } from '../aggregate/branch.ts'
import { logarithmsOf } from '../aggregate/geometric.ts'
import { certain } from '../certain.ts'
import { isBranch, type Plan } from '../compile.ts'
import type { Column, Dataset } from '../dataset.ts'
import { FaultError } from '../errors.ts'
import { completeDataset, type Completed } from '../formula/complete.ts'
import { numberKeys } from '../peers.ts'
import { readsHistory, settingsOf } from '../pipeline/settings.ts'
import type { PrepareOptions } from '../prepare/prepare.ts'
import type { Result } from '../result.ts'
import { gradedRanks, score } from '../score.ts'
import { block, policyOf } from '../score-tree.ts'
import { shapeFaults } from '../validate/dataset.ts'
import { earlierPeriods, readyData } from '../validate/ready.ts'
import { branchScorer, type BranchScorer } from './branches.ts'
import { grader } from './grades.ts'
import { leafScorer, type Leaves } from './leaves.ts'

/** What a variant of a plan comes to: these columns of its `Result`, to the bit. */
export type Standing = Pick<Result, 'score' | 'status' | 'grade' | 'rank'>

/** A plan and data that differ in part from those they come from. */
export interface Variant {
  /**
   * The same nodes; weights, aggregations, missing policies, and the normalisers, imputation and treatment of indicators may
   * differ.
   */
  readonly plan: Plan
  /** Columns of indicators in place of the dataset's. */
  readonly columns?: ReadonlyMap<string, Column>
  /** See `PrepareOptions`. */
  readonly imputations?: PrepareOptions['imputations']
}

/** Scores one variant. */
export type Rescorer = (variant: Variant) => Standing

/** Edition 1 of `rescorer`. */
export function rescorer(plan: Plan, dataset: Dataset, { history }: { readonly history?: Dataset } = {}): Rescorer {
  readyData(plan, dataset, history)
  const inPeriod = numberKeys(dataset.periods)
  const scoreLeaves = leafScorer()
  const scoreBranches = plan.nodes.map(() => branchScorer())
  const grade = grader()
  const logarithms = keepLogarithms()

  return (variant) => {
    const changed = variant.columns?.size
      ? { ...dataset, columns: new Map([...dataset.columns, ...variant.columns]) }
      : dataset
    try {
      return standing(variant, changed)
    } catch (error) {
      if (!(error instanceof FaultError)) throw error
      return score(variant.plan, changed, { ...(history && { history }), imputations: variant.imputations }) // all faults at once
    }
  }

  function standing({ plan: drawn, columns, imputations }: Variant, changed: Dataset): Standing {
    const shape = columns ? shapeFaults(changed) : []
    const { dataset: complete, faults } = completeDataset(drawn, changed)
    const earlier = history && earlierOf(drawn, history)
    const found = [...shape, ...faults, ...(earlier?.faults ?? [])]
    if (found.length > 0) throw new FaultError(found)
    const leaves = scoreLeaves(drawn, complete, { history: earlier?.dataset, imputations })
    const nodes = scoreNodes({ plan: drawn, dataset: complete, leaves, logarithms }, scoreBranches)
    const { root, grading } = grade(drawn, {
      dataset: complete,
      history: earlier?.dataset,
      prepared: leaves.prepared,
      columns: nodes,
    })
    const { status, grade: grades } = grading
    return { score: root.score, status, grade: grades, rank: gradedRanks(root.score, status, inPeriod) }
  }
}

/** What is read of earlier periods. Facts are those of every variant, and were checked at the start. */
function earlierOf(plan: Plan, history: Dataset): Completed {
  const settings = settingsOf(plan.framework)
  return settings && readsHistory(settings) ? earlierPeriods(plan, history) : { dataset: history, faults: [] }
}

interface Tree {
  readonly plan: Plan
  readonly dataset: Dataset
  readonly leaves: Leaves
  readonly logarithms: (column: ReadColumn) => Float64Array
}

function scoreNodes(
  { plan, dataset, leaves, logarithms }: Tree,
  scorers: readonly BranchScorer[],
): readonly ReadColumn[] {
  const covers = plan.nodes.some((node) => isBranch(node) && (node.spec.minCoverage ?? 0) > 0)
  const columns: ReadColumn[] = []
  for (const [index, node] of plan.nodes.entries()) {
    const column = isBranch(node)
      ? scorers[index]?.({
          spec: node.spec,
          children: node.children.flatMap((child) => columns[child] ?? []),
          policy: policyOf(plan, index),
          dataset,
          covers,
          logarithms,
        })
      : leaves.columns.get(index)
    const scored = certain(column, node.spec.id)
    if (isBranch(node)) block(scored, leaves.prepared)
    columns.push(scored)
  }
  return columns
}

/** Logarithms by column, as long as the column itself is remembered. */
function keepLogarithms(): (column: ReadColumn) => Float64Array {
  const kept = new WeakMap<ReadColumn, Float64Array>()
  return (column) => {
    const logarithms = kept.get(column) ?? logarithmsOf(column)
    kept.set(column, logarithms)
    return logarithms
  }
}
