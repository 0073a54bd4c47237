import { referencesOf, type Comparison, type Condition, type Plan, type Reference } from '@plumbline/kernel'

export type ComparisonCondition = Extract<Condition, { op: Comparison }>

/** The comparisons of a condition in reading order. */
export function comparisonsOf(condition: Condition): readonly ComparisonCondition[] {
  if ('not' in condition) return comparisonsOf(condition.not)
  if ('all' in condition) return condition.all.flatMap(comparisonsOf)
  if ('any' in condition) return condition.any.flatMap(comparisonsOf)
  return 'formula' in condition ? [] : [condition]
}

/** One thing that a condition looks at. */
export type Read = { readonly fact: string } | { readonly leaf: string } | { readonly node: string }

/** What a condition looks at in reading order, the names of its formulas included. */
export function readsOf(plan: Plan, condition: Condition): readonly Read[] {
  if ('not' in condition) return readsOf(plan, condition.not)
  if ('all' in condition) return condition.all.flatMap((part) => readsOf(plan, part))
  if ('any' in condition) return condition.any.flatMap((part) => readsOf(plan, part))
  if ('formula' in condition) return referencesOf(condition.formula.body).flatMap((name) => readOf(plan, name))
  return [condition]
}

/** Parameters and inputs are no facts, leaves or nodes. */
function readOf({ framework, indexOf }: Plan, { op, id }: Reference): readonly Read[] {
  if (op === 'score') return [{ node: id }]
  if (indexOf.has(id)) return [{ leaf: id }]
  return framework.facts.some((fact) => fact.id === id) ? [{ fact: id }] : []
}

/** Id of the fact, leaf or node that is looked at. */
export const readBy = (read: Read): string => ('fact' in read ? read.fact : 'leaf' in read ? read.leaf : read.node)

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
