import { and, eq } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { organisation, pluginVersion, type StoredBundle } from '../schema/inputs.ts'

/** A version to be stored. */
export interface NewPluginVersion {
  readonly digest: string
  readonly pluginId: string
  readonly version: string
  /** Name of the organisation that publishes it. */
  readonly publisher: string
  readonly bundle: StoredBundle
  readonly firstSeen: Date
}

/** Keeps the files of a plugin version, once: a digest names its content for ever. */
export async function storePluginVersion(tx: Db, version: NewPluginVersion): Promise<void> {
  const [known] = await tx
    .select({ digest: pluginVersion.digest })
    .from(pluginVersion)
    .where(eq(pluginVersion.digest, version.digest))
  if (known) return
  const { publisher, ...columns } = version
  const publisherId = await organisationId(tx, publisher)
  await tx.insert(pluginVersion).values({ ...columns, publisherId })
}

/** The files of a version; null where it is not stored. */
export async function findBundle(db: Db, digest: string): Promise<StoredBundle | null> {
  const [found] = await db
    .select({ bundle: pluginVersion.bundle })
    .from(pluginVersion)
    .where(eq(pluginVersion.digest, digest))
  return found?.bundle ?? null
}

async function organisationId(tx: Db, name: string): Promise<number | null> {
  const kind = 'publisher'
  await tx.insert(organisation).values({ kind, name }).onConflictDoNothing()
  const [found] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.kind, kind), eq(organisation.name, name)))
  return found?.id ?? null
}
