import type { SQL } from 'drizzle-orm'
import type { Db } from '../database.ts'

/**
 * Runs a statement that the query builder cannot say and gives its rows. `Row` is what the statement's own column list
 * promises: this is the parse step for both drivers, whose result types differ.
 */
export async function queryRows<Row extends object>(db: Db, statement: SQL): Promise<readonly Row[]> {
  const result: unknown = await db.execute(statement)
  if (!hasRows<Row>(result)) throw new TypeError('the driver gave no rows')
  return result.rows
}

const hasRows = <Row>(result: unknown): result is { readonly rows: readonly Row[] } =>
  typeof result === 'object' && result !== null && 'rows' in result && Array.isArray(result.rows)
