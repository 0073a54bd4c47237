import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { canonicalJson, sha256, type CanonicalObject } from '@plumbline/digest'
import type { Db } from '../database.ts'
import { event } from '../schema/results.ts'

/** An event to be appended. */
export interface NewEvent {
  readonly at: Date
  readonly actor: string
  /** What happened, for example `import` or `run`. */
  readonly kind: string
  /** What it happened to: the key of a round, the id of an import. */
  readonly subject: string
  readonly payload: CanonicalObject
}

/** An event as stored. */
export type StoredEvent = typeof event.$inferSelect

/** What the first event's `prevHash` says. */
export const GENESIS = '0'.repeat(64)

/** Hash of an event: over the canonical JSON of everything in it and the hash before it. */
export function eventHash(content: NewEvent & { readonly seq: number; readonly prevHash: string }): string {
  const { seq, at, actor, kind, subject, payload, prevHash } = content
  return sha256(canonicalJson({ seq, at: at.toISOString(), actor, kind, subject, payload, prevHash }))
}

/**
 * Appends an event to the chain.
 *
 * @param tx - A transaction of `writing`, which holds the lock that keeps the chain single.
 */
export async function appendEvent(tx: Db, content: NewEvent): Promise<StoredEvent> {
  const last = await newestEvent(tx)
  const linked = { ...content, seq: (last?.seq ?? 0) + 1, prevHash: last?.hash ?? GENESIS }
  const stored = { ...linked, hash: eventHash(linked) }
  await tx.insert(event).values(stored)
  return stored
}

/** Newest first. */
export function listEvents(
  db: Db,
  page: { readonly before?: number | undefined; readonly limit: number },
): Promise<StoredEvent[]> {
  return db
    .select()
    .from(event)
    .where(page.before === undefined ? undefined : lt(event.seq, page.before))
    .orderBy(desc(event.seq))
    .limit(page.limit)
}

/** The event of a kind about a subject whose payload has these members; the newest of several. */
export async function findEvent(
  db: Db,
  { kind, subject, payload }: { readonly kind: string; readonly subject: string; readonly payload: CanonicalObject },
): Promise<StoredEvent | null> {
  const [found] = await db
    .select()
    .from(event)
    .where(
      and(eq(event.kind, kind), eq(event.subject, subject), sql`${event.payload} @> ${JSON.stringify(payload)}::jsonb`),
    )
    .orderBy(desc(event.seq))
    .limit(1)
  return found ?? null
}

/** Where the chain ends. */
export async function newestEvent(db: Db): Promise<StoredEvent | null> {
  const [last] = await db.select().from(event).orderBy(desc(event.seq)).limit(1)
  return last ?? null
}

/** Whether the chain of events holds, and where it breaks. */
export type ChainVerdict =
  | { readonly intact: true; readonly events: number; readonly head: string }
  | { readonly intact: false; readonly seq: number; readonly broken: 'sequence' | 'link' | 'hash' }

/**
 * Walks the whole chain and recomputes every hash.
 *
 * @returns The head, to be kept elsewhere: a chain cut at its end is intact in itself. Or the first event that breaks:
 * a number is missing, it does not link to the one before, or its content is not what was hashed.
 */
export async function verifyChain(db: Db): Promise<ChainVerdict> {
  const events = await db.select().from(event).orderBy(event.seq)
  let head = GENESIS
  for (const [index, stored] of events.entries()) {
    const { seq } = stored
    if (seq !== index + 1) return { intact: false, seq, broken: 'sequence' }
    if (stored.prevHash !== head) return { intact: false, seq, broken: 'link' }
    if (eventHash(stored) !== stored.hash) return { intact: false, seq, broken: 'hash' }
    head = stored.hash
  }
  return { intact: true, events: events.length, head }
}
