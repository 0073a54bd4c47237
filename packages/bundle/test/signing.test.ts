import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  casesDigestOf,
  generateKeyPair,
  isSignedBy,
  judgeSignatures,
  keyIdOf,
  missingSignatures,
  packPlugin,
  preAuthEncoding,
  privateKeyOf,
  publicKeyOf,
  readPlb,
  readTrust,
  signStatement,
  statementOf,
  type Algorithm,
  type Envelope,
  type KeyPair,
  type Role,
  type Statement,
} from '../src/index.ts'
import { codesOf, versionOf, withParts } from './versions.ts'

const { ref } = versionOf()
const statementBy = (role: Role, over: Partial<Statement> = {}): Statement => ({
  ...ref,
  role,
  signedAt: '2026-06-01T08:00:00Z',
  ...over,
})
const signed = (pair: KeyPair, content: Statement): Envelope => signStatement(content, privateKeyOf(pair.privateKey))

const pem = ({ publicKey }: KeyPair): string => publicKey.trimEnd().replaceAll('\n', '\n          ')

interface Holder {
  readonly name: string
  readonly pair: KeyPair
  readonly namespaces?: string
  readonly roles?: string
  readonly until?: string
  readonly more?: string
}

const trustText = (holders: readonly Holder[]): string =>
  [
    'apiVersion: plumbline/trust-v1',
    'publishers:',
    ...holders.flatMap(({ name, pair, namespaces = 'test', roles = 'publisher', until = '2027-12-31', more = '' }) => [
      `  - name: ${name}`,
      `    namespaces: ['${namespaces}']`,
      '    keys:',
      `      - { from: 2026-01-01, until: ${until}, roles: [${roles}], ${more}publicKey: "${pem(pair).replaceAll(/\n\s*/g, '\\n')}\\n" }`,
    ]),
  ].join('\n')

describe('DSSE', () => {
  it('encodes as the examples of its protocol do', () => {
    // github.com/secure-systems-lab/dsse, protocol.md, test vectors
    const encoded = preAuthEncoding('http://example.com/HelloWorld', Buffer.from('hello world'))
    expect(encoded.toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world')
  })
})

/** An algorithm that this build of OpenSSL lacks is not tested, and the run says so. */
const present = (['ed25519', 'sm2'] as const).filter((algorithm) => {
  try {
    generateKeyPair(algorithm)
    return true
  } catch (error) {
    console.warn(`${algorithm} is not tested: ${String(error)}`)
    return false
  }
})

it('Ed25519 is there at least', () => {
  expect(present).toContain('ed25519')
})

describe.each(present)('signatures with %s', (algorithm: Algorithm) => {
  const publisher = generateKeyPair(algorithm)
  const committee = generateKeyPair(algorithm)
  const stranger = generateKeyPair(algorithm)
  const trust = readTrust(
    trustText([
      { name: 'Test association', pair: publisher },
      { name: 'Committee', pair: committee, namespaces: '*', roles: 'committee' },
    ]),
    'trust.yaml',
  )
  const judge = (signatures: readonly Envelope[], over: Readonly<{ publisher?: string; today?: string }> = {}) =>
    judgeSignatures({ ref, publisher: over.publisher ?? 'test', signatures }, trust, over.today ?? '2026-07-01')
  const codes = (...asked: Parameters<typeof judge>): readonly string[] =>
    judge(...asked).faults.map(({ code }) => code)
  const both = [signed(publisher, statementBy('publisher')), signed(committee, statementBy('committee'))]

  it('count when publisher and committee have signed this very version', () => {
    const { accepted, faults } = judge(both)
    expect(faults).toEqual([])
    expect(accepted.map(({ holder, role }) => [holder, role])).toEqual([
      ['Test association', 'publisher'],
      ['Committee', 'committee'],
    ])
    expect(missingSignatures(ref, accepted)).toEqual([])
    expect(missingSignatures(ref, accepted.slice(1))).toMatchObject([
      { code: 'PUBLISH_SIGNATURES', params: { roles: ['publisher'] } },
    ])
  })

  it('travel with the packed plugin and leave its digest alone', () => {
    const packed = packPlugin({ ...versionOf(), signatures: both })
    expect(readPlb(packed, 'x.plb')).toEqual({ ...versionOf(), signatures: both })
    const parts = { ...withParts(), signatures: both }
    expect(readPlb(packPlugin(parts), 'x.plb')).toEqual(parts)
  })

  it('cover the golden cases that they were made over, and count for the content whatever becomes of those', () => {
    const cases = casesDigestOf(withParts().bundle)
    // SHA-256 of the text, by another program: printf 'cases: []\\n' | sha256sum
    expect(cases).toBe('sha256:67fd4cc91da7c4d6870049981fed4d367327a4bb687e73666652796d80b533b8')
    expect([casesDigestOf(versionOf().bundle), casesDigestOf({ files: {}, cases: 'cases: []\r\n' })]).toEqual([
      null,
      cases,
    ])
    const over = [signed(publisher, statementBy('publisher', cases === null ? {} : { cases })), ...both.slice(1)]
    const codesWith = (at: string | null) => {
      const { accepted, faults } = judgeSignatures(
        { ref, publisher: 'test', signatures: over, cases: at },
        trust,
        '2026-07-01',
      )
      expect(missingSignatures(ref, accepted)).toEqual([])
      expect(accepted.map((one) => one.cases)).toEqual([cases, null])
      return faults.map(({ code }) => code)
    }
    expect(codesWith(cases)).toEqual([])
    expect(codesWith(`sha256:${'0'.repeat(64)}`)).toEqual(['SIGNATURE_CASES'])
    expect(codesWith(null)).toEqual(['SIGNATURE_CASES'])
    expect(judge(over).faults).toEqual([])
  })

  it('verify with Node alone', () => {
    const [envelope] = both
    if (!envelope) throw new Error('signed above')
    const bytes = Buffer.concat([
      Buffer.from(`DSSEv1 48 ${envelope.payloadType} ${Buffer.from(envelope.payload, 'base64').length} `),
      Buffer.from(envelope.payload, 'base64'),
    ])
    const sig = Buffer.from(envelope.signatures[0].sig, 'base64')
    const hash = algorithm === 'sm2' ? 'sm3' : null
    expect(verify(hash, bytes, createPublicKey(publisher.publicKey), sig)).toBe(true)
  })

  it('a key that is not in the trust file', () => {
    expect(codes([signed(stranger, statementBy('publisher'))])).toEqual(['SIGNATURE_WRONG_KEY'])
  })

  it('a key that says it is another', () => {
    const envelope = signed(stranger, statementBy('publisher'))
    const claimed: Envelope = { ...envelope, signatures: [{ ...envelope.signatures[0], keyid: publisher.keyid }] }
    expect(codes([claimed])).toEqual(['SIGNATURE_INVALID'])
  })

  it.each<readonly [string, Partial<Statement>]>([
    ['another version', { version: '0.2.0' }],
    ['another content', { digest: `sha256:${'0'.repeat(64)}` }],
    ['another plugin', { id: 'other' }],
  ])('a signature replayed from %s', (_, over) => {
    expect(codes([signed(publisher, statementBy('publisher', over))])).toEqual(['SIGNATURE_REPLAYED'])
  })

  it('a statement that was changed after signing', () => {
    const envelope = signed(publisher, statementBy('publisher', { version: '0.2.0' }))
    const text = Buffer.from(envelope.payload, 'base64').toString().replace('0.2.0', '0.1.0')
    expect(codes([{ ...envelope, payload: Buffer.from(text).toString('base64') }])).toEqual(['SIGNATURE_INVALID'])
  })

  it('a namespace that the key does not own', () => {
    expect(codes(both, { publisher: 'another-association' })).toEqual(['SIGNATURE_NAMESPACE'])
  })

  it('a role that the key may not take', () => {
    expect(codes([signed(publisher, statementBy('committee'))])).toEqual(['SIGNATURE_ROLE'])
    expect(codes([signed(committee, statementBy('publisher'))])).toEqual(['SIGNATURE_ROLE'])
  })

  it.each([
    ['signed before the key was valid', '2025-12-31T23:59:59Z', '2026-07-01'],
    ['signed after the key had ended', '2028-01-01T00:00:00Z', '2028-01-02'],
    ['judged after the key has ended, whatever the signer’s clock said', '2026-06-01T00:00:00Z', '2028-01-02'],
    ['signed in the future', '2026-08-01T00:00:00Z', '2026-07-01'],
  ])('%s', (_, signedAt, today) => {
    expect(codes([signed(publisher, statementBy('publisher', { signedAt }))], { today })).toEqual([
      'SIGNATURE_KEY_DATE',
    ])
  })

  it('the same key twice, in two roles too', () => {
    const shared = readTrust(trustText([{ name: 'One', pair: publisher, roles: 'publisher, committee' }]), 't')
    const twice = [signed(publisher, statementBy('publisher')), signed(publisher, statementBy('committee'))]
    const verdict = judgeSignatures({ ref, publisher: 'test', signatures: twice }, shared, '2026-07-01')
    expect(verdict.faults.map(({ code }) => code)).toEqual(['SIGNATURE_KEY_TWICE'])
    expect(missingSignatures(ref, verdict.accepted)).toMatchObject([{ params: { roles: ['committee'] } }])
  })

  it('a key that was revoked, for what it signed before too', () => {
    const revoked = readTrust(trustText([{ name: 'One', pair: publisher, more: 'revoked: 2026-06-15, ' }]), 't')
    const judged = (today: string): readonly string[] =>
      judgeSignatures({ ref, publisher: 'test', signatures: both.slice(0, 1) }, revoked, today).faults.map(
        ({ code }) => code,
      )
    expect(judged('2026-06-14')).toEqual([])
    expect(judged('2026-06-15')).toEqual(['SIGNATURE_KEY_REVOKED'])
  })

  it('bytes that are no signature, and a payload that is no statement', () => {
    const [envelope] = both
    if (!envelope) throw new Error('signed above')
    const noise: Envelope = { ...envelope, signatures: [{ keyid: publisher.keyid, sig: 'AAAA' }] }
    expect(isSignedBy(noise, publicKeyOf(publisher.publicKey))).toBe(false)
    expect(codes([noise])).toEqual(['SIGNATURE_INVALID'])
    expect(statementOf({ ...envelope, payloadType: 'text/plain' })).toBeNull()
    expect(statementOf({ ...envelope, payload: 'AAAA' })).toBeNull()
  })
})

describe('keys', () => {
  it('have one name, private or public', () => {
    const pair = generateKeyPair('ed25519')
    expect(keyIdOf(privateKeyOf(pair.privateKey))).toBe(pair.keyid)
    expect(keyIdOf(publicKeyOf(pair.publicKey))).toBe(pair.keyid)
  })

  it('of other kinds, and what is no key, are refused', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    expect(codesOf(() => publicKeyOf(publicKey.export({ type: 'spki', format: 'pem' }).toString()))).toEqual([
      'KEY_ALGORITHM_UNKNOWN',
    ])
    expect(codesOf(() => privateKeyOf('-----BEGIN PRIVATE KEY-----'))).toEqual(['KEY_UNREADABLE'])
  })
})

describe('a trust file', () => {
  const pair = generateKeyPair('ed25519')

  it.each<readonly [string, string, readonly string[]]>([
    ['no YAML', 'a: [', ['TRUST_FILE']],
    ['another version', 'apiVersion: plumbline/trust-v2\npublishers: []\n', ['TRUST_FILE']],
    ['a misspelt key', `${trustText([{ name: 'A', pair }])}\nnamspaces: []\n`, ['TRUST_FILE']],
    ['a key that is none', trustText([{ name: 'A', pair: { ...pair, publicKey: 'nothing' } }]), ['TRUST_KEY']],
    [
      'a key listed twice',
      trustText([
        { name: 'A', pair },
        { name: 'B', pair },
      ]),
      ['TRUST_KEY'],
    ],
    ['an unknown role', trustText([{ name: 'A', pair, roles: 'king' }]), ['TRUST_FILE']],
    [
      'an alias bomb',
      `a: &a [${'x,'.repeat(9)}x]\n${'bcdefg'.replace(/./g, (id, at: number) => `${id}: &${id} [${`*${'abcdefg'.charAt(at)},`.repeat(10)}]\n`)}`,
      ['TRUST_FILE'],
    ],
  ])('refuses %s', (_, text, codes) => {
    expect(codesOf(() => readTrust(text, 'trust.yaml'))).toEqual(codes)
  })
})
