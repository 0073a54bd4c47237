import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { importRow, unit } from '../schema/inputs.ts'
import { run, runDerived, runUnit } from '../schema/results.ts'
import type { DerivedValue } from './derived.ts'
import type { StoredRun } from './rounds.ts'

/** The result of one unit. */
export type RunUnit = Omit<typeof runUnit.$inferSelect, 'runId'>
/** A run to be stored. */
export type NewRun = Omit<StoredRun, 'id'>

/** A row of an earlier round that a run read. */
export interface HistoryRef {
  readonly roundId: number
  readonly unitId: number
  readonly importId: number
}

/** The results of a run and what it read. */
export interface RunContent {
  readonly units: readonly RunUnit[]
  readonly history: readonly HistoryRef[]
  readonly derived: readonly DerivedValue[]
}

/** Rows per statement: a unit has a score and a contribution for each node. */
const BLOCK = 1000

/** The newest run of a round; null where it has none. */
export async function newestRun(db: Db, roundId: number): Promise<StoredRun | null> {
  const [found] = await db.select().from(run).where(eq(run.roundId, roundId)).orderBy(desc(run.id)).limit(1)
  return found ?? null
}

/** The first computation of a round: what was published before any correction. */
export async function firstRun(db: Db, roundId: number): Promise<StoredRun | null> {
  const [found] = await db.select().from(run).where(eq(run.roundId, roundId)).orderBy(asc(run.id)).limit(1)
  return found ?? null
}

/**
 * Writes a run with its rows.
 *
 * @param tx - A transaction of `writing`.
 */
export async function insertRun(tx: Db, header: NewRun, content: RunContent): Promise<StoredRun> {
  const [stored] = await tx.insert(run).values(header).returning()
  if (!stored) throw new Error('the database returned no row for an insert')
  for (let start = 0; start < content.units.length; start += BLOCK)
    await insertUnits(tx, stored.id, content.units.slice(start, start + BLOCK))
  if (content.history.length > 0)
    await tx.execute(
      sql`insert into run_history (run_id, round_id, unit_id, import_id)
        select ${stored.id}, "roundId", "unitId", "importId"
        from json_to_recordset(${JSON.stringify(content.history)}::json) as t("roundId" int, "unitId" int, "importId" int)`,
    )
  if (content.derived.length > 0)
    await tx.insert(runDerived).values(content.derived.map((value) => ({ ...value, runId: stored.id })))
  return stored
}

async function insertUnits(tx: Db, runId: number, units: readonly RunUnit[]): Promise<void> {
  await tx.execute(
    sql`insert into run_unit (run_id, unit_id, import_id, round_id, position, score, core, status, grade,
        grade_by_score, rank, group_rank, gates, limited_by, capped_by, coverage, nodes, contributions)
      select ${runId}, "unitId", "importId", "roundId", position, score, core, status, grade,
        "gradeByScore", rank, "groupRank", gates, "limitedBy", "cappedBy", coverage, nodes, contributions
      from json_to_recordset(${JSON.stringify(units)}::json) as t("unitId" int, "importId" int, "roundId" int,
        position int, score float8, core float8, status text, grade text, "gradeByScore" text, rank int,
        "groupRank" int, gates jsonb, "limitedBy" text, "cappedBy" text, coverage float8, nodes jsonb,
        contributions jsonb)`,
  )
}

/** One unit's result with its code, and its name and peer group as the run's input had them. */
export interface ResultRow extends RunUnit {
  readonly code: string
  readonly name: string
  readonly group: string | null
}

/** Every result of a run, in order of position. */
export async function resultsOfRun(db: Db, runId: number): Promise<ResultRow[]> {
  return selectResults(db).where(eq(runUnit.runId, runId)).orderBy(asc(runUnit.position))
}

/** A unit's result in a run; null where it has none. */
export async function resultOfUnit(db: Db, runId: number, code: string): Promise<ResultRow | null> {
  const [found] = await selectResults(db).where(and(eq(runUnit.runId, runId), eq(unit.code, code)))
  return found ?? null
}

const selectResults = (db: Db) =>
  db
    .select({
      unitId: runUnit.unitId,
      importId: runUnit.importId,
      roundId: runUnit.roundId,
      position: runUnit.position,
      score: runUnit.score,
      core: runUnit.core,
      status: runUnit.status,
      grade: runUnit.grade,
      gradeByScore: runUnit.gradeByScore,
      rank: runUnit.rank,
      groupRank: runUnit.groupRank,
      gates: runUnit.gates,
      limitedBy: runUnit.limitedBy,
      cappedBy: runUnit.cappedBy,
      coverage: runUnit.coverage,
      nodes: runUnit.nodes,
      contributions: runUnit.contributions,
      code: unit.code,
      name: importRow.name,
      group: importRow.peerGroup,
    })
    .from(runUnit)
    .innerJoin(unit, eq(unit.id, runUnit.unitId))
    .innerJoin(
      importRow,
      and(
        eq(importRow.importId, runUnit.importId),
        eq(importRow.roundId, runUnit.roundId),
        eq(importRow.unitId, runUnit.unitId),
      ),
    )
