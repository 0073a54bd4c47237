import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { fault, FaultError } from '@plumbline/kernel'

/** Ed25519 (RFC 8032), or SM2 with SM3 (GB/T 32918, GB/T 32905). */
export const ALGORITHMS = ['ed25519', 'sm2'] as const
/** A signature algorithm. */
export type Algorithm = (typeof ALGORITHMS)[number]

/** A private key with its public half. */
export interface KeyPair {
  /** PKCS #8 in PEM. To be kept secret. */
  readonly privateKey: string
  /** SubjectPublicKeyInfo in PEM: what a trust file lists. */
  readonly publicKey: string
  readonly keyid: string
}

/**
 * Makes a key pair from the system's random source.
 *
 * @throws FaultError KEY_ALGORITHM_ABSENT - this build of OpenSSL has no SM2.
 */
export function generateKeyPair(algorithm: Algorithm): KeyPair {
  try {
    const pair =
      algorithm === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'SM2' })
    return {
      privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      keyid: keyIdOf(pair.publicKey),
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new FaultError([fault('KEY_ALGORITHM_ABSENT', { algorithm, detail })])
  }
}

/** Name of a key: `sha256:` and the hex digest of its SubjectPublicKeyInfo. */
export const keyIdOf = (key: KeyObject): string => `sha256:${createHash('sha256').update(spkiOf(key)).digest('hex')}`

/**
 * @throws FaultError KEY_UNREADABLE - no PEM of a private key.
 * @throws FaultError KEY_ALGORITHM_UNKNOWN - neither Ed25519 nor SM2.
 */
export const privateKeyOf = (pem: string): KeyObject => usable(() => createPrivateKey(pem))

/**
 * @throws FaultError KEY_UNREADABLE - no PEM of a public key.
 * @throws FaultError KEY_ALGORITHM_UNKNOWN - neither Ed25519 nor SM2.
 */
export const publicKeyOf = (pem: string): KeyObject => usable(() => createPublicKey(pem))

/** The algorithm of a key; null for one that nothing here signs with. */
export function algorithmOf(key: KeyObject): Algorithm | null {
  if (key.asymmetricKeyType === 'ed25519') return 'ed25519'
  // Node has no name for an SM2 key once it was read from PEM; the curve's object identifier says it.
  return spkiOf(key).includes(SM2_OID) ? 'sm2' : null
}

/** 1.2.156.10197.1.301 in DER. */
const SM2_OID = Buffer.from([0x06, 0x08, 0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x01, 0x82, 0x2d])

const spkiOf = (key: KeyObject): Buffer =>
  (key.type === 'public' ? key : createPublicKey(key)).export({ type: 'spki', format: 'der' })

function usable(read: () => KeyObject): KeyObject {
  const key = readable(read)
  if (algorithmOf(key) === null) throw new FaultError([fault('KEY_ALGORITHM_UNKNOWN')])
  return key
}

function readable(read: () => KeyObject): KeyObject {
  try {
    return read()
  } catch {
    throw new FaultError([fault('KEY_UNREADABLE')])
  }
}
