import { roundsByDigest, signaturesOf, statesOfPlugin, type StoredSignature } from '@plumbline/db'
import {
  judgeSignatures,
  missingSignatures,
  statementOf,
  type Envelope,
  type Signed,
  type Trust,
} from '@plumbline/bundle'
import { fault, FaultError } from '@plumbline/kernel'
import type { App } from '../context.ts'
import type { VersionList, VersionRecord, VersionSignature } from './contract.ts'
import { envelopeOf } from './signatures.ts'
import type { KnownVersion } from './standards.ts'
import { TRANSITIONS } from './states.ts'

/**
 * Every version of a standard: state, signatures, rounds, history.
 *
 * @throws FaultError STANDARD_UNKNOWN - nothing at hand and nothing that failed has the id.
 */
export async function versionList(app: App, id: string): Promise<VersionList> {
  const { db } = app.database
  const known = app.standards.versions.filter(({ plugin }) => plugin.ref.id === id)
  const failed = app.standards.failed.filter((one) => one.id === id)
  if (known.length + failed.length === 0) throw new FaultError([fault('STANDARD_UNKNOWN', { plugin: id })])
  const digests = known.map(({ plugin }) => plugin.ref.digest)
  const [trust, rounds, signatures, states] = await Promise.all([
    app.trust(),
    roundsByDigest(db),
    signaturesOf(db, digests),
    statesOfPlugin(db, id),
  ])
  const today = app.clock().toISOString().slice(0, 10)
  return {
    id,
    versions: known.toReversed().map((version) => recordOf(app, version, { trust, rounds, signatures, today })),
    history: states.toReversed().map(({ version, digest, state, origin, reason, actor, at }) => ({
      version,
      digest,
      state,
      origin,
      reason,
      actor,
      at: at.toISOString(),
    })),
    failed: failed.map(({ version, faults }) => ({ version, faults })),
  }
}

interface Facts {
  readonly trust: Trust
  readonly rounds: ReadonlyMap<string, number>
  readonly signatures: readonly StoredSignature[]
  readonly today: string
}

type Named = Pick<Signed, 'publisher' | 'ref'>

function recordOf(app: App, { plugin, state, origin }: KnownVersion, facts: Facts): VersionRecord {
  const { ref, uses, catalogue } = plugin
  const own = facts.signatures.filter(({ digest }) => digest === ref.digest)
  const signed = { ref, publisher: catalogue.publisher, signatures: own.map(envelopeOf) }
  const { accepted, faults } = judgeSignatures(signed, facts.trust, facts.today)
  const missing = missingSignatures(ref, accepted)
  return {
    plugin: ref,
    uses,
    title: catalogue.title,
    publisher: catalogue.publisher,
    state,
    origin,
    rounds: facts.rounds.get(ref.digest) ?? 0,
    preferred: app.standards.newest.get(ref.id)?.ref.digest === ref.digest,
    next: TRANSITIONS[state],
    signatures: signed.signatures.map((one) => signatureOf(one, signed, facts)),
    publishing: missing.length === 0 ? [] : [...missing, ...faults],
  }
}

function signatureOf(envelope: Envelope, { publisher, ref }: Named, { trust, today }: Facts): VersionSignature {
  const said = statementOf(envelope)
  const [{ keyid }] = envelope.signatures
  const { accepted } = judgeSignatures({ ref, publisher, signatures: [envelope] }, trust, today)
  const holder = trust.get(keyid)?.holder ?? null
  return { keyid, holder, role: said?.role ?? null, signedAt: said?.signedAt ?? null, counts: accepted.length > 0 }
}
