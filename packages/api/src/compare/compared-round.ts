import type { ComparedRound } from '@plumbline/analysis'
import type { ResultRow } from '@plumbline/db'
import { lockOfRound } from '../lock.ts'
import type { OpenRound } from '../views/round.ts'

/** A round with the results that a comparison reads: the graded units'. */
export interface GradedRound {
  readonly record: OpenRound
  readonly rows: readonly ResultRow[]
}

/** A round as the verdict on a comparison asks for it: its lock, its tree, and how many units were graded. */
export function comparedRound({ record: { round, plugin, run }, rows }: GradedRound): ComparedRound {
  const { core, nodes } = plugin.catalogue
  return {
    key: round.key,
    plugin: round.pluginId,
    period: round.period,
    core,
    nodes,
    semantics: lockOfRound(round).semantics,
    state: run ? 'scored' : 'not-scored',
    units: rows.length,
  }
}
