import { unscoredRounds, type StoredRound } from '@plumbline/db'
import type { RequestContext } from '../context.ts'
import { lockOfRound } from '../lock.ts'
import { sourcesOf } from './derive.ts'
import { scoreRound } from './score-round.ts'

/**
 * Scores every round whose inputs changed since its newest run: oldest first, and those that others take values from
 * before those others. At start this finishes what a crash between an import and its run left open.
 *
 * @returns Keys of the rounds in the order in which they were scored.
 */
export async function settle(ctx: RequestContext): Promise<readonly string[]> {
  const scored: string[] = []
  for (;;) {
    const next = await nextRound(ctx, await unscoredRounds(ctx.database.db))
    if (!next) return scored
    await scoreRound(ctx, next.key)
    scored.push(next.key)
  }
}

/** Of the oldest period the first that waits for no other; circles are refused when standards are loaded. */
async function nextRound(ctx: RequestContext, waiting: readonly StoredRound[]): Promise<StoredRound | undefined> {
  const oldest = waiting.filter(({ period }) => period === waiting[0]?.period)
  for (const round of oldest) {
    const { catalogue } = await ctx.standards.pinned(ctx.database.db, lockOfRound(round))
    const sources = sourcesOf(catalogue)
    if (!oldest.some(({ pluginId }) => sources.has(pluginId))) return round
  }
  return oldest[0]
}
