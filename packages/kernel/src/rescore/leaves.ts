import { isBranch, type Plan, type PlanIndicator } from '../compile.ts'
import type { Column, Dataset } from '../dataset.ts'
import { FaultError } from '../errors.ts'
import { normaliseIndicator } from '../normalise/indicator.ts'
import { settingsOf } from '../pipeline/settings.ts'
import { prepare, type PrepareOptions } from '../prepare/prepare.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { NodeColumn } from '../result.ts'
import { indicatorColumn, scoreLeaves } from '../score-tree.ts'
import { indicatorFaults } from '../validate/dataset.ts'
import { remember, type Remember } from './remember.ts'

/** Ways to score one indicator that are remembered. */
const WAYS = 8
/** Ways to prepare all data that are remembered: as many as a pool of multiple imputations may have. */
const PREPARATIONS = 32

/** The indicators of one variant. */
export interface Leaves {
  /** By node index; scores not snapped. */
  readonly columns: ReadonlyMap<number, NodeColumn>
  readonly prepared: Prepared | null
}

/** Scores the indicators of a variant, those that were scored before from the same figures not again. */
export type LeafScorer = (plan: Plan, dataset: Dataset, options: PrepareOptions) => Leaves

/**
 * @throws FaultError with the faults of the indicators that are scored for the first time.
 */
export function leafScorer(): LeafScorer {
  const ways = new Map<string, Remember<NodeColumn>>()
  const preparations = remember<Leaves>(PREPARATIONS)

  return (plan, dataset, options) => {
    const leaves = [...plan.nodes.entries()].flatMap(([index, node]) => (isBranch(node) ? [] : [{ index, node }]))
    if (settingsOf(plan.framework)) {
      const parts = leaves.flatMap(({ node }) => [
        ...partsOf(plan, dataset, node),
        node.spec.pipeline?.impute,
        node.spec.pipeline?.treat,
        options.imputations?.get(node.spec.id),
      ])
      return preparations([options.history, ...parts], () => {
        for (const { node } of leaves) check(dataset, node)
        const prepared = prepare(plan, dataset, options)
        return { columns: scoreLeaves(plan, dataset, prepared), prepared }
      })
    }
    const columns = leaves.map(({ index, node }): readonly [number, NodeColumn] => {
      const { spec } = node
      const way = ways.get(spec.id) ?? remember<NodeColumn>(WAYS)
      ways.set(spec.id, way)
      return [index, way(partsOf(plan, dataset, node), () => scoreLeaf(plan, dataset, node))]
    })
    return { columns: new Map(columns), prepared: null }
  }
}

/** What the score of an indicator is worked out from, its pipeline aside. */
function partsOf({ framework }: Plan, { columns }: Dataset, { spec }: PlanIndicator): readonly unknown[] {
  const column: Partial<Column> = columns.get(spec.id) ?? {}
  return [column.values, column.blanks, column.ratings, spec.normalise, spec.missing ?? framework.missing]
}

function scoreLeaf(plan: Plan, dataset: Dataset, node: PlanIndicator): NodeColumn {
  check(dataset, node)
  const { spec } = node
  return indicatorColumn(dataset, spec, { plan, scored: normaliseIndicator(dataset, spec), prepared: undefined })
}

function check(dataset: Dataset, { spec }: PlanIndicator): void {
  const faults = indicatorFaults(dataset, spec)
  if (faults.length > 0) throw new FaultError(faults)
}
