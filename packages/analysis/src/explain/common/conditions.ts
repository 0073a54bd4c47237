import type { Comparison, Condition, Plan } from '@plumbline/kernel'

export type ComparisonCondition = Extract<Condition, { op: Comparison }>

/** The comparisons of a condition in reading order. */
export function comparisonsOf(condition: Condition): readonly ComparisonCondition[] {
  if ('not' in condition) return comparisonsOf(condition.not)
  if ('all' in condition) return condition.all.flatMap(comparisonsOf)
  if ('any' in condition) return condition.any.flatMap(comparisonsOf)
  return 'formula' in condition ? [] : [condition]
}

/** Id of the fact, leaf or node that a comparison reads. */
export const readBy = (comparison: ComparisonCondition): string =>
  'fact' in comparison ? comparison.fact : 'leaf' in comparison ? comparison.leaf : comparison.node

/** A node's id and those of all that it lies below. */
export function lineage(plan: Plan, id: string): readonly string[] {
  const ids: string[] = []
  let at = plan.indexOf.get(id) ?? -1
  for (let node = plan.nodes[at]; node; node = plan.nodes[at]) {
    ids.push(node.spec.id)
    at = node.parent
  }
  return ids
}
