import {
  appendEvent,
  appendState,
  registeredVersions,
  signaturesOf,
  writing,
  type Db,
  type VersionState,
} from '@plumbline/db'
import { judgeSignatures, missingSignatures } from '@plumbline/bundle'
import type { CanonicalObject } from '@plumbline/digest'
import { fault, FaultError, type Fault } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { RequestContext } from '../context.ts'
import { register } from './register.ts'
import { envelopeOf } from './signatures.ts'
import { TRANSITIONS } from './states.ts'

export interface StateChange {
  readonly digest: string
  readonly state: VersionState
  readonly reason: string
}

/**
 * Changes a version's state, with a reason and a name, for ever in the history. A folder's version is stored with it.
 *
 * @throws FaultError STANDARD_UNKNOWN - no version at hand has the digest.
 * @throws FaultError VERSION_TRANSITION - the state cannot follow the one the version has.
 * @throws FaultError PUBLISH_SIGNATURES and every SIGNATURE_… - to publish, two signatures must count.
 */
export async function changeState(ctx: RequestContext, change: StateChange): Promise<void> {
  const { db } = ctx.database
  const known = ctx.standards.versions.find(({ plugin }) => plugin.ref.digest === change.digest)
  if (!known) throw new FaultError([fault('STANDARD_UNKNOWN', { plugin: change.digest })])
  const { plugin, origin } = known
  await writing(db, async (tx) => {
    await register(ctx, tx, { plugin, signatures: [], origin, reason: change.reason })
    const now = (await registeredVersions(tx)).find(({ digest }) => digest === change.digest)?.state ?? known.state
    const judged = change.state === 'published' ? await judgePublication(ctx, tx, plugin) : NOTHING_ASKED
    const faults = [...transitionFaults(now, change, plugin), ...judged.faults]
    if (faults.length > 0) throw new FaultError(faults)
    const at = ctx.clock()
    const { digest, state, reason } = change
    await appendState(tx, { digest, state, origin, reason, actor: ctx.actor, at })
    const subject = `${plugin.ref.id}@${plugin.ref.version}`
    const payload = { digest, from: now, state, reason, signatures: judged.signatures }
    await appendEvent(tx, { at, actor: ctx.actor, kind: 'version', subject, payload })
  })
  await ctx.standards.refresh(db)
}

function transitionFaults(now: VersionState, { state }: StateChange, { ref }: LoadedPlugin): readonly Fault[] {
  if (TRANSITIONS[now].includes(state)) return []
  return [fault('VERSION_TRANSITION', { version: ref.version, from: now, to: state }, { plugin: ref.id })]
}

interface Judgement {
  readonly faults: readonly Fault[]
  /** The signatures that count, for the event: what was judged on the day, whatever becomes of the keys. */
  readonly signatures: readonly CanonicalObject[]
}

const NOTHING_ASKED: Judgement = { faults: [], signatures: [] }

async function judgePublication(ctx: RequestContext, tx: Db, { ref, catalogue }: LoadedPlugin): Promise<Judgement> {
  const signatures = (await signaturesOf(tx, [ref.digest])).map(envelopeOf)
  const today = ctx.clock().toISOString().slice(0, 10)
  const signed = { ref, publisher: catalogue.publisher, signatures }
  const { accepted, faults } = judgeSignatures(signed, await ctx.trust(), today)
  const missing = missingSignatures(ref, accepted)
  return {
    faults: missing.length === 0 ? [] : [...missing, ...faults],
    signatures: accepted.map(({ keyid, holder, role, signedAt }) => ({ keyid, holder, role, signedAt })),
  }
}
