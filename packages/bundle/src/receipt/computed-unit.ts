import { GateOutcome, Status, type Result } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'

/** One unit's result with ids in place of indexes, null in place of NaN. */
export interface ComputedUnit {
  readonly code: string
  readonly score: number | null
  readonly core: number | null
  readonly status: 'graded' | 'vetoed' | 'not-admitted' | 'no-result' | 'screened-out'
  readonly grade: string | null
  readonly gradeByScore: string | null
  readonly rank: number | null
  readonly groupRank: number | null
  /** Ids of the gates that fired, in the standard's order. */
  readonly gates: readonly string[]
  readonly limitedBy: string | null
  readonly cappedBy: string | null
  readonly coverage: number | null
  /** Score and contribution to the root by node id. */
  readonly nodes: Readonly<Record<string, number | null>>
  readonly contributions: Readonly<Record<string, number | null>>
}

const STATUS = {
  [Status.graded]: 'graded',
  [Status.vetoed]: 'vetoed',
  [Status.notAdmitted]: 'not-admitted',
  [Status.noResult]: 'no-result',
  [Status.screenedOut]: 'screened-out',
} as const satisfies Record<Status, ComputedUnit['status']>

/** Reads a result row by row. Nothing is computed here. */
export const unitsOf = (result: Result, catalogue: Catalogue, codes: readonly string[]): ComputedUnit[] =>
  codes.map(unitReader(result, catalogue))

/** Reads one row of a result, given its unit's code. */
export function unitReader(result: Result, catalogue: Catalogue): (code: string, row: number) => ComputedUnit {
  const { framework, nodes, root, indexOf } = result.plan
  const core = catalogue.core ? indexOf.get(catalogue.core.node) : undefined
  const gradeAt = (index: number | undefined) => framework.grades[index ?? -1]?.id ?? null
  const byNode = (read: (node: number) => number | undefined) =>
    Object.fromEntries(nodes.map(({ spec }, node) => [spec.id, numberOrNull(read(node))]))
  return (code, row) => ({
    code,
    score: numberOrNull(result.score[row]),
    core: core === undefined ? null : numberOrNull(result.nodes[core]?.score[row]),
    status: STATUS[statusOf(result.status[row])],
    grade: gradeAt(result.grade[row]),
    gradeByScore: gradeAt(result.gradeByScore[row]),
    rank: result.rank[row] || null,
    groupRank: result.groupRank[row] || null,
    gates: framework.gates.filter((_, gate) => result.gates[gate]?.[row] === GateOutcome.fired).map(({ id }) => id),
    limitedBy: nodes[result.limitedBy[row] ?? -1]?.spec.id ?? null,
    cappedBy: framework.gates[result.cappedBy[row] ?? -1]?.id ?? null,
    coverage: numberOrNull(result.nodes[root]?.coverage[row]),
    nodes: byNode((node) => result.nodes[node]?.score[row]),
    contributions: byNode((node) => result.nodes[node]?.contribution[row]),
  })
}

const numberOrNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value

function statusOf(code: number | undefined): Status {
  const known = Object.values(Status).find((status) => status === code)
  if (known === undefined) throw new RangeError(`no status ${code}`)
  return known
}
