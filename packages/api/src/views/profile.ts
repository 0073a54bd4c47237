import { derivedOfRun, resultOfUnit, resultsOfUnit, type ResultRow } from '@plumbline/db'
import { comparable } from '@plumbline/bundle'
import { canonicalJson } from '@plumbline/digest'
import { fault, FaultError, trace } from '@plumbline/kernel'
import type { App } from '../context.ts'
import type { HistoryPoint, Profile } from '../contract.ts'
import { openRun } from '../runs/open-run.ts'
import { openRound } from './round.ts'
import { summaryOf } from './summary.ts'

/**
 * One unit's result opened to the raw values. The trace comes from a computation done again from the stored inputs, and
 * is shown only if that gives the stored result, figure by figure.
 *
 * @throws FaultError ROUND_UNKNOWN, ROUND_NOT_SCORED, UNIT_NOT_IN_ROUND
 * @throws FaultError RESULT_DIFFERS - the computation does not give what is stored.
 */
export async function profile(app: App, key: string, code: string): Promise<Profile> {
  const record = await openRound(app, key)
  const { round, run } = record
  if (!run) throw new FaultError([fault('ROUND_NOT_SCORED', { round: key })])
  const stored = await resultOfUnit(app.database.db, run.id, code)
  if (!stored) throw new FaultError([fault('UNIT_NOT_IN_ROUND', { round: key }, { unit: code })])
  const opened = await openRun(app, round, run)
  const row = opened.dataset.units.indexOf(code)
  if (row < 0 || canonicalJson(comparable(opened.unitAt(row))) !== canonicalJson(comparable(stored)))
    throw new FaultError([fault('RESULT_DIFFERS', { round: key, run: run.id }, { unit: code })])
  return {
    round: summaryOf(record, record.plugin.catalogue),
    unit: { code, name: stored.name, group: stored.group },
    trace: trace(opened.result, opened.dataset, row, opened.history ? { history: opened.history } : {}),
    history: await historyOf(app, stored, round.pluginId),
    derived: (await derivedOfRun(app.database.db, run.id)).flatMap(({ unitId, item, units, sources }) =>
      unitId === stored.unitId ? [{ item, units, sources }] : [],
    ),
  }
}

async function historyOf(app: App, { unitId }: ResultRow, pluginId: string): Promise<readonly HistoryPoint[]> {
  const past = await resultsOfUnit(app.database.db, unitId, pluginId)
  return past.map(({ key, period, version, score, core, grade, rank }) => ({
    roundId: key,
    period,
    version,
    score,
    core,
    grade,
    rank,
  }))
}
