import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { analysis } from '../schema/results.ts'

/** An analysis as stored. */
export type StoredAnalysis = typeof analysis.$inferSelect
/** An analysis to be stored. */
export type NewAnalysis = Omit<StoredAnalysis, 'id'>
/** An analysis without its report, which may be large. */
export type AnalysisRecord = Omit<StoredAnalysis, 'report'>

const record = {
  id: analysis.id,
  digest: analysis.digest,
  runId: analysis.runId,
  kind: analysis.kind,
  job: analysis.job,
  kernel: analysis.kernel,
  semantics: analysis.semantics,
  actor: analysis.actor,
  at: analysis.at,
}

/** Keeps a finished analysis, once: a digest names its content for ever. */
export async function storeAnalysis(db: Db, content: NewAnalysis): Promise<void> {
  await db.insert(analysis).values(content).onConflictDoNothing({ target: analysis.digest })
}

/** The analysis with a digest; null where there is none. */
export async function findAnalysis(db: Db, digest: string): Promise<StoredAnalysis | null> {
  const [found] = await db.select().from(analysis).where(eq(analysis.digest, digest))
  return found ?? null
}

/** The analyses of a run without their reports, newest first. */
export function analysesOfRun(
  db: Db,
  { runId, kind }: { readonly runId: number; readonly kind?: StoredAnalysis['kind'] },
): Promise<AnalysisRecord[]> {
  return db
    .select(record)
    .from(analysis)
    .where(and(eq(analysis.runId, runId), kind === undefined ? undefined : eq(analysis.kind, kind)))
    .orderBy(desc(analysis.id))
}
