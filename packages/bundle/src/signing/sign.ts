import { sign, verify, type KeyObject } from 'node:crypto'
import { preAuthEncoding, type Envelope } from './envelope.ts'
import { algorithmOf, keyIdOf } from './keys.ts'
import { STATEMENT_TYPE, statement, statementBytes, type Statement } from './statement.ts'

/**
 * Signs a statement about a plugin version.
 *
 * @param key - A private key of `privateKeyOf`.
 */
export function signStatement(content: Statement, key: KeyObject): Envelope {
  const payload = statementBytes(content)
  const sig = sign(hashOf(key), preAuthEncoding(STATEMENT_TYPE, payload), key)
  return {
    payloadType: STATEMENT_TYPE,
    payload: payload.toString('base64'),
    signatures: [{ keyid: keyIdOf(key), sig: sig.toString('base64') }],
  }
}

/** Whether the envelope was signed with this key. Says nothing about what it states. */
export function isSignedBy({ payloadType, payload, signatures: [by] }: Envelope, key: KeyObject): boolean {
  const signed = preAuthEncoding(payloadType, Buffer.from(payload, 'base64'))
  try {
    return verify(hashOf(key), signed, key, Buffer.from(by.sig, 'base64'))
  } catch {
    // OpenSSL throws on bytes that are no signature of the algorithm at all.
    return false
  }
}

/** What an envelope states; null where it states nothing that a reader here understands. */
export function statementOf({ payloadType, payload }: Envelope): Statement | null {
  if (payloadType !== STATEMENT_TYPE) return null
  try {
    const parsed = statement.safeParse(JSON.parse(Buffer.from(payload, 'base64').toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Ed25519 hashes by itself. */
const hashOf = (key: KeyObject): 'sm3' | null => (algorithmOf(key) === 'sm2' ? 'sm3' : null)
