import { defaultSpec, type LongReport } from '@plumbline/analysis'
import {
  analysesOfRun,
  findAnalysis,
  listRounds,
  resultsOfRun,
  type AnalysisRecord,
  type StoredRun,
} from '@plumbline/db'
import { fault, FaultError } from '@plumbline/kernel'
import type { App } from '../context.ts'
import { openRound, type OpenRound } from '../views/round.ts'
import { summaryOf } from '../views/summary.ts'
import { storedJob } from './stored-job.ts'
import type { AnalysisHead, AnalysisResult, RankIntervals, RoundAnalyses } from './contract.ts'

/** What there is of analyses of a round. @throws FaultError ROUND_UNKNOWN */
export async function roundAnalyses(app: App, key: string): Promise<RoundAnalyses> {
  const record = await openRound(app, key)
  const { run, plugin } = record
  const kept = run ? await analysesOfRun(app.database.db, { runId: run.id }) : []
  return {
    round: summaryOf(record, plugin.catalogue),
    defaults: defaultSpec(plugin.plan),
    jobs: await app.jobs.ofRound(key),
    reports: run ? kept.map((each) => headOf(each, run)) : [],
  }
}

/** A report by its digest. @throws FaultError ANALYSIS_UNKNOWN */
export async function analysisResult(app: App, digest: string): Promise<AnalysisResult> {
  const { db } = app.database
  const kept = await findAnalysis(db, digest)
  const found = kept && (await roundOfRun(app, kept.runId))
  if (!kept || !found) throw new FaultError([fault('ANALYSIS_UNKNOWN', { id: digest })])
  const { record, run } = found
  return {
    head: headOf(kept, run),
    round: summaryOf(record, record.plugin.catalogue),
    names: (await resultsOfRun(db, run.id)).map(({ name }) => name),
    report: reportOf(kept.report),
  }
}

/** The rank intervals of the newest uncertainty report of a round's newest run; null where there is none. */
export async function rankIntervals(app: App, key: string): Promise<RankIntervals | null> {
  const { run } = await openRound(app, key)
  if (!run) return null
  const [newest] = await analysesOfRun(app.database.db, { runId: run.id, kind: 'uncertainty' })
  const kept = newest && (await findAnalysis(app.database.db, newest.digest))
  if (!kept) return null
  const report = reportOf(kept.report)
  if (report.kind !== 'uncertainty') return null
  const { units, groups } = report
  return {
    head: headOf(kept, run),
    units: units.flatMap(({ unit, rank }) => (rank ? [{ unit, low: rank.low, high: rank.high }] : [])),
    groups: groups.map((rows) => rows.map((row) => units[row]?.unit ?? '')),
  }
}

/** The round whose newest run a report is of; one of an older run is not told of any more. */
async function roundOfRun(app: App, runId: number): Promise<{ record: OpenRound; run: StoredRun } | null> {
  const rounds = await listRounds(app.database.db)
  const key = rounds.find(({ run }) => run?.id === runId)?.round.key
  if (key === undefined) return null
  const record = await openRound(app, key)
  return record.run && { record, run: record.run }
}

const headOf = ({ digest, job, kernel, semantics, at, actor }: AnalysisRecord, run: StoredRun): AnalysisHead => ({
  digest,
  job: storedJob(job),
  pluginDigest: run.pluginDigest,
  inputDigest: run.inputDigest,
  kernel,
  semantics,
  at: at.toISOString(),
  actor,
})

// A parse step: the column holds what a job kept, and never changes.
const reportOf = (report: unknown): LongReport => report as LongReport
