import type { Condition, Framework } from '@plumbline/kernel'
import type { Mutant } from './mutants.ts'
import { nodesOf } from './tree.ts'

/** Why a mutant can never be told from the standard: a reason that is proved, not guessed; null where there is none. */
export function equivalence({ kind, id, field }: Mutant, framework: Framework): string | null {
  if (kind === 'scale' && field === 'normalise.dispersionAlert') return 'MUTANT_ONLY_ALERTS'
  if (kind === 'basic-rule' && !nodesOf(framework).some(({ spec }) => spec.kind === 'indicator' && spec.basic))
    return 'MUTANT_NOTHING_BASIC'
  if (kind === 'scale' && isIdle(framework, id)) return 'MUTANT_WITHOUT_WEIGHT'
  return null
}

/** An indicator that counts nowhere: no weight of its own or above it, not basic, and no gate looks at it. */
function isIdle(framework: Framework, id: string): boolean {
  const nodes = nodesOf(framework)
  const chain: string[] = []
  let weightless = false
  for (
    let at = nodes.find(({ spec }) => spec.id === id);
    at;
    at = nodes.find(({ spec }) => spec.id === at?.parent?.id)
  ) {
    chain.push(at.spec.id)
    const method = at.parent?.aggregate.method
    if (at.spec.weight === 0 && method !== undefined && !['minimum', 'product', 'staircase'].includes(method))
      weightless = true
    if (at.spec.kind === 'indicator' && at.spec.basic) return false
  }
  const watched = framework.gates.flatMap(({ when }) => scoresIn(when))
  return weightless && !chain.some((one) => watched.includes(one))
}

/** Nodes whose score a condition compares; a leaf's raw value is not changed by its rule. */
function scoresIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(scoresIn)
  if ('any' in condition) return condition.any.flatMap(scoresIn)
  if ('not' in condition) return scoresIn(condition.not)
  return 'node' in condition ? [condition.node] : []
}
