/** The machine-readable result: stable keys, full precision, null where there is none. */
import { KERNEL_VERSION, publishedScore, SEMANTICS, type Result, type Trace } from '@plumbline/kernel'
import type { DataTable } from '@plumbline/intake'
import type { CoreRef, PluginRef } from '@plumbline/plugin-api'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { outcomeOf, type Outcome } from '@plumbline/testkit'

export interface ScoreOutput {
  readonly plugin: PluginRef
  readonly core: PluginRef | null
  readonly kernel: string
  readonly semantics: number
  readonly units: readonly UnitOutput[]
  readonly trace?: Trace
}

/** What the standard says of a unit, and whom it is about. */
export interface UnitOutput extends Outcome {
  readonly unit: string
  readonly name: string
  readonly period: string
  readonly group: string | null
  /** As the standard prints it. */
  readonly published: number | null
  readonly rank: number | null
  readonly groupRank: number | null
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
  const placeOf = (rank: number | undefined): number | null => (rank === undefined || rank === 0 ? null : rank)
  return (row) => {
    const { score, nodes, ...outcome } = outcomeOf(catalogue, result, row)
    return {
      unit: table.dataset.units[row] ?? '',
      name: table.names[row] ?? '',
      period: table.dataset.periods[row] ?? '',
      group: table.dataset.groups[row] ?? null,
      score,
      published: score === null ? null : publishedScore(score, catalogue.display),
      ...outcome,
      rank: placeOf(result.rank[row]),
      groupRank: placeOf(result.groupRank[row]),
      nodes,
    }
  }
}
