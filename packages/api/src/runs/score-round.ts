import { inputDigest, resultDigest } from '@plumbline/bundle'
import {
  appendEvent,
  currentInputs,
  earlierInputs,
  findRound,
  insertRun,
  markScored,
  newestRun,
  unscoredRounds,
  writing,
} from '@plumbline/db'
import type { Db, InputRow, NewRun, RunContent, StoredRound, StoredRun } from '@plumbline/db'
import { KERNEL_VERSION } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { RequestContext } from '../context.ts'
import { lockOfRound } from '../lock.ts'
import type { OpenRun } from './cache.ts'
import { earlierNeed } from './dataset.ts'
import { compute } from './open-run.ts'

interface Inputs {
  readonly rows: readonly InputRow[]
  readonly earlier: readonly InputRow[]
  readonly digest: string
}

/**
 * Scores every round whose inputs changed since its newest run, oldest first. At start this finishes what a crash
 * between an import and its run left open.
 */
export async function settle(ctx: RequestContext): Promise<readonly string[]> {
  const waiting = await unscoredRounds(ctx.database.db)
  for (const round of waiting) await scoreRound(ctx, round.key)
  return waiting.map(({ key }) => key)
}

/**
 * Computes a round from its current inputs and stores the run, in one transaction. Equal inputs under the same plugin
 * version and kernel keep the newest run. When an import comes in between, the computation is thrown away and begins
 * again: a run is never stored against inputs that had already changed.
 */
export async function scoreRound(ctx: RequestContext, key: string): Promise<void> {
  const { db } = ctx.database
  for (;;) {
    const round = (await findRound(db, key))?.round
    if (!round) return
    const plugin = await ctx.standards.pinned(db, lockOfRound(round))
    const inputs = await readInputs(db, round, plugin)
    const newest = await newestRun(db, round.id)
    if (newest && isSame(newest, round, inputs)) {
      if (await markScored(db, round)) return
      continue
    }
    ctx.log('run.scoring', { round: round.key, rows: inputs.rows.length })
    const computed = await compute(ctx, plugin, inputs)
    const stored = await store(ctx, round, { inputs, computed })
    if (!stored) continue
    ctx.log('run.committed', { round: round.key, run: stored.id })
    await ctx.cache.get(stored.id, async () => computed)
    return
  }
}

async function readInputs(db: Db, round: StoredRound, plugin: LoadedPlugin): Promise<Inputs> {
  const need = earlierNeed(plugin.plan.framework)
  const rows = await currentInputs(db, round.id)
  const earlier = need ? await earlierInputs(db, round.id, need) : []
  return { rows, earlier, digest: inputDigest(rows, earlier) }
}

function isSame(run: StoredRun, round: StoredRound, inputs: Inputs): boolean {
  return run.inputDigest === inputs.digest && run.pluginDigest === round.pluginDigest && run.kernel === KERNEL_VERSION
}

interface Computation {
  readonly inputs: Inputs
  readonly computed: OpenRun
}

function store(ctx: RequestContext, round: StoredRound, { inputs, computed }: Computation): Promise<StoredRun | null> {
  const at = ctx.clock()
  const { semantics } = computed.plugin.plan.framework
  const computedBy = { kernel: KERNEL_VERSION, semantics }
  const digests = {
    inputDigest: inputs.digest,
    pluginDigest: round.pluginDigest,
    resultDigest: resultDigest(computed.units),
  }
  const header: NewRun = { roundId: round.id, ...digests, ...computedBy, at }
  return writing(ctx.database.db, async (tx) => {
    if (!(await markScored(tx, round))) return null
    const stored = await insertRun(tx, header, contentOf(inputs, computed))
    const payload = { run: stored.id, ...digests, ...computedBy }
    await appendEvent(tx, { at, actor: ctx.actor, kind: 'run', subject: round.key, payload })
    ctx.log('run.written', { round: round.key, run: stored.id })
    return stored
  })
}

function contentOf({ rows, earlier }: Inputs, { units }: OpenRun): RunContent {
  return {
    units: units.flatMap(({ code: _, ...computed }, index) => {
      const row = rows[index]
      if (!row) return []
      const { unitId, importId, roundId, position } = row
      return [{ ...computed, unitId, importId, roundId, position }]
    }),
    history: earlier.map(({ roundId, unitId, importId }) => ({ roundId, unitId, importId })),
  }
}
