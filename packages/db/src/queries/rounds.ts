import { and, asc, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { round, roundUnit } from '../schema/inputs.ts'
import { run } from '../schema/results.ts'

/** A round as stored. */
export type StoredRound = typeof round.$inferSelect
/** A run as stored. */
export type StoredRun = typeof run.$inferSelect

/** A round to be made. */
export interface NewRound {
  readonly pluginId: string
  readonly period: string
  readonly pluginDigest: string
  readonly lock: unknown
  readonly demonstration: boolean
  /** For a round beside another: the version that names it, and the round whose data it scores. */
  readonly variant?: string
  readonly ofRoundId?: number
}

/** A round with the number of units that take part and its newest run. */
export interface RoundRecord {
  readonly round: StoredRound
  readonly units: number
  readonly run: StoredRun | null
}

/** A new round has no inputs yet; the import that follows in the same transaction gives it some. */
export async function insertRound(tx: Db, content: NewRound): Promise<StoredRound> {
  const [stored] = await tx.insert(round).values(content).returning()
  if (!stored) throw new Error('the database returned no row for an insert')
  return stored
}

/** The rounds that data came to, oldest first; none that stands beside another. */
export function roundsOfPlugin(db: Db, pluginId: string): Promise<StoredRound[]> {
  return db
    .select()
    .from(round)
    .where(and(eq(round.pluginId, pluginId), isNull(round.ofRoundId)))
    .orderBy(asc(round.period))
}

const newestRunId = sql`(select max(newest.id) from run newest where newest.round_id = ${round.id})`

/** A round beside another has that one's units unless data were migrated into it. */
const dataRoundId = sql`case when exists (select 1 from round_unit own where own.round_id = ${round.id})
  then ${round.id} else coalesce(${round.ofRoundId}, ${round.id}) end`

/** Newest period first, then by plugin id; a round before those that stand beside it. */
export async function listRounds(
  db: Db,
  filter: { readonly plugin?: string | undefined; readonly keys?: readonly string[] } = {},
): Promise<RoundRecord[]> {
  const units = db
    .select({ roundId: roundUnit.roundId, units: sql<number>`count(*)::int`.as('units') })
    .from(roundUnit)
    .groupBy(roundUnit.roundId)
    .as('units')
  const rows = await db
    .select({ round, units: units.units, run })
    .from(round)
    .leftJoin(units, eq(units.roundId, dataRoundId))
    .leftJoin(run, eq(run.id, newestRunId))
    .where(
      and(
        filter.plugin === undefined ? undefined : eq(round.pluginId, filter.plugin),
        filter.keys === undefined ? undefined : inArray(round.key, [...filter.keys]),
      ),
    )
    .orderBy(desc(round.period), asc(round.pluginId), asc(round.id))
  return rows.map((row) => ({ ...row, units: row.units ?? 0 }))
}

/** The round with a key; null where there is none. */
export async function findRound(db: Db, key: string): Promise<RoundRecord | null> {
  const [found] = await listRounds(db, { keys: [key] })
  return found ?? null
}

/** Rounds whose inputs changed since their newest run, in the order in which look-backs want them: oldest first. */
export function unscoredRounds(db: Db): Promise<StoredRound[]> {
  return db
    .select()
    .from(round)
    .where(lt(round.scoredRevision, round.revision))
    .orderBy(asc(round.period), asc(round.pluginId), asc(round.id))
}

/**
 * Raises the revision of a round, of those beside it, and of the later ones of the same plugin, whose look-backs may read
 * it.
 */
export async function markChanged(tx: Db, changed: StoredRound): Promise<void> {
  await tx
    .update(round)
    .set({ revision: sql`${round.revision} + 1` })
    .where(
      or(
        eq(round.id, changed.id),
        eq(round.ofRoundId, changed.id),
        and(eq(round.pluginId, changed.pluginId), gt(round.period, changed.period)),
      ),
    )
}

/**
 * Marks a round as scored at the revision that was read.
 *
 * @returns Whether the round is still there: false when an import came in between, and the computation is out of date.
 */
export async function markScored(tx: Db, read: StoredRound): Promise<boolean> {
  const marked = await tx
    .update(round)
    .set({ scoredRevision: read.revision })
    .where(and(eq(round.id, read.id), eq(round.revision, read.revision)))
    .returning({ id: round.id })
  return marked.length > 0
}
