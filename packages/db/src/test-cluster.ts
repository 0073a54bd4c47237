import type { TestProject } from 'vitest/node'
import { startCluster } from './cluster.ts'
import { openDatabase } from './database.ts'
import { sql } from 'drizzle-orm'
import { TEMPLATE } from './testing.ts'

/**
 * Vitest's globalSetup: one private PostgreSQL for the whole run, with one migrated template that each test file clones.
 * Without a PostgreSQL the run fails and says how to get one: tests on one database only would prove half.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster()
  try {
    const admin = await openDatabase(cluster.url('postgres'), { schema: 'keep' })
    await admin.db.execute(sql.raw(`create database ${TEMPLATE}`))
    await admin.close()
    const template = await openDatabase(cluster.url(TEMPLATE))
    await template.close()
  } catch (error) {
    await cluster.stop()
    throw error
  }
  project.provide('postgresUrl', cluster.url('postgres'))
  return () => cluster.stop()
}
