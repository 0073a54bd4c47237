import type { RoundRecord, StoredRun } from '@plumbline/db'
import type { Catalogue, Text } from '@plumbline/plugin-api'
import type { App } from '../context.ts'
import type { RoundSummary, RunSummary } from '../contract.ts'
import { lockOfRound } from '../lock.ts'

/** The catalogue a round is pinned to; null when its version cannot be loaded any more: the other rounds still show. */
export async function catalogueOf(app: App, record: RoundRecord): Promise<Catalogue | null> {
  try {
    return (await app.standards.pinned(app.database.db, lockOfRound(record.round))).catalogue
  } catch (error) {
    app.report(error)
    return null
  }
}

export function summaryOf(record: RoundRecord, catalogue: Catalogue | null): RoundSummary {
  const { round, units, run } = record
  const lock = lockOfRound(round)
  return {
    id: round.key,
    plugin: lock.plugin,
    title: catalogue?.title ?? untitled(round.pluginId),
    status: catalogue?.status ?? 'unavailable',
    example: catalogue?.example ?? false,
    period: round.period,
    units,
    demonstration: round.demonstration,
    beside: round.ofRoundId === null ? null : `${round.pluginId}.${round.period}`,
    lock,
    run: run && runSummary(run),
  }
}

export const summarise = async (app: App, record: RoundRecord): Promise<RoundSummary> =>
  summaryOf(record, await catalogueOf(app, record))

export const untitled = (id: string): Text => ({ zh: id, en: id })

const runSummary = (run: StoredRun): RunSummary => ({
  id: String(run.id),
  at: run.at.toISOString(),
  inputDigest: run.inputDigest,
  resultDigest: run.resultDigest,
})
