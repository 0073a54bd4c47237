import { sandboxDigest } from '@plumbline/sandbox'
import {
  appendEvent,
  currentInputs,
  earlierInputs,
  findRound,
  insertRound,
  writing,
  type Db,
  type StoredRound,
} from '@plumbline/db'
import { fault, FaultError, planAt } from '@plumbline/kernel'
import { lockOf, type LoadedPlugin } from '@plumbline/plugin-host'
import type { RequestContext } from '../context.ts'
import type { RoundSummary } from '../contract.ts'
import { storeVersions } from '../import/commit.ts'
import { plainLock } from '../lock.ts'
import { earlierNeed } from '../runs/dataset.ts'
import { compute } from '../runs/open-run.ts'
import { scoreRound } from '../runs/score-round.ts'
import { openRound, type OpenRound } from '../views/round.ts'
import { summarise } from '../views/summary.ts'

export interface Beside {
  readonly roundId: string
  /** Digest of the version to score by. */
  readonly digest: string
}

/**
 * Scores the data of a round under another version of its standard, in a round of its own beside it. The first round and
 * its result stay as they are; when its data change, both are scored again.
 *
 * @returns The round beside; the one that is there where the same version was asked for before.
 * @throws FaultError ROUND_UNKNOWN, VERSION_UNKNOWN, VERSION_WITHDRAWN, VERSION_SAME, ROUND_VERSION_TAKEN.
 * @throws FaultError with everything in the data that the other version cannot score; nothing is written then.
 */
export async function scoreBeside(ctx: RequestContext, { roundId, digest }: Beside): Promise<RoundSummary> {
  const { db } = ctx.database
  const base = await baseOf(ctx, roundId)
  const plugin = versionFor(ctx, base, digest)
  const key = `${plugin.ref.id}@${plugin.ref.version}.${base.round.period}`
  const there = await findRound(db, key)
  if (there) {
    if (there.round.pluginDigest !== digest)
      throw new FaultError([fault('ROUND_VERSION_TAKEN', { round: key, version: plugin.ref.version })])
    return summarise(ctx, there)
  }
  const asOf = ctx.clock().toISOString().slice(0, 10)
  const dated = { ...plugin, plan: planAt(plugin.plan, asOf) }
  const need = earlierNeed(dated.plan.framework)
  const rows = await currentInputs(db, base.round.id)
  const earlier = need ? await earlierInputs(db, base.round.id, need) : []
  await compute(ctx, dated, { rows, earlier })
  await writing(db, (tx) => insertBeside(ctx, tx, { base: base.round, plugin }))
  await scoreRound(ctx, key)
  const made = await findRound(db, key)
  if (!made) throw new Error(`round ${key} was written just now`)
  return summarise(ctx, made)
}

/** The round that the data came to. */
export async function baseOf(ctx: RequestContext, roundId: string): Promise<OpenRound> {
  const record = await openRound(ctx, roundId)
  return record.round.ofRoundId === null ? record : openRound(ctx, `${record.round.pluginId}.${record.round.period}`)
}

/** @throws FaultError VERSION_UNKNOWN, VERSION_WITHDRAWN, VERSION_SAME. */
export function versionFor(ctx: RequestContext, { round }: OpenRound, digest: string): LoadedPlugin {
  const known = ctx.standards.versions.find(({ plugin }) => plugin.ref.digest === digest)
  const at = { plugin: round.pluginId }
  if (!known || known.plugin.ref.id !== round.pluginId)
    throw new FaultError([fault('VERSION_UNKNOWN', { version: digest }, at)])
  const { version } = known.plugin.ref
  if (known.state === 'withdrawn') throw new FaultError([fault('VERSION_WITHDRAWN', { version }, at)])
  if (digest === round.pluginDigest) throw new FaultError([fault('VERSION_SAME', { version }, at)])
  return known.plugin
}

interface Pair {
  readonly base: StoredRound
  readonly plugin: LoadedPlugin
}

async function insertBeside(ctx: RequestContext, tx: Db, { base, plugin }: Pair): Promise<void> {
  const at = ctx.clock()
  const lock = lockOf(plugin, at.toISOString().slice(0, 10), sandboxDigest)
  await storeVersions(ctx, tx, lock)
  const { pluginId, period, demonstration } = base
  const { ref } = plugin
  const content = { pluginId, period, demonstration, pluginDigest: ref.digest, lock }
  const round = await insertRound(tx, { ...content, variant: ref.version, ofRoundId: base.id })
  const payload = { lock: plainLock(lock), of: base.key }
  await appendEvent(tx, { at, actor: ctx.actor, kind: 'round', subject: round.key, payload })
}
