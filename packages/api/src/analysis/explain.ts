import type { AskedBaseline, AskedRoutes, RouteReport, Standing, Waterfall } from '@plumbline/analysis'
import { findRound, firstRun, inputsOfRun } from '@plumbline/db'
import { fault, FaultError, type Dataset } from '@plumbline/kernel'
import { carriedOver, type CarriedOver } from '@plumbline/plugin-host'
import type { App } from '../context.ts'
import { lockOfRound } from '../lock.ts'
import { datasetOf } from '../runs/dataset.ts'
import { previousRound } from '../views/round.ts'
import { summaryOf } from '../views/summary.ts'
import type { RoundAudit, UnitChange } from './contract.ts'
import { analysedRun, rowOf, type AnalysedRun } from './run-input.ts'

export interface UnitOf {
  readonly roundId: string
  readonly unit: string
}

/** The audit of a round's standard with its data. */
export async function roundAudit(app: App, key: string): Promise<RoundAudit> {
  const { record, input } = await analysedRun(app, key)
  return {
    round: summaryOf(record, record.plugin.catalogue),
    report: await app.analyst.ask({ kind: 'audit', input }),
  }
}

/** Strengths against peers, and what is still open while cells are missing. @throws FaultError UNIT_NOT_IN_ROUND */
export async function standing(app: App, { roundId, unit }: UnitOf): Promise<Standing> {
  const run = await analysedRun(app, roundId)
  return app.analyst.ask({ kind: 'standing', input: run.input, row: rowOf(run, unit) })
}

/** Routes to the next grade, or to one asked for. @throws FaultError UNIT_NOT_IN_ROUND, ROUTE_… */
export async function unitRoutes(app: App, { roundId, unit }: UnitOf, options: AskedRoutes): Promise<RouteReport> {
  const run = await analysedRun(app, roundId)
  return app.analyst.ask({ kind: 'routes', input: run.input, row: rowOf(run, unit), options })
}

export type BaselineKind = 'full-marks' | 'peer-median' | 'next-grade' | 'previous'

/**
 * From a baseline to a unit's score.
 *
 * @throws FaultError UNIT_NOT_IN_ROUND, NO_EARLIER_ROUND, WATERFALL_…, PEERS_TOO_FEW.
 */
export async function unitWaterfall(app: App, { roundId, unit }: UnitOf, kind: BaselineKind): Promise<Waterfall> {
  const run = await analysedRun(app, roundId)
  const row = rowOf(run, unit)
  const baseline: AskedBaseline = kind === 'previous' ? await lastYear(app, run, unit) : { kind }
  return app.analyst.ask({ kind: 'waterfall', input: run.input, row, baseline })
}

async function lastYear(app: App, run: AnalysedRun, unit: string): Promise<AskedBaseline> {
  const earlier = await earlierRun(app, run, unit)
  return { kind: 'row', other: { input: earlier.input, row: rowOf(earlier, unit) } }
}

/**
 * Why a unit's score differs from the period before: own data, others' data, method, and a revision of the earlier data
 * since their first run. Between two versions with a migration the earlier data are carried over by it.
 *
 * @throws FaultError UNIT_NOT_IN_ROUND, NO_EARLIER_ROUND, ATTRIBUTION_…, MIGRATION_….
 */
export async function unitChange(app: App, { roundId, unit }: UnitOf): Promise<UnitChange> {
  const run = await analysedRun(app, roundId)
  rowOf(run, unit)
  const earlier = await earlierRun(app, run, unit)
  const data = ({ input, record }: AnalysedRun) => ({
    plan: input.plan,
    dataset: input.dataset,
    period: record.round.period,
  })
  const carried = carriedFrom(earlier, run)
  const change = await app.analyst.ask({
    kind: 'change',
    change: {
      unit,
      before: data(earlier),
      after: data(run),
      ...(await published(app, earlier, unit)),
      ...(carried && { carried }),
    },
  })
  const version = ({ record }: AnalysedRun): string => record.plugin.ref.version
  return {
    ...change,
    methodFirst: carried !== null,
    earlier: { roundId: earlier.record.round.key, period: earlier.record.round.period, version: version(earlier) },
    period: run.record.round.period,
    version: version(run),
  }
}

/** The earlier round's data under the later one's version; null where that has no migration for the earlier version. */
function carriedFrom(earlier: AnalysedRun, run: AnalysedRun): CarriedOver | null {
  const [from, to] = [earlier.record.plugin, run.record.plugin]
  if (from.ref.digest === to.ref.digest) return null
  return carriedOver(earlier.input.dataset, { from, to, asOf: lockOfRound(run.record.round).asOf })
}

/** The data of a round's first run, where they have been corrected since and the unit was in them. */
async function published(app: App, { record, run }: AnalysedRun, unit: string): Promise<{ published?: Dataset }> {
  const { db } = app.database
  const first = await firstRun(db, record.round.id)
  if (!first || first.inputDigest === run.inputDigest) return {}
  const dataset = datasetOf(await inputsOfRun(db, first.id))
  return dataset.units.includes(unit) ? { published: dataset } : {}
}

/** The same standard one period earlier, where the unit took part. @throws FaultError NO_EARLIER_ROUND */
async function earlierRun(app: App, { record }: AnalysedRun, unit: string): Promise<AnalysedRun> {
  const round = await findRound(app.database.db, record.round.key)
  const previous = round && (await previousRound(app, round))
  const run = previous?.run ? await analysedRun(app, previous.round.key) : null
  if (!run?.opened.dataset.units.includes(unit))
    throw new FaultError([fault('NO_EARLIER_ROUND', { round: record.round.key }, { unit })])
  return run
}
