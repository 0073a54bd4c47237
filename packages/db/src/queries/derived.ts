import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { round } from '../schema/inputs.ts'
import type { DerivedSource } from '../schema/results.ts'
import { queryRows } from './rows.ts'

/** A graded result of a unit that belongs to an area. */
export interface AcceptedResult {
  readonly area: string
  readonly plugin: string
  readonly round: string
  readonly run: number
  readonly resultDigest: string
  readonly score: number
  readonly core: number | null
}

/**
 * Results that other standards may take values from: graded, of the newest run, of units with an area; not of rounds
 * beside another. In an order that does not change.
 */
export function acceptedResults(
  db: Db,
  { period, plugins }: { readonly period: string; readonly plugins: readonly string[] },
): Promise<readonly AcceptedResult[]> {
  return queryRows<AcceptedResult>(
    db,
    sql`select ir.area, r.plugin_id as plugin, r.key as round, n.id as run, n.result_digest as "resultDigest", ru.score, ru.core
      from round r
      join run n on n.id = (select max(id) from run where round_id = r.id)
      join run_unit ru on ru.run_id = n.id
      join import_row ir on ir.import_id = ru.import_id and ir.round_id = ru.round_id and ir.unit_id = ru.unit_id
      where r.period = ${period} and r.of_round_id is null and ru.status = 'graded' and ru.score is not null
        and ir.area is not null
        and r.plugin_id = any(array(select json_array_elements_text(${JSON.stringify(plugins)}::json)))
      order by r.plugin_id, ru.position`,
  )
}

/** A value worked out for a unit. */
export interface DerivedValue {
  readonly unitId: number
  readonly item: string
  readonly value: number
  readonly units: number
  readonly sources: readonly DerivedSource[]
}

/** Values that a run took from other results, by unit and item. */
export const derivedOfRun = (db: Db, runId: number): Promise<readonly DerivedValue[]> =>
  queryRows<DerivedValue>(
    db,
    sql`select unit_id as "unitId", item, value, units, sources from run_derived where run_id = ${runId}
      order by unit_id, item`,
  )

/**
 * Raises the revision of rounds that take values from results that have just changed.
 *
 * @param tx - The transaction that stores those results.
 */
export async function markDependents(
  tx: Db,
  { plugins, period }: { readonly plugins: readonly string[]; readonly period: string },
): Promise<void> {
  if (plugins.length === 0) return
  await tx
    .update(round)
    .set({ revision: sql`${round.revision} + 1` })
    .where(and(inArray(round.pluginId, [...plugins]), eq(round.period, period), isNull(round.ofRoundId)))
}
