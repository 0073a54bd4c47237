import { findRound, listRounds, resultsOfRun, type ResultRow, type RoundRecord, type StoredRun } from '@plumbline/db'
import { fault, FaultError } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { App } from '../context.ts'
import { lockOfRound } from '../lock.ts'

/** A round with the plugin version it is pinned to. */
export interface OpenRound extends RoundRecord {
  readonly plugin: LoadedPlugin
}

/**
 * @throws FaultError ROUND_UNKNOWN - no round has the id.
 * @throws FaultError LOCK_PLUGIN_ABSENT - its plugin version cannot be loaded.
 */
export async function openRound(app: App, key: string): Promise<OpenRound> {
  const record = await findRound(app.database.db, key)
  if (!record) throw new FaultError([fault('ROUND_UNKNOWN', { round: key })])
  return { ...record, plugin: await app.standards.pinned(app.database.db, lockOfRound(record.round)) }
}

export const resultsOf = async (app: App, run: StoredRun | null): Promise<readonly ResultRow[]> =>
  run ? resultsOfRun(app.database.db, run.id) : []

/** The same standard one period earlier; null where this is its first. */
export async function previousRound(app: App, { round }: RoundRecord): Promise<RoundRecord | null> {
  const rounds = await listRounds(app.database.db, { plugin: round.pluginId })
  return rounds.find((earlier) => earlier.round.ofRoundId === null && earlier.round.period < round.period) ?? null
}

/** A change between two rounds compares like with like only under the same plugin version. */
export const isSameVersion = (a: RoundRecord, b: RoundRecord): boolean => a.round.pluginDigest === b.round.pluginDigest
