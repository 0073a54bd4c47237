import { readsHistory, referencesOf, settingsOf, type Condition, type Framework } from '@plumbline/kernel'

export { datasetOf } from '@plumbline/bundle'

/** What a run reads of earlier rounds. */
export interface EarlierNeed {
  /** Ids of facts and indicators; undefined for all of them. */
  readonly items?: readonly string[]
  /** Units that are not in the round any more are read too: they belong to a reference sample. */
  readonly everyUnit: boolean
}

/**
 * What a run under this framework needs of earlier rounds: the facts that gates look back on, or everything where the
 * pipeline fills over periods or has a reference period. Null for nothing.
 */
export function earlierNeed(framework: Framework): EarlierNeed | null {
  const settings = settingsOf(framework) ?? []
  if (readsHistory(settings)) return { everyUnit: settings.some(({ reference }) => reference?.period !== undefined) }
  const items = lookbackFacts(framework)
  return items.length > 0 ? { items, everyUnit: false } : null
}

/** Facts that some gate looks back on. */
function lookbackFacts(framework: Framework): readonly string[] {
  const gates = framework.gates.filter((gate) => gate.lookbackMonths !== undefined)
  const known = new Set(framework.facts.map(({ id }) => id))
  return Array.from(new Set(gates.flatMap((gate) => factsIn(gate.when))))
    .filter((id) => known.has(id))
    .sort()
}

function factsIn(condition: Condition): readonly string[] {
  if ('fact' in condition) return [condition.fact]
  if ('all' in condition) return condition.all.flatMap(factsIn)
  if ('any' in condition) return condition.any.flatMap(factsIn)
  if ('not' in condition) return factsIn(condition.not)
  if ('formula' in condition) return referencesOf(condition.formula.body).map(({ id }) => id)
  return []
}
