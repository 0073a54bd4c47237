import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { PgAsyncDatabase } from 'drizzle-orm/pg-core/async'
import { FaultError } from '@plumbline/kernel'
import { lockDirectory, type DirectoryLock } from './directory-lock.ts'
import { addressOf, directoryFault, unreachableFault } from './open-faults.ts'

/** The one database type that queries see, whichever driver is under it; a transaction is one too. */
export type Db = PgAsyncDatabase<PgQueryResultHKT>

/** An open database. */
export interface Database {
  readonly db: Db
  readonly kind: 'pglite' | 'postgres'
  close(): Promise<void>
}

/** How a database is opened. */
export interface OpenOptions {
  /** `keep` leaves the schema as it is; used for databases cloned from a migrated template. */
  readonly schema?: 'migrate' | 'keep'
}

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))
/** One number for every session lock that guards migration, whatever server runs it. */
const MIGRATION_LOCK = 7_401_801

/**
 * Opens the database and brings its schema up to date.
 *
 * @param target - `postgres://…` for a PostgreSQL server; anything else is the data directory of the embedded PGlite.
 * @throws FaultError DATA_DIR_IN_USE - another live process has the directory.
 * @throws FaultError DATA_DIR_NOT_WRITABLE - the directory cannot be made or written.
 * @throws FaultError DATABASE_UNREACHABLE - no PostgreSQL answers at the address, or it refuses the login.
 * @example const database = await openDatabase('.plumbline')
 */
export function openDatabase(target: string, options: OpenOptions = {}): Promise<Database> {
  return /^postgres(ql)?:\/\//.test(target) ? openPostgres(target, options) : openDirectory(target)
}

async function openPostgres(url: string, { schema = 'migrate' }: OpenOptions): Promise<Database> {
  const [{ default: pg }, { drizzle }, { migrate }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ])
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 30_000 })
  // An idle connection that the server ended (restart, failover): the pool replaces it at the next query.
  pool.on('error', () => undefined)
  try {
    const client = await pool.connect().catch((error: unknown) => {
      throw new FaultError([unreachableFault(addressOf(url), error)])
    })
    try {
      if (schema === 'migrate') {
        await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
        await migrate(drizzle({ client }), { migrationsFolder })
        await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
      }
    } finally {
      client.release()
    }
  } catch (error) {
    await pool.end()
    throw error
  }
  return { db: drizzle({ client: pool }), kind: 'postgres', close: () => pool.end() }
}

async function openDirectory(directory: string): Promise<Database> {
  const root = path.resolve(directory)
  const lock = await withDirectoryFaults(root, async () => {
    await mkdir(root, { recursive: true })
    return lockDirectory(root)
  })
  try {
    const dataDir = await withDirectoryFaults(root, () => initialised(root))
    return await openPglite({ dataDir, lock })
  } catch (error) {
    await lock.release()
    throw error
  }
}

/**
 * The path of a complete PGlite data directory. The first start makes it aside and renames it, so that a process killed
 * halfway leaves nothing that looks like a database.
 */
async function initialised(root: string): Promise<string> {
  const dataDir = path.join(root, 'database')
  for (const name of await readdir(root))
    if (name.startsWith('database.new')) await rm(path.join(root, name), { recursive: true })
  if (existsSync(dataDir)) return dataDir
  const { PGlite } = await import('@electric-sql/pglite')
  const aside = path.join(root, 'database.new')
  const fresh = await PGlite.create({ dataDir: aside })
  await fresh.close()
  await rename(aside, dataDir)
  return dataDir
}

/** A PGlite on disk, or in memory from an image of a data directory (tests). */
export async function openPglite(from: {
  readonly dataDir?: string
  readonly image?: Blob
  readonly lock?: DirectoryLock
}): Promise<Database & { dump(): Promise<Blob> }> {
  const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ])
  const client = await PGlite.create({
    ...(from.dataDir === undefined ? {} : { dataDir: from.dataDir }),
    ...(from.image === undefined ? {} : { loadDataDir: from.image }),
  })
  const db = drizzle({ client })
  if (from.image === undefined) await migrate(db, { migrationsFolder })
  return {
    db,
    kind: 'pglite',
    dump: async () => client.dumpDataDir('none'),
    close: async () => {
      await client.close()
      await from.lock?.release()
    },
  }
}

async function withDirectoryFaults<T>(directory: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw directoryFault(directory, error) ?? error
  }
}
