import type { LongInput } from '@plumbline/analysis'
import type { StoredRun } from '@plumbline/db'
import { fault, FaultError } from '@plumbline/kernel'
import type { App } from '../context.ts'
import type { OpenRun } from '../runs/cache.ts'
import { openRun } from '../runs/open-run.ts'
import { openRound, type OpenRound } from '../views/round.ts'

/** A round's newest run, opened. */
export interface AnalysedRun {
  readonly record: OpenRound
  readonly run: StoredRun
  readonly opened: OpenRun
  readonly input: LongInput
}

/**
 * Opens what an analysis reads: the newest run of a round, from its stored inputs.
 *
 * @throws FaultError ROUND_UNKNOWN, ROUND_NOT_SCORED, LOCK_PLUGIN_ABSENT.
 */
export async function analysedRun(app: App, key: string): Promise<AnalysedRun> {
  const record = await openRound(app, key)
  const { round, run } = record
  if (!run) throw new FaultError([fault('ROUND_NOT_SCORED', { round: key })])
  const opened = await openRun(app, round, run)
  return { record, run, opened, input: { plan: opened.plugin.plan, dataset: opened.dataset, history: opened.history } }
}

/** @throws FaultError UNIT_NOT_IN_ROUND */
export function rowOf({ record, opened }: AnalysedRun, unit: string): number {
  const row = opened.dataset.units.indexOf(unit)
  if (row < 0) throw new FaultError([fault('UNIT_NOT_IN_ROUND', { round: record.round.key }, { unit })])
  return row
}
