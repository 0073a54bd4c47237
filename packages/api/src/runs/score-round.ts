import { inputDigest, resultDigest, unitsOf, type ComputedUnit } from '@plumbline/bundle'
import {
  appendEvent,
  currentInputs,
  earlierInputs,
  findRound,
  insertRun,
  markDependents,
  markScored,
  newestRun,
  withDerived,
  writing,
} from '@plumbline/db'
import type { Db, DerivedValue, InputRow, NewRun, RunContent, StoredRound, StoredRun } from '@plumbline/db'
import { KERNEL_VERSION } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { RequestContext } from '../context.ts'
import { lockOfRound } from '../lock.ts'
import type { OpenRun } from './cache.ts'
import { earlierNeed } from './dataset.ts'
import { deriveValues, sourcesOf } from './derive.ts'
import { compute } from './open-run.ts'

interface Inputs {
  readonly rows: readonly InputRow[]
  readonly earlier: readonly InputRow[]
  /** Values taken from other results, which stand in `rows` already. */
  readonly derived: readonly DerivedValue[]
  readonly digest: string
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
    const units = unitsOf(computed.result, plugin.catalogue, computed.dataset.units)
    const stored = await store(ctx, round, { inputs, computed, units })
    if (!stored) continue
    ctx.log('run.committed', { round: round.key, run: stored.id })
    await ctx.cache.get(stored.id, async () => computed)
    return
  }
}

async function readInputs(db: Db, round: StoredRound, plugin: LoadedPlugin): Promise<Inputs> {
  const need = earlierNeed(plugin.plan.framework)
  const reported = await currentInputs(db, round.id)
  const { catalogue } = plugin
  const derived = await deriveValues(db, { period: round.period, catalogue, rows: reported })
  const rows = withDerived(reported, derived)
  const earlier = need ? await earlierInputs(db, round.id, need) : []
  return { rows, earlier, derived, digest: inputDigest(rows, earlier) }
}

function isSame(run: StoredRun, round: StoredRound, inputs: Inputs): boolean {
  return run.inputDigest === inputs.digest && run.pluginDigest === round.pluginDigest && run.kernel === KERNEL_VERSION
}

interface Computation {
  readonly inputs: Inputs
  readonly computed: OpenRun
  readonly units: readonly ComputedUnit[]
}

function store(ctx: RequestContext, round: StoredRound, computation: Computation): Promise<StoredRun | null> {
  const { inputs, computed, units } = computation
  const at = ctx.clock()
  const { semantics } = computed.plugin.plan.framework
  const computedBy = { kernel: KERNEL_VERSION, semantics }
  const digests = {
    inputDigest: inputs.digest,
    pluginDigest: round.pluginDigest,
    resultDigest: resultDigest(units),
  }
  const header: NewRun = { roundId: round.id, ...digests, ...computedBy, at }
  return writing(ctx.database.db, async (tx) => {
    if (!(await markScored(tx, round))) return null
    const stored = await insertRun(tx, header, contentOf(computation))
    await markDependents(tx, { plugins: dependentsOf(ctx, round), period: round.period })
    const payload = { run: stored.id, ...digests, ...computedBy }
    await appendEvent(tx, { at, actor: ctx.actor, kind: 'run', subject: round.key, payload })
    ctx.log('run.written', { round: round.key, run: stored.id })
    return stored
  })
}

/** Standards that take values from this round's results; none from a round beside another. */
function dependentsOf({ standards }: RequestContext, { pluginId, ofRoundId }: StoredRound): readonly string[] {
  if (ofRoundId !== null) return []
  const plugins = Array.from(standards.byDigest.values())
  return plugins.filter(({ catalogue }) => sourcesOf(catalogue).has(pluginId)).map(({ ref }) => ref.id)
}

function contentOf({ inputs: { rows, earlier, derived }, units }: Computation): RunContent {
  return {
    units: units.flatMap(({ code: _, ...computed }, index) => {
      const row = rows[index]
      if (!row) return []
      const { unitId, importId, roundId, position } = row
      return [{ ...computed, unitId, importId, roundId, position }]
    }),
    history: earlier.map(({ roundId, unitId, importId }) => ({ roundId, unitId, importId })),
    derived,
  }
}
