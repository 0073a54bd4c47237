import { fault, type Fault, type FaultPlace } from '@plumbline/kernel'
import type { PluginRef } from '@plumbline/plugin-api'
import type { Envelope } from '../signing/envelope.ts'
import { isSignedBy, statementOf } from '../signing/sign.ts'
import { ROLES, type Role, type Statement } from '../signing/statement.ts'
import type { Trust, TrustedKey } from './trust-file.ts'

/** A signature that counts. */
export interface AcceptedSignature {
  readonly keyid: string
  readonly holder: string
  readonly role: Role
  readonly signedAt: string
  /** Digest of the golden cases that it stands for as well; null where it says nothing of any. */
  readonly cases: string | null
}

/** Which signatures count, and why the others do not. */
export interface SignatureVerdict {
  readonly accepted: readonly AcceptedSignature[]
  /** One for each signature that does not count: why; and one for each that counts, but stands for other golden cases. */
  readonly faults: readonly Fault[]
}

/** A version with the signatures that it carries. */
export interface Signed {
  readonly ref: PluginRef
  /** The manifest's `publisher`: the namespace that the version claims. */
  readonly publisher: string
  readonly signatures: readonly Envelope[]
  /** Digest of the golden cases at hand, null where there are none; absent where nobody has looked. */
  readonly cases?: string | null
}

/**
 * Which signatures of a version count.
 *
 * @param today - ISO date of the judgement: a key must be valid on it as well as when it signed, since the time in a
 * statement is the signer's own word.
 * @returns Faults SIGNATURE_WRONG_KEY, SIGNATURE_INVALID, SIGNATURE_STATEMENT, SIGNATURE_REPLAYED, SIGNATURE_NAMESPACE,
 * SIGNATURE_ROLE, SIGNATURE_KEY_DATE, SIGNATURE_KEY_REVOKED, SIGNATURE_KEY_TWICE, SIGNATURE_CASES.
 */
export function judgeSignatures(
  { ref, publisher, signatures, cases }: Signed,
  trust: Trust,
  today: string,
): SignatureVerdict {
  const accepted: AcceptedSignature[] = []
  const faults: Fault[] = []
  for (const envelope of signatures) {
    const verdict = judgeOne(envelope, { ref, publisher, trust, today })
    if ('code' in verdict) faults.push(verdict)
    else if (accepted.some(({ keyid }) => keyid === verdict.keyid))
      faults.push(fault('SIGNATURE_KEY_TWICE', { holder: verdict.holder }, placeOf(ref)))
    else {
      accepted.push(verdict)
      // The cases may be corrected without touching what is scored: the signature stands for that all the same.
      if (cases !== undefined && verdict.cases !== null && verdict.cases !== cases)
        faults.push(fault('SIGNATURE_CASES', { holder: verdict.holder }, placeOf(ref)))
    }
  }
  return { accepted, faults }
}

/**
 * What is missing for `published`: a counting signature for each role, each with a key of its own.
 *
 * @returns PUBLISH_SIGNATURES with the roles still missing, or nothing.
 */
export function missingSignatures(ref: PluginRef, accepted: readonly AcceptedSignature[]): readonly Fault[] {
  const roles = ROLES.filter((role) => !accepted.some((one) => one.role === role))
  return roles.length === 0 ? [] : [fault('PUBLISH_SIGNATURES', { version: ref.version, roles }, placeOf(ref))]
}

const placeOf = ({ id }: PluginRef): FaultPlace => ({ plugin: id })

interface Case {
  readonly ref: PluginRef
  readonly publisher: string
  readonly trust: Trust
  readonly today: string
}

function judgeOne(envelope: Envelope, { ref, publisher, trust, today }: Case): AcceptedSignature | Fault {
  const at = placeOf(ref)
  const [{ keyid }] = envelope.signatures
  const known = trust.get(keyid)
  if (!known) return fault('SIGNATURE_WRONG_KEY', { keyid }, at)
  const { holder } = known
  if (!isSignedBy(envelope, known.key)) return fault('SIGNATURE_INVALID', { holder }, at)
  const said = statementOf(envelope)
  if (!said) return fault('SIGNATURE_STATEMENT', { holder }, at)
  if (said.id !== ref.id || said.version !== ref.version || said.digest !== ref.digest)
    return fault('SIGNATURE_REPLAYED', { holder, other: `${said.id} ${said.version} ${said.digest}` }, at)
  if (!owns(known, publisher)) return fault('SIGNATURE_NAMESPACE', { holder, publisher }, at)
  if (!known.roles.includes(said.role)) return fault('SIGNATURE_ROLE', { holder, role: said.role }, at)
  const { role, signedAt, cases = null } = said
  return dateFault(known, said, { today, at }) ?? { keyid, holder, role, signedAt, cases }
}

const owns = ({ namespaces }: TrustedKey, publisher: string): boolean =>
  namespaces.includes(publisher) || namespaces.includes('*')

function dateFault(
  { holder, from, until, revoked }: TrustedKey,
  { signedAt }: Statement,
  { today, at }: { readonly today: string; readonly at: FaultPlace },
): Fault | null {
  if (revoked !== null && revoked <= today) return fault('SIGNATURE_KEY_REVOKED', { holder, revoked }, at)
  const signed = signedAt.slice(0, 10)
  const valid = (day: string): boolean => from <= day && day <= until
  if (valid(signed) && valid(today) && signed <= today) return null
  return fault('SIGNATURE_KEY_DATE', { holder, from, until, signed, today }, at)
}
