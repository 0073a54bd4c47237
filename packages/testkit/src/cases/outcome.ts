import { GateOutcome, Status, type Result } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'

/** What a standard says of one row: the result vector on which two versions are compared. Null where there is none. */
export interface Outcome {
  readonly score: number | null
  readonly core: number | null
  readonly grade: string | null
  readonly gradeByScore: string | null
  readonly status: 'graded' | 'vetoed' | 'not-admitted' | 'no-result' | 'screened-out'
  /** Ids of the gates that fired, in the standard's order. */
  readonly gates: readonly string[]
  readonly limitedBy: string | null
  readonly cappedBy: string | null
  readonly nodes: Readonly<Record<string, number | null>>
}

/** One row of a result, ids instead of indexes. */
export function outcomeOf(catalogue: Pick<Catalogue, 'core' | 'nodes'>, result: Result, row: number): Outcome {
  const { nodes, indexOf, framework } = result.plan
  const scoreAt = (id: string): number | null => known(result.nodes[indexOf.get(id) ?? -1]?.score[row])
  const gradeAt = (index: number | undefined): string | null => framework.grades[index ?? -1]?.id ?? null
  return {
    score: known(result.score[row]),
    core: catalogue.core === null ? null : scoreAt(catalogue.core.node),
    grade: gradeAt(result.grade[row]),
    gradeByScore: gradeAt(result.gradeByScore[row]),
    status: statusOf(result.status[row]),
    gates: framework.gates.filter((_, gate) => result.gates[gate]?.[row] === GateOutcome.fired).map(({ id }) => id),
    limitedBy: nodes[result.limitedBy[row] ?? -1]?.spec.id ?? null,
    cappedBy: framework.gates[result.cappedBy[row] ?? -1]?.id ?? null,
    nodes: Object.fromEntries(catalogue.nodes.map(({ id }) => [id, scoreAt(id)])),
  }
}

const known = (score: number | undefined): number | null => (score === undefined || Number.isNaN(score) ? null : score)

function statusOf(status: number | undefined): Outcome['status'] {
  switch (status) {
    case Status.graded:
      return 'graded'
    case Status.vetoed:
      return 'vetoed'
    case Status.notAdmitted:
      return 'not-admitted'
    case Status.screenedOut:
      return 'screened-out'
    default:
      return 'no-result'
  }
}
