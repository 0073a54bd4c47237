import { sql } from 'drizzle-orm'
import type { Db } from '../database.ts'

/** One number for the lock that orders everything that writes, on any number of servers. */
const WRITE_LOCK = 7_401_802

/**
 * Runs the work in one transaction, after all others that write: what it reads stays true until it commits. Imports
 * and runs are rare and short, so one order for all is cheaper than reasoning about many.
 */
export function writing<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${WRITE_LOCK})`)
    return work(tx)
  })
}
