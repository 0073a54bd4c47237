import { asc, desc, eq, inArray, max } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { organisation, pluginVersion, round } from '../schema/inputs.ts'
import {
  pluginSignature,
  pluginState,
  type NewState,
  type StoredSignature,
  type StoredState,
  type VersionOrigin,
  type VersionState,
} from '../schema/versions.ts'

/** A registered version: what its newest state says. */
export interface RegisteredVersion {
  readonly digest: string
  readonly pluginId: string
  readonly version: string
  readonly publisher: string | null
  readonly state: VersionState
  readonly origin: VersionOrigin
  /** Id of the newest state: rises with every change. */
  readonly stateId: number
}

/** Every version that has a state, oldest registration first. */
export async function registeredVersions(db: Db): Promise<RegisteredVersion[]> {
  const newest = db
    .selectDistinctOn([pluginState.digest])
    .from(pluginState)
    .orderBy(pluginState.digest, desc(pluginState.id))
    .as('newest')
  return db
    .select({
      digest: pluginVersion.digest,
      pluginId: pluginVersion.pluginId,
      version: pluginVersion.version,
      publisher: organisation.name,
      state: newest.state,
      origin: newest.origin,
      stateId: newest.id,
    })
    .from(newest)
    .innerJoin(pluginVersion, eq(pluginVersion.digest, newest.digest))
    .leftJoin(organisation, eq(organisation.id, pluginVersion.publisherId))
    .orderBy(asc(pluginVersion.firstSeen), asc(newest.id))
}

/** Id of the newest change of any version's state; 0 where there is none. Another one means: read again. */
export async function newestStateId(db: Db): Promise<number> {
  const [found] = await db.select({ id: max(pluginState.id) }).from(pluginState)
  return found?.id ?? 0
}

/**
 * Adds to what became of a version.
 *
 * @param tx - A transaction of `writing`: what it read of the state stays true until it commits.
 */
export async function appendState(tx: Db, content: NewState): Promise<StoredState> {
  const [stored] = await tx.insert(pluginState).values(content).returning()
  if (!stored) throw new Error('the database returned no row for an insert')
  return stored
}

/** What became of a version, oldest first. */
export function statesOf(db: Db, digest: string): Promise<StoredState[]> {
  return db.select().from(pluginState).where(eq(pluginState.digest, digest)).orderBy(asc(pluginState.id))
}

/** What became of every version of a plugin, oldest first, with the version it happened to. */
export async function statesOfPlugin(
  db: Db,
  pluginId: string,
): Promise<readonly (StoredState & { readonly version: string })[]> {
  const rows = await db
    .select({ state: pluginState, version: pluginVersion.version })
    .from(pluginState)
    .innerJoin(pluginVersion, eq(pluginVersion.digest, pluginState.digest))
    .where(eq(pluginVersion.pluginId, pluginId))
    .orderBy(asc(pluginState.id))
  return rows.map(({ state, version }) => ({ ...state, version }))
}

/** Keeps signatures of a version, each once. */
export async function storeSignatures(tx: Db, signatures: readonly Omit<StoredSignature, 'id'>[]): Promise<void> {
  if (signatures.length === 0) return
  await tx
    .insert(pluginSignature)
    .values([...signatures])
    .onConflictDoNothing()
}

/** Signatures of versions, in the order in which they came. */
export function signaturesOf(db: Db, digests: readonly string[]): Promise<StoredSignature[]> {
  return db
    .select()
    .from(pluginSignature)
    .where(inArray(pluginSignature.digest, [...digests]))
    .orderBy(asc(pluginSignature.id))
}

/** Digests that some round is pinned to, with the number of rounds. */
export async function roundsByDigest(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.select({ digest: round.pluginDigest, id: round.id }).from(round)
  const counts = new Map<string, number>()
  for (const { digest } of rows) counts.set(digest, (counts.get(digest) ?? 0) + 1)
  return counts
}
