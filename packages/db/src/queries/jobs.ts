import { and, asc, count, desc, eq, gte, inArray, isNull, lt, ne, not, or, sql } from 'drizzle-orm'
import type { Fault } from '@plumbline/kernel'
import type { Db } from '../database.ts'
import { job } from '../schema/jobs.ts'

/** A job as stored. */
export type StoredJob = typeof job.$inferSelect
/** A job to be taken in. */
export type NewJob = Pick<StoredJob, 'digest' | 'roundKey' | 'kind' | 'asked' | 'steps' | 'actor' | 'startedAt'>

const OPEN = ['waiting', 'running'] as const
const NOBODY = { server: null, beatAt: null }

/** Takes a job in, to wait for a server. */
export async function insertJob(db: Db, content: NewJob): Promise<StoredJob> {
  const fresh = { ...content, state: 'waiting', done: 0, faults: [], interruptions: 0 } as const
  const [stored] = await db.insert(job).values(fresh).returning()
  if (!stored) throw new Error('an inserted row is returned')
  return stored
}

/** The job with a number; null where there is none. */
export async function findJob(db: Db, id: number): Promise<StoredJob | null> {
  const [found] = await db.select().from(job).where(eq(job.id, id))
  return found ?? null
}

/** The job that waits for a report or is at it; null where none is. */
export async function openJobOf(db: Db, digest: string): Promise<StoredJob | null> {
  const [found] = await db
    .select()
    .from(job)
    .where(and(eq(job.digest, digest), inArray(job.state, OPEN)))
  return found ?? null
}

/** Jobs about a round, newest first. */
export function jobsOfRound(db: Db, roundKey: string): Promise<StoredJob[]> {
  return db.select().from(job).where(eq(job.roundKey, roundKey)).orderBy(desc(job.id))
}

/** Number of jobs that wait. */
export async function countWaiting(db: Db): Promise<number> {
  const [found] = await db.select({ waiting: count() }).from(job).where(eq(job.state, 'waiting'))
  return found?.waiting ?? 0
}

/** Gives the job that has waited longest to a server; null where none waits. No two servers get the same. */
export async function claimJob(db: Db, server: string): Promise<StoredJob | null> {
  const next = db
    .select({ id: job.id })
    .from(job)
    .where(eq(job.state, 'waiting'))
    .orderBy(asc(job.id))
    .limit(1)
    .for('update', { skipLocked: true })
  const [claimed] = await db
    .update(job)
    .set({ state: 'running', server, beatAt: sql`now()` })
    .where(inArray(job.id, next))
    .returning()
  return claimed ?? null
}

/**
 * Says how far a server is with a job, and that it lives.
 *
 * @returns Whether the job is still that server's: false where it was cancelled, or taken by another.
 */
export async function beatJob(
  db: Db,
  { id, server, done }: Pick<StoredJob, 'id' | 'done'> & { readonly server: string },
): Promise<boolean> {
  const kept = await db
    .update(job)
    .set({ done, beatAt: sql`now()` })
    .where(and(eq(job.id, id), eq(job.state, 'running'), eq(job.server, server)))
    .returning({ id: job.id })
  return kept.length > 0
}

/** What a job of a server came to. Nothing changes where the job is no longer that server's. */
export interface JobEnd {
  readonly id: number
  readonly server: string
  readonly state: 'done' | 'failed'
  readonly faults: readonly Fault[]
}

/** @returns Whether the job was still that server's. */
export async function endJob(db: Db, { id, server, state, faults }: JobEnd): Promise<boolean> {
  const progress = state === 'done' ? { done: job.steps } : {}
  const ended = await db
    .update(job)
    .set({ state, faults, ...progress, ...NOBODY })
    .where(and(eq(job.id, id), eq(job.state, 'running'), eq(job.server, server)))
    .returning({ id: job.id })
  return ended.length > 0
}

/** Cancels an open job; one that has ended stays as it is. */
export async function cancelJob(db: Db, id: number): Promise<void> {
  await db
    .update(job)
    .set({ state: 'cancelled', ...NOBODY })
    .where(and(eq(job.id, id), inArray(job.state, OPEN)))
}

/** Puts what a server is at back in line: it stops in order, and the next one begins anew. */
export async function releaseJobs(db: Db, server: string): Promise<void> {
  await db
    .update(job)
    .set({ state: 'waiting', done: 0, ...NOBODY })
    .where(and(eq(job.state, 'running'), eq(job.server, server)))
}

/** Jobs that run on a server which may no longer be there, and what becomes of them. */
export interface Orphans {
  /** The server that asks. */
  readonly server: string
  /** A server that has not said for so long that it lives is taken for dead. */
  readonly silentSeconds: number
  /** A job that so many servers died over is not begun again, and fails with the fault. */
  readonly most: number
  readonly fault: Fault
}

/** Puts jobs back in line whose server died over them, and gives up those that were begun too often. */
export async function recoverJobs(db: Db, { server, silentSeconds, most, fault }: Orphans): Promise<void> {
  const silent = lt(job.beatAt, sql`now() - make_interval(secs => ${silentSeconds})`)
  const orphaned = and(eq(job.state, 'running'), ne(job.server, server), or(isNull(job.beatAt), silent))
  const interruptions = sql`${job.interruptions} + 1`
  await db.transaction(async (tx) => {
    await tx
      .update(job)
      .set({ state: 'failed', faults: [fault], interruptions, ...NOBODY })
      .where(and(orphaned, gte(job.interruptions, most - 1)))
    await tx
      .update(job)
      .set({ state: 'waiting', done: 0, interruptions, ...NOBODY })
      .where(orphaned)
  })
}

/** Deletes jobs that ended, all but the newest. */
export async function forgetJobs(db: Db, newest: number): Promise<void> {
  const kept = db
    .select({ id: job.id })
    .from(job)
    .where(not(inArray(job.state, OPEN)))
    .orderBy(desc(job.id))
    .limit(newest)
  await db.delete(job).where(and(not(inArray(job.state, OPEN)), not(inArray(job.id, kept))))
}
