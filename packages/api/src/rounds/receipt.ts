import { comparable, inputForm, type Receipt } from '@plumbline/bundle'
import { findBundle, findEvent, historyOfRun, inputsOfRun, newestEvent, resultsOfRun, type Db } from '@plumbline/db'
import { fault, FaultError } from '@plumbline/kernel'
import type { Lock } from '@plumbline/plugin-host'
import type { App } from '../context.ts'
import { lockOfRound } from '../lock.ts'
import { earlierNeed } from '../runs/dataset.ts'
import { openRound } from '../views/round.ts'

/**
 * The receipt of a round's newest run: plugin files, data, result and the event that recorded it. With it anybody
 * computes the result again, without this server.
 *
 * @throws FaultError ROUND_UNKNOWN, ROUND_NOT_SCORED, LOCK_PLUGIN_ABSENT
 */
export async function receiptOf(app: App, roundId: string): Promise<Receipt> {
  const { db } = app.database
  const { round, run, plugin } = await openRound(app, roundId)
  if (!run) throw new FaultError([fault('ROUND_NOT_SCORED', { round: roundId })])
  const lock = lockOfRound(round)
  const need = earlierNeed(plugin.plan.framework)
  const [rows, history, results, event, head] = await Promise.all([
    inputsOfRun(db, run.id),
    need ? historyOfRun(db, run.id, need) : [],
    resultsOfRun(db, run.id),
    findEvent(db, { kind: 'run', subject: round.key, payload: { run: run.id } }),
    newestEvent(db),
  ])
  if (!event || !head) throw new Error(`run ${run.id} has no event`)
  const { key, period, demonstration } = round
  // Parse step: what `inputForm` and `comparable` spell is what a receipt holds.
  return {
    format: 'plumbline-receipt/1',
    round: { key, plugin: lock.plugin.id, period, demonstration },
    lock: { ...lock, uses: [...lock.uses] },
    bundles: await bundlesOf(app, db, lock),
    input: { digest: run.inputDigest, rows: rows.map(inputForm), history: history.map(inputForm) },
    result: {
      digest: run.resultDigest,
      kernel: run.kernel,
      semantics: run.semantics,
      at: run.at.toISOString(),
      rows: results.map(comparable),
    },
    event: { ...event, at: event.at.toISOString() },
    chain: { seq: head.seq, hash: head.hash },
  } as Receipt
}

async function bundlesOf(app: App, db: Db, { plugin, uses }: Lock): Promise<Receipt['bundles']> {
  const found = await Promise.all(
    [plugin, ...uses].map(async ({ id, version, digest }) => {
      const bundle = app.standards.byDigest.get(digest)?.bundle ?? (await findBundle(db, digest))
      if (!bundle) throw new FaultError([fault('LOCK_PLUGIN_ABSENT', { version }, { plugin: id })])
      return [digest, { files: { ...bundle.files } }] as const
    }),
  )
  return Object.fromEntries(found)
}
