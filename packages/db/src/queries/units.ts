import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { pluginVersion, round, roundUnit, unit } from '../schema/inputs.ts'
import { run, runUnit } from '../schema/results.ts'

/** A unit that a search found. */
export interface FoundUnit {
  readonly code: string
  readonly name: string
  readonly rounds: readonly { readonly key: string; readonly pluginId: string; readonly period: string }[]
}

/** Units whose code or name holds the text, whatever its case; those that begin with it first. */
export async function searchUnits(db: Db, text: string, limit: number): Promise<FoundUnit[]> {
  const pattern = text.replace(/[\\%_]/g, (wild) => `\\${wild}`)
  const begins = sql`case when ${unit.code} ilike ${`${pattern}%`} or ${unit.name} ilike ${`${pattern}%`} then 0 else 1 end`
  const units = await db
    .select({ id: unit.id, code: unit.code, name: unit.name })
    .from(unit)
    .where(sql`${unit.code} ilike ${`%${pattern}%`} or ${unit.name} ilike ${`%${pattern}%`}`)
    .orderBy(begins, asc(unit.code))
    .limit(limit)
  if (units.length === 0) return []
  const rounds = await db
    .select({ unitId: roundUnit.unitId, key: round.key, pluginId: round.pluginId, period: round.period })
    .from(roundUnit)
    .innerJoin(round, eq(round.id, roundUnit.roundId))
    .where(
      inArray(
        roundUnit.unitId,
        units.map(({ id }) => id),
      ),
    )
    .orderBy(desc(round.period), asc(round.pluginId))
  const byUnit = Map.groupBy(rounds, ({ unitId }) => unitId)
  return units.map(({ id, code, name }) => ({
    code,
    name,
    rounds: (byUnit.get(id) ?? []).map(({ unitId: _, ...of }) => of),
  }))
}

/** How many of the codes already take part in the plugin's rounds, by period. */
export async function countTaking(
  db: Db,
  pluginId: string,
  rows: readonly { readonly code: string; readonly period: string }[],
): Promise<number> {
  const [found] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(roundUnit)
    .innerJoin(round, eq(round.id, roundUnit.roundId))
    .innerJoin(unit, eq(unit.id, roundUnit.unitId))
    .where(
      and(
        eq(round.pluginId, pluginId),
        sql`(${unit.code}, ${round.period}) in (select code, period from json_to_recordset(${JSON.stringify(rows)}::json) as t(code text, period text))`,
      ),
    )
  return found?.count ?? 0
}

/** A unit's result in another round. */
export interface PastResult {
  readonly key: string
  readonly period: string
  readonly version: string
  readonly score: number | null
  readonly core: number | null
  readonly grade: string | null
  readonly rank: number | null
}

/** A unit's results under one plugin, from the newest run of each round, oldest period first; not from rounds beside another. */
export function resultsOfUnit(db: Db, unitId: number, pluginId: string): Promise<PastResult[]> {
  const newest = db
    .selectDistinctOn([run.roundId], { roundId: run.roundId, id: run.id })
    .from(run)
    .orderBy(run.roundId, desc(run.id))
    .as('newest')
  return db
    .select({
      key: round.key,
      period: round.period,
      version: pluginVersion.version,
      score: runUnit.score,
      core: runUnit.core,
      grade: runUnit.grade,
      rank: runUnit.rank,
    })
    .from(round)
    .innerJoin(pluginVersion, eq(pluginVersion.digest, round.pluginDigest))
    .innerJoin(newest, eq(newest.roundId, round.id))
    .innerJoin(runUnit, and(eq(runUnit.runId, newest.id), eq(runUnit.unitId, unitId)))
    .where(and(eq(round.pluginId, pluginId), isNull(round.ofRoundId)))
    .orderBy(asc(round.period))
}
