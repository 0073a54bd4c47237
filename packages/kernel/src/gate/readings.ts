import { isBranch, type Plan } from '../compile.ts'
import { Blank, type Dataset } from '../dataset.ts'
import type { IndicatorSpec } from '../framework.ts'
import { rawValues } from '../normalise/raw.ts'
import { snap } from '../numeric/grid.ts'
import { NodeState, type NodeColumn } from '../result.ts'
import type { ComparisonCondition } from './condition.ts'
import type { RowRef } from './look-back.ts'

/** A node as gates and basic rule see it. */
export type SeenColumn = Pick<NodeColumn, 'score' | 'state'>

/** What a comparison finds: a number, or why there is none. */
export type Reading = number | 'missing' | 'not-applicable'

/**
 * Reads the left side of a comparison: a fact from `facts` (an earlier period when looking back), a leaf's raw value or a
 * node's score from the row itself.
 */
export type Reader = (comparison: ComparisonCondition, row: number, facts: RowRef) => Reading

/** A reader over a scored dataset; the raw values of a leaf are read once. */
export function readerOf(plan: Plan, dataset: Dataset, columns: readonly (SeenColumn | undefined)[]): Reader {
  const leaves = new Map<string, Float64Array>()

  return (comparison, row, facts) => {
    if ('fact' in comparison) return readFact(facts, comparison.fact)
    const column = columns[plan.indexOf.get('leaf' in comparison ? comparison.leaf : comparison.node) ?? -1]
    if (column?.state[row] === NodeState.notApplicable) return 'not-applicable'
    return present('leaf' in comparison ? leaf(comparison.leaf)?.[row] : column?.score[row])
  }

  function leaf(id: string): Float64Array | undefined {
    const node = plan.nodes[plan.indexOf.get(id) ?? -1]
    if (!leaves.has(id) && node && !isBranch(node)) leaves.set(id, comparable(dataset, node.spec))
    return leaves.get(id)
  }
}

/** A panel's result is computed, so it is compared on the grid; a reported value is compared as it stands. */
function comparable(dataset: Dataset, spec: IndicatorSpec): Float64Array {
  const raw = rawValues(dataset, spec)
  return spec.normalise.method === 'expert' ? raw.map((value) => snap(value)) : raw
}

function readFact({ dataset, row }: RowRef, id: string): Reading {
  const column = dataset.columns.get(id)
  return column?.blanks[row] === Blank.notApplicable ? 'not-applicable' : present(column?.values[row])
}

const present = (value: number | undefined): Reading => (value === undefined || Number.isNaN(value) ? 'missing' : value)
