import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { openDatabase, openPglite, type Database } from './database.ts'
import { queryRows } from './queries/rows.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The run's private PostgreSQL; set by `test-cluster.ts` in the root's vitest config. */
    postgresUrl: string
  }
}

/** Name of the migrated database that tests clone. */
export const TEMPLATE = 'plumbline_template'

/** A database of a test's own. `url` opens it again, from another process too; null for one in memory. */
export type TestDatabase = Database & { readonly url: string | null }

/** A migrated PGlite in memory, from an image made once for each state of the migrations. */
export async function pgliteTestDatabase(): Promise<TestDatabase> {
  const folder = path.join(tmpdir(), `plumbline-test-${userInfo().uid}`)
  const file = path.join(folder, `pglite-${migrationsHash()}.tar`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const made = await openPglite({})
    const image = await made.dump()
    await made.close()
    // Renamed into place: other workers of the run see the whole file or none.
    const partial = `${file}.${randomBytes(6).toString('hex')}`
    writeFileSync(partial, Buffer.from(await image.arrayBuffer()))
    renameSync(partial, file)
  }
  return { ...(await openPglite({ image: new Blob([readFileSync(file)]) })), url: null }
}

/**
 * A database of its own in the run's cluster, cloned from the migrated template.
 *
 * @param server - `inject('postgresUrl')`.
 * @throws Error when the test run has no cluster: start it from the root, where globalSetup provides one.
 */
export async function postgresTestDatabase(server: string | undefined): Promise<TestDatabase> {
  if (!server)
    throw new Error('No PostgreSQL in this test run. Run vitest from the repository root: its config starts one.')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = await openDatabase(server, { schema: 'keep' })
  await admin.db.execute(sql.raw(`create database ${name} template ${TEMPLATE}`))
  await admin.close()
  const url = server.replace('/postgres?', `/${name}?`)
  return { ...(await openDatabase(url, { schema: 'keep' })), url }
}

/** Empties every table, append-only ones too: faster than a new database for each test. */
export async function clearDatabase({ db }: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`do $$ begin execute (
      select 'truncate ' || string_agg(quote_ident(tablename), ', ') || ' restart identity' from pg_tables where schemaname = 'public'
    ); end $$`)
  })
}

/** Both databases, for `describe.each`: the name, and how to get one. */
export const bothDatabases = (
  server: string | undefined,
): readonly (readonly [string, () => Promise<TestDatabase>])[] => [
  ['PGlite', pgliteTestDatabase],
  ['PostgreSQL', () => postgresTestDatabase(server)],
]

function migrationsHash(): string {
  const folder = fileURLToPath(new URL('../migrations', import.meta.url))
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort())
    hash.update(name).update(readFileSync(path.join(folder, name, 'migration.sql')))
  return hash.digest('hex').slice(0, 12)
}

/** Any statement, for what a test does behind the back of the queries. */
export const executeRaw = (
  database: Database,
  statement: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  queryRows<Record<string, unknown>>(database.db, sql.raw(statement))
