/** The machine-readable result: stable keys, full precision, null where there is none. */
import {
  GateOutcome,
  KERNEL_VERSION,
  publishedScore,
  SEMANTICS,
  Status,
  type Result,
  type Trace,
} from '@plumbline/kernel'
import type { DataTable } from '@plumbline/intake'
import type { CoreRef, PluginRef } from '@plumbline/plugin-api'
import type { LoadedPlugin } from '@plumbline/plugin-host'

export interface ScoreOutput {
  readonly plugin: PluginRef
  readonly core: PluginRef | null
  readonly kernel: string
  readonly semantics: number
  readonly units: readonly UnitOutput[]
  readonly trace?: Trace
}

export interface UnitOutput {
  readonly unit: string
  readonly name: string
  readonly period: string
  readonly group: string | null
  /** On 0 to 100, unrounded. */
  readonly score: number | null
  /** As the standard prints it. */
  readonly published: number | null
  readonly core: number | null
  readonly grade: string | null
  readonly gradeByScore: string | null
  readonly status: 'graded' | 'vetoed' | 'not-admitted' | 'no-result'
  readonly gates: readonly string[]
  readonly limitedBy: string | null
  readonly cappedBy: string | null
  readonly rank: number | null
  readonly groupRank: number | null
  readonly nodes: Readonly<Record<string, number | null>>
}

/** Everything of the result but its units. */
export type ScoreHead = Omit<ScoreOutput, 'units'>

export function scoreHead({ ref, catalogue }: LoadedPlugin, trace: Trace | null): ScoreHead {
  const core = catalogue.core && bareRef(catalogue.core)
  return { plugin: ref, core, kernel: KERNEL_VERSION, semantics: SEMANTICS, ...(trace ? { trace } : {}) }
}

const bareRef = ({ id, version, digest }: CoreRef): PluginRef => ({ id, version, digest })

/** The one JSON object, in pieces: a hundred thousand units are never in memory as text at once. */
export function* scoreJson({ trace, ...head }: ScoreHead, units: Iterable<UnitOutput>): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"units":[`
  let separator = ''
  for (const unit of units) {
    yield separator + JSON.stringify(unit)
    separator = ','
  }
  yield `]${trace ? `,"trace":${JSON.stringify(trace)}` : ''}}\n`
}

/** One row of the result, ids instead of indexes. */
export function unitOutput({ catalogue }: LoadedPlugin, table: DataTable, result: Result): (row: number) => UnitOutput {
  const { nodes: planNodes, indexOf, framework } = result.plan
  const core = catalogue.core === null ? undefined : result.nodes[indexOf.get(catalogue.core.node) ?? -1]
  const gradeAt = (index: number | undefined): string | null => framework.grades[index ?? -1]?.id ?? null
  const placeOf = (rank: number | undefined): number | null => (rank === undefined || rank === 0 ? null : rank)

  return (row) => ({
    unit: table.dataset.units[row] ?? '',
    name: table.names[row] ?? '',
    period: table.dataset.periods[row] ?? '',
    group: table.dataset.groups[row] ?? null,
    score: known(result.score[row]),
    published: known(publishedScore(result.score[row] ?? Number.NaN, catalogue.display)),
    core: known(core?.score[row]),
    grade: gradeAt(result.grade[row]),
    gradeByScore: gradeAt(result.gradeByScore[row]),
    status: statusOf(result.status[row]),
    gates: framework.gates.filter((_, gate) => result.gates[gate]?.[row] === GateOutcome.fired).map((gate) => gate.id),
    limitedBy: planNodes[result.limitedBy[row] ?? -1]?.spec.id ?? null,
    cappedBy: framework.gates[result.cappedBy[row] ?? -1]?.id ?? null,
    rank: placeOf(result.rank[row]),
    groupRank: placeOf(result.groupRank[row]),
    nodes: Object.fromEntries(
      catalogue.nodes.map(({ id }) => [id, known(result.nodes[indexOf.get(id) ?? -1]?.score[row])]),
    ),
  })
}

const known = (score: number | undefined): number | null => (score === undefined || Number.isNaN(score) ? null : score)

function statusOf(status: number | undefined): UnitOutput['status'] {
  switch (status) {
    case Status.graded:
      return 'graded'
    case Status.vetoed:
      return 'vetoed'
    case Status.notAdmitted:
      return 'not-admitted'
    default:
      return 'no-result'
  }
}
