import { findRound, type VersionState } from '@plumbline/db'
import { changesOf } from '@plumbline/plugin-host'
import type { PluginRef, Text } from '@plumbline/plugin-api'
import type { App, RequestContext } from '../context.ts'
import { lockOfRound } from '../lock.ts'
import { openRound } from '../views/round.ts'
import { baseOf } from './beside.ts'

/** A later version that says that the one of a round scored wrongly. */
export interface Erratum {
  readonly plugin: PluginRef
  readonly state: VersionState
  /** What was wrong, as the later version declares it. */
  readonly reason: Text
  /** The round with the same data under the later version; null where nobody scored it yet. */
  readonly twin: string | null
}

/**
 * The errata that a round is affected by: versions that correct the one it is pinned to. Drafts and withdrawn versions
 * say nothing about the results of others. Nothing is computed and no result is touched.
 *
 * @returns Newest version first; empty where there is none.
 * @throws FaultError ROUND_UNKNOWN.
 */
export async function roundErrata(ctx: RequestContext, roundId: string): Promise<readonly Erratum[]> {
  const { round } = await openRound(ctx, roundId)
  const found = correcting(ctx, lockOfRound(round).plugin)
  if (found.length === 0) return []
  const base = (await baseOf(ctx, roundId)).round
  const errata: Erratum[] = []
  for (const one of found) {
    const { id, version, digest } = one.plugin
    const beside = await findRound(ctx.database.db, `${id}@${version}.${base.period}`)
    const twin =
      base.pluginDigest === digest ? base.key : beside?.round.pluginDigest === digest ? beside.round.key : null
    errata.push({ ...one, twin })
  }
  return errata
}

function correcting({ standards }: App, { id, version }: PluginRef): readonly Omit<Erratum, 'twin'>[] {
  return standards.versions.toReversed().flatMap(({ plugin, state }) => {
    if (plugin.ref.id !== id || state === 'draft' || state === 'withdrawn') return []
    const changes = changesOf(plugin)
    return changes?.corrects && changes.since === version
      ? [{ plugin: plugin.ref, state, reason: changes.corrects }]
      : []
  })
}
