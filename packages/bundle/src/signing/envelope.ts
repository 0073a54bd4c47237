import { z } from 'zod'

/** A signed statement, after DSSE v1 (github.com/secure-systems-lab/dsse, protocol.md). One signer each. */
const envelope = z.strictObject({
  payloadType: z.string(),
  /** Base64 of the statement's bytes. */
  payload: z.base64().max(4096),
  signatures: z.tuple([z.strictObject({ keyid: z.string().max(100), sig: z.base64().max(1024) })]),
})
export const envelopes = z.array(envelope).max(20)

/** A signed statement, in the form of DSSE. */
export interface Envelope {
  readonly payloadType: string
  readonly payload: string
  readonly signatures: readonly [{ readonly keyid: string; readonly sig: string }]
}

/**
 * What is signed in place of the bare payload: a length stands before each part, so that neither type nor payload can
 * be read as another.
 *
 * @example preAuthEncoding('http://example.com/HelloWorld', Buffer.from('hello world')).toString()
 * // 'DSSEv1 29 http://example.com/HelloWorld 11 hello world'
 */
export function preAuthEncoding(type: string, payload: Uint8Array): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `
  return Buffer.concat([Buffer.from(head, 'utf8'), payload])
}
