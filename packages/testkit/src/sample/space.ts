import {
  FaultError,
  GateOutcome,
  isBranch,
  score,
  settingsOf,
  withoutFormulas,
  type Condition,
  type Framework,
  type IndicatorSpec,
  type InputSpec,
  type Plan,
  type Result,
} from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import { domainOf } from './domain.ts'
import { datasetOf, type SampleRow } from './row.ts'

/** Everything that a standard's data can be made of. */
export interface SampleSpace {
  readonly indicators: readonly IndicatorSpec[]
  /** By indicator id, from the worst to the best. */
  readonly domains: ReadonlyMap<string, readonly number[]>
  /** Facts, and the data items that formulas read. */
  readonly facts: readonly FactDomain[]
  /** Peer groups, and null for a unit without one. */
  readonly groups: readonly (string | null)[]
}

export interface FactDomain {
  readonly id: string
  /** The value at which the fewest gates fire first, then the others. */
  readonly values: readonly number[]
}

/** The sample space of a standard: domains of its indicators, facts at the thresholds of its gates, data items, groups. */
export function spaceOf(catalogue: Pick<Catalogue, 'groups'>, plan: Plan): SampleSpace {
  const indicators = plan.nodes.flatMap((node) =>
    isBranch(node) || node.spec.value || node.spec.code ? [] : [node.spec],
  )
  const domains = new Map(indicators.map((spec) => [spec.id, domainOf(spec)]))
  const groups = [...catalogue.groups.map(({ id }) => id), null]
  const facts = [...factDomains(withoutFormulas(plan), domains), ...(plan.framework.inputs ?? []).map(inputDomain)]
  return { indicators, domains, groups, facts }
}

/** Plausible values of a data item: the options of a choice, a few orders of size of a number. */
function inputDomain({ id, type, options = 0, min = -Infinity, max = Infinity }: InputSpec): FactDomain {
  if (type === 'boolean') return { id, values: [0, 1] }
  if (type === 'choice') return { id, values: Array.from({ length: options }, (_, option) => option) }
  return { id, values: [100, 50, 200, 10, 1].map((value) => Math.min(max, Math.max(min, value))) }
}

/** The row that does best everywhere and at which the fewest gates fire: `quiet` has nothing to hide. */
export function bestRow(space: SampleSpace): SampleRow {
  return {
    group: space.groups[0] ?? null,
    cells: new Map([
      ...[...space.domains].map(([id, domain]) => [id, domain.at(-1) ?? null] as const),
      ...space.facts.map(({ id, values }) => [id, values[0] ?? null] as const),
    ]),
  }
}

function factDomains(plan: Plan, domains: ReadonlyMap<string, readonly number[]>): readonly FactDomain[] {
  const { facts, gates } = plan.framework
  const best = [...domains].map(([id, domain]) => [id, domain.at(-1) ?? null] as const)
  const candidates = facts.map((fact) => ({ id: fact.id, values: candidateValues(fact, plan.framework) }))
  return candidates.map(({ id, values }) => {
    const rows = values.map((value): SampleRow => ({ group: null, cells: new Map([...best, [id, value]]) }))
    const result = scored(plan, rows)
    const fired = values.map(
      (_, row) => gates.filter((_gate, index) => result?.gates[index]?.[row] === GateOutcome.fired).length,
    )
    const order = [...values.keys()].sort((a, b) => (fired[a] ?? 0) - (fired[b] ?? 0))
    return { id, values: order.map((index) => values[index] ?? 0) }
  })
}

/** null where units that stand alone cannot be scored: where they are compared, one is no sample. */
function scored(plan: Plan, rows: readonly SampleRow[]): Result | null {
  try {
    return score(plan, datasetOf(rows))
  } catch (error) {
    if (error instanceof FaultError) return null
    throw error
  }
}

/**
 * A fact at, just below and just above every threshold that a gate compares it with; of a fact that values are divided by
 * those above 0, with plausible ones.
 */
function candidateValues({ id, type }: Framework['facts'][number], framework: Framework): readonly number[] {
  if (type === 'boolean') return [0, 1]
  const thresholds = framework.gates.flatMap(({ when }) => thresholdsOf(when, id))
  const values = thresholds.flatMap((value) => [value - 1, value, value + 1])
  if (divisorsOf(framework).has(id)) return [...new Set([100, 50, 200, ...values])].filter((value) => value > 0)
  return [...new Set([0, ...values])].filter((value) => value >= 0 || thresholds.some((one) => one < 0))
}

/** Facts that values are divided by. */
export const divisorsOf = (framework: Framework): ReadonlySet<string> =>
  new Set((settingsOf(framework) ?? []).flatMap(({ denominate }) => (denominate ? [denominate.by] : [])))

function thresholdsOf(condition: Condition, fact: string): readonly number[] {
  if ('all' in condition) return condition.all.flatMap((one) => thresholdsOf(one, fact))
  if ('any' in condition) return condition.any.flatMap((one) => thresholdsOf(one, fact))
  if ('not' in condition) return thresholdsOf(condition.not, fact)
  return 'fact' in condition && condition.fact === fact ? [condition.value] : []
}
