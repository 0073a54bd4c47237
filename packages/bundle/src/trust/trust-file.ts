import type { KeyObject } from 'node:crypto'
import { fault, FaultError, type Fault } from '@plumbline/kernel'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { keyIdOf, publicKeyOf } from '../signing/keys.ts'
import { ROLES, type Role } from '../signing/statement.ts'

const date = z.iso.date()
const trustFile = z.strictObject({
  apiVersion: z.literal('plumbline/trust-v1'),
  publishers: z
    .array(
      z.strictObject({
        /** Who holds the keys, as people know them. */
        name: z.string().min(1),
        /** The `publisher` entries of manifests that these keys may sign for; `*` for all: a committee's. */
        namespaces: z.array(z.string().min(1)).min(1),
        keys: z.array(
          z.strictObject({
            publicKey: z.string(),
            roles: z.array(z.enum(ROLES)).min(1),
            /** First and last day on which the key may sign. */
            from: date,
            until: date,
            /** Day from which nothing signed with the key counts, earlier signatures included. */
            revoked: date.optional(),
          }),
        ),
      }),
    )
    .max(1000),
})

/** One key of a trust file with whose it is. */
export interface TrustedKey {
  readonly keyid: string
  readonly key: KeyObject
  readonly holder: string
  readonly namespaces: readonly string[]
  readonly roles: readonly Role[]
  readonly from: string
  readonly until: string
  readonly revoked: string | null
}

/** Keys by id. */
export type Trust = ReadonlyMap<string, TrustedKey>

/** Nobody is trusted: what holds where there is no trust file. */
export const NO_TRUST: Trust = new Map()

/**
 * Reads a trust file: who may sign for what, until when, in which role. It is kept by hand, offline; nothing is looked
 * up anywhere.
 *
 * @param name - What faults call the file.
 * @throws FaultError TRUST_FILE - not YAML of the expected shape, by path.
 * @throws FaultError TRUST_KEY - a key that cannot be read, or is listed twice.
 */
export function readTrust(text: string, name: string): Trust {
  const parsed = trustFile.safeParse(yamlOf(text))
  if (!parsed.success) {
    throw new FaultError(
      parsed.error.issues.map(({ path, message }) =>
        fault('TRUST_FILE', { detail: message }, { file: name, path: path.join('/') }),
      ),
    )
  }
  const faults: Fault[] = []
  const trust = new Map<string, TrustedKey>()
  for (const [index, { name: holder, namespaces, keys }] of parsed.data.publishers.entries()) {
    for (const [position, { publicKey, roles, from, until, revoked }] of keys.entries()) {
      const at = { file: name, path: `publishers/${index}/keys/${position}` }
      const key = readKey(publicKey)
      const keyid = key && keyIdOf(key)
      if (key === null || keyid === null || trust.has(keyid)) faults.push(fault('TRUST_KEY', { holder }, at))
      else trust.set(keyid, { keyid, key, holder, namespaces, roles, from, until, revoked: revoked ?? null })
    }
  }
  if (faults.length > 0) throw new FaultError(faults)
  return trust
}

function yamlOf(text: string): unknown {
  try {
    const document = parseDocument(text, { version: '1.2', stringKeys: true, prettyErrors: false })
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 })
  } catch {
    return undefined
  }
}

function readKey(pem: string): KeyObject | null {
  try {
    return publicKeyOf(pem)
  } catch {
    return null
  }
}
