import { unitReader, type ComputedUnit } from '@plumbline/bundle'
import { historyOfRun, inputsOfRun, listRounds, type StoredRound, type StoredRun } from '@plumbline/db'
import { withCode } from '@plumbline/sandbox'
import type { App } from '../context.ts'
import { completeDataset } from '@plumbline/kernel'
import { lockOfRound } from '../lock.ts'
import type { OpenRun } from './cache.ts'
import { datasetOf, earlierNeed } from './dataset.ts'

/** Computes a stored run again from what it was computed from, or takes it from the cache. */
export function openRun(app: App, round: StoredRound, run: StoredRun): Promise<OpenRun> {
  return app.cache.get(run.id, async () => {
    const { db } = app.database
    const plugin = await app.standards.pinned(db, lockOfRound(round))
    const need = earlierNeed(plugin.plan.framework)
    const rows = await inputsOfRun(db, run.id)
    const earlier = need ? await historyOfRun(db, run.id, need) : []
    return compute(app, plugin, { rows, earlier })
  })
}

type Inputs = { readonly rows: Parameters<typeof datasetOf>[0]; readonly earlier: Parameters<typeof datasetOf>[0] }

/** Scores rows of a round under its plugin version. */
export async function compute(app: App, plugin: OpenRun['plugin'], { rows, earlier }: Inputs): Promise<OpenRun> {
  const reported = await withCode(app.sandbox, plugin, datasetOf(rows))
  const history = earlier.length > 0 ? datasetOf(earlier) : null
  const result = await app.scorer.score({ plan: plugin.plan, dataset: reported, history })
  const { dataset } = completeDataset(plugin.plan, reported)
  const unitOf = unitReader(result, plugin.catalogue)
  const unitAt = (row: number): ComputedUnit => unitOf(dataset.units[row] ?? '', row)
  return { plugin, dataset, history, result, unitAt }
}

/**
 * Opens the newest runs before anybody asks, newest period first, so that the first profile is as quick as the next.
 *
 * @param until - Aborted when the server stops.
 */
export async function warmUp(app: App, count: number, until: AbortSignal): Promise<void> {
  const records = await listRounds(app.database.db)
  for (const { round, run } of records.slice(0, count)) if (run && !until.aborted) await openRun(app, round, run)
}
