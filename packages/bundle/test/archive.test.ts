import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { LIMITS, packPlugin, readPlb, readPlbFile, type PackedPlugin } from '../src/index.ts'
import { forge, type Forged } from './forge.ts'
import { codesOf, FILES, PARTS, versionOf, withParts } from './versions.ts'

const header = (over: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ format: 1, ...versionOf().ref, ...over })
const whole: readonly Forged[] = [
  { name: 'plumbline.json', content: header() },
  ...Object.entries(FILES).map(([path, content]) => ({ name: `content/${path}`, content })),
]
const newer: readonly Forged[] = [{ name: 'plumbline.json', content: header({ format: 2 }) }, ...whole.slice(1)]
const refusal = (entries: readonly Forged[], count?: number): readonly string[] =>
  codesOf(() => readPlb(forge(entries, count), 'x.plb'))

describe('a packed plugin', () => {
  it('gives back what went in', () => {
    expect(readPlb(packPlugin(versionOf()), 'x.plb')).toEqual(versionOf())
  })

  it('is the same bytes whatever the order of files and the line ends', () => {
    const [manifest, method] = [FILES['plugin.yaml'], FILES['METHOD.en.md']]
    const other = { 'METHOD.en.md': method.replaceAll('\n', '\r\n'), 'plugin.yaml': `\uFEFF${manifest}` }
    expect(Buffer.from(packPlugin(versionOf(other)))).toEqual(Buffer.from(packPlugin(versionOf())))
  })

  it('is these bytes on every machine', () => {
    // The SHA-256 that Python's zipfile and hashlib give for the same entries, stored, dated 1980-01-01:
    // test/packed-sha256.py.
    const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
    expect(sha256(packPlugin(versionOf()))).toBe('fc94aad15af8ff0985366feaa5b62aa8d49d77d19a76afec7b9abb8f3a37169f')
    expect(sha256(packPlugin(withParts()))).toBe('72320deb75a0da693c8f615bd2d1609d09874fc5568d2081f0898b9c42961def')
  })

  it.each<readonly [string, PackedPlugin, number]>([
    ['neither form nor cases', withParts({}), 1],
    ['a form', withParts({ form: PARTS.form }), 2],
    ['cases', withParts({ cases: PARTS.cases }), 2],
    ['both', withParts(), 2],
  ])('gives back %s, under the same digest, in the oldest format that can say it', (_, version, format) => {
    const bytes = packPlugin(version)
    expect(readPlb(bytes, 'x.plb')).toEqual(version)
    expect(version.ref).toEqual(versionOf().ref)
    expect(JSON.parse(Buffer.from(unzipSync(bytes)['plumbline.json'] ?? []).toString('utf8'))).toMatchObject({ format })
  })

  it('is a ZIP that other programs read, and reads theirs, compressed ones too', () => {
    const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8')
    const entries = unzipSync(packPlugin(versionOf()))
    expect(Object.keys(entries)).toEqual(['plumbline.json', 'content/METHOD.en.md', 'content/plugin.yaml'])
    expect(text(entries['content/plugin.yaml'])).toBe(FILES['plugin.yaml'])
    const long = { 'plugin.yaml': 'a: a line like others\n'.repeat(20) }
    const theirs = zipSync({
      'plumbline.json': Buffer.from(header({ digest: versionOf(long).ref.digest })),
      'content/plugin.yaml': Buffer.from(long['plugin.yaml']),
    })
    expect(readPlb(theirs, 'x.plb').bundle.files).toEqual(long)
  })

  it('comes back from any texts', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}\.(md|yaml)$/)
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ unit: 'grapheme' })), (made) => {
        const files = Object.fromEntries(
          Object.entries(made).map(([path, text]) => [path, text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')]),
        )
        expect(readPlb(packPlugin(versionOf(files)), 'x.plb').bundle.files).toEqual(files)
      }),
    )
  })
})

describe('what is refused', () => {
  it('takes the hand-made archive that is as it ought to be', () => {
    expect(refusal(whole)).toEqual([])
    expect(refusal(newer)).toEqual([])
  })

  it.each<readonly [string, readonly Forged[], readonly string[]]>([
    ['a path that climbs out', [{ name: 'content/../../etc/passwd' }], ['BUNDLE_ENTRY_PATH']],
    ['an absolute path', [{ name: '/etc/passwd' }], ['BUNDLE_ENTRY_PATH']],
    ['a drive', [{ name: 'C:/windows/x' }], ['BUNDLE_ENTRY_PATH']],
    ['backslashes', [{ name: String.raw`content\..\x` }], ['BUNDLE_ENTRY_PATH']],
    ['an empty part', [{ name: 'content//x' }], ['BUNDLE_ENTRY_PATH']],
    ['a folder', [{ name: 'content/x/' }], ['BUNDLE_ENTRY_PATH']],
    ['a hidden file', [{ name: 'content/.x' }], ['BUNDLE_ENTRY_PATH']],
    ['a NUL in a name', [{ name: 'content/x\u0000.md' }], ['BUNDLE_ENTRY_PATH']],
    ['a name that is no text', [{ name: Buffer.from([0x63, 0xff]).toString('utf8') }], ['BUNDLE_ENTRY_PATH']],
    ['a symbolic link', [{ name: 'content/x', content: '/etc/passwd', mode: 0o120777 }], ['BUNDLE_ENTRY_LINK']],
    ['a device', [{ name: 'content/x', mode: 0o020666 }], ['BUNDLE_ENTRY_LINK']],
    ['a name twice', [{ name: 'content/x' }, { name: 'content/x' }], ['BUNDLE_ENTRY_TWICE']],
    ['a name twice but for case', [{ name: 'content/x' }, { name: 'content/X' }], ['BUNDLE_ENTRY_TWICE']],
    ['encryption', [{ name: 'content/x', flags: 1 }], ['BUNDLE_ENTRY_ENCRYPTED']],
    ['another method', [{ name: 'content/x', method: 12 }], ['BUNDLE_ENTRY_METHOD']],
    ['an entry of its own making', [{ name: 'setup.exe' }], ['BUNDLE_ENTRY_STRAY']],
    ['a wrong checksum', [{ name: 'content/x', crc: 1 }], ['BUNDLE_CHECKSUM']],
    ['two names for one entry', [{ name: 'content/x', localName: 'content/y' }], ['BUNDLE_NOT_ARCHIVE']],
    [
      'bytes that are no text',
      [{ name: 'content/x', content: Uint8Array.of(0xff, 0xfe, 0) }],
      ['BUNDLE_ENTRY_NOT_TEXT'],
    ],
    [
      'many things at once',
      [
        { name: '../a', mode: 0o120777 },
        { name: 'content/b', flags: 1 },
      ],
      ['BUNDLE_ENTRY_PATH', 'BUNDLE_ENTRY_LINK', 'BUNDLE_ENTRY_ENCRYPTED'],
    ],
  ])('%s', (_, extra, codes) => {
    expect(refusal([...whole, ...extra])).toEqual(codes)
  })

  it.each<readonly [string, readonly Forged[], string]>([
    ['another format', [{ name: 'plumbline.json', content: header({ format: 3 }) }], 'BUNDLE_FORMAT'],
    ['a format that is a word', [{ name: 'plumbline.json', content: header({ format: 'two' }) }], 'BUNDLE_HEADER'],
    ['a form in a format that has none', [...whole, { name: 'manifest.json' }], 'BUNDLE_ENTRY_STRAY'],
    ['cases in a format that has none', [...whole, { name: 'cases.yaml' }], 'BUNDLE_ENTRY_STRAY'],
    ['something else in the newer format', [...newer, { name: 'manifest.yaml' }], 'BUNDLE_ENTRY_STRAY'],
    ['a form twice', [...newer, { name: 'manifest.json' }, { name: 'Manifest.json' }], 'BUNDLE_ENTRY_TWICE'],
    ['no header', whole.slice(1), 'BUNDLE_HEADER'],
    ['a header with more in it', [{ name: 'plumbline.json', content: header({ more: 1 }) }], 'BUNDLE_HEADER'],
    [
      'content that was changed',
      [...whole.slice(0, 2), { name: 'content/METHOD.en.md', content: 'Else.\n' }],
      'BUNDLE_TAMPERED',
    ],
    ['content that was taken away', whole.slice(0, 2), 'BUNDLE_TAMPERED'],
    ['signatures that are none', [...whole, { name: 'signatures.json', content: '{}' }], 'BUNDLE_SIGNATURES'],
  ])('%s', (_, entries, code) => {
    expect(refusal(entries)).toEqual([code])
  })

  it('a form that is too large, or says that it unpacks to very much', () => {
    const content = new Uint8Array(LIMITS.entry + 1).fill(0x20)
    expect(refusal([...newer, { name: 'manifest.json', content }])).toEqual(['BUNDLE_ENTRY_TOO_LARGE'])
    const packed = { name: 'manifest.json', content: content.slice(1), method: 8 } as const
    expect(refusal([...newer, packed])).toEqual(['BUNDLE_ENTRY_RATIO'])
  })

  it('a changed byte anywhere in the content of a packed plugin', () => {
    const packed = packPlugin(versionOf())
    const from = Buffer.from(packed).indexOf('How it is done.')
    fc.assert(
      fc.property(fc.nat(14), fc.integer({ min: 1, max: 127 }), (at, change) => {
        const changed = Uint8Array.from(packed)
        changed[from + at] = (changed[from + at] ?? 0) ^ change
        expect(codesOf(() => readPlb(changed, 'x.plb'))).toHaveLength(1)
      }),
    )
  })

  it.each<readonly [string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('id: small\n'.repeat(10))],
    ['an archive that was cut off', packPlugin(versionOf()).slice(0, -30)],
    ['an archive without its beginning', packPlugin(versionOf()).slice(30)],
    ['a directory of more entries than it has', forge(whole, 5)],
    ['a directory of fewer entries than it has', forge(whole, 2)],
  ])('%s, as no archive', (_, bytes) => {
    expect(codesOf(() => readPlb(bytes, 'x.plb'))).toEqual(['BUNDLE_NOT_ARCHIVE'])
  })

  it('any bytes with a fault and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(500), (noise, at) => {
        const packed = Uint8Array.from(packPlugin(versionOf()))
        packed.set(noise.slice(0, Math.max(0, packed.length - at)), Math.min(at, packed.length))
        expect(codesOf(() => readPlb(packed, 'x.plb')).length).toBeLessThanOrEqual(6)
        expect(codesOf(() => readPlb(noise, 'x.plb'))).toEqual(['BUNDLE_NOT_ARCHIVE'])
      }),
    )
  })
})

describe('bombs', () => {
  const zeros = new Uint8Array(50 * 1024 * 1024)

  it('one entry that says how large it gets is not unpacked', () => {
    expect(refusal([...whole, { name: 'content/x', content: zeros, method: 8 }])).toEqual([
      'BUNDLE_ENTRY_TOO_LARGE',
      'BUNDLE_ENTRY_RATIO',
      'BUNDLE_UNPACKS_TOO_LARGE',
    ])
  })

  it('one that hides it is unpacked no further than it says', () => {
    const bomb = forge([...whole, { name: 'content/x', content: zeros, method: 8, unpacked: 900_000 }])
    const before = process.memoryUsage().arrayBuffers
    expect(codesOf(() => readPlb(bomb, 'x.plb'))).toEqual(['BUNDLE_SIZE_LIES'])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024)
  })

  it('one within the size of an entry is known by its ratio', () => {
    const content = new Uint8Array(1_000_000)
    expect(refusal([...whole, { name: 'content/x', content, method: 8 }])).toEqual(['BUNDLE_ENTRY_RATIO'])
  })

  it('many that together are too large, and too many', () => {
    const content = Buffer.from('0123456789abcdef'.repeat(65_536))
    const many = Array.from({ length: 17 }, (_, index) => ({ name: `content/${index}`, content }))
    expect(codesOf(() => readPlb(forge(many.slice(0, 16)), 'x.plb'))).toEqual(['BUNDLE_TOO_LARGE'])
    const claims = many.map(({ name }) => ({ name, content: 'x'.repeat(20_000), unpacked: 1_048_576 }))
    expect(refusal(claims)).toEqual(['BUNDLE_UNPACKS_TOO_LARGE'])
    expect(refusal(Array.from({ length: LIMITS.entries + 1 }, (_, index) => ({ name: `content/${index}` })))).toEqual([
      'BUNDLE_TOO_MANY_ENTRIES',
    ])
  })

  it('a file of 100 MB is not read', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'plumbline-'))
    onTestFinished(() => rmSync(directory, { recursive: true }))
    const path = join(directory, 'x.plb')
    writeFileSync(path, '')
    truncateSync(path, 100 * 1024 * 1024)
    await expect(readPlbFile(path)).rejects.toThrow('BUNDLE_TOO_LARGE')
    await expect(readPlbFile(directory)).rejects.toThrow('BUNDLE_FILE')
    await expect(readPlbFile(join(directory, 'nobody.plb'))).rejects.toThrow('BUNDLE_FILE')
  })

  it('a manifest of 100 MB in an entry is not unpacked', () => {
    const content = new Uint8Array(100 * 1024 * 1024).fill(0x23)
    const [code] = refusal([
      { name: 'plumbline.json', content: header() },
      { name: 'content/plugin.yaml', content, method: 8 },
    ])
    expect(code).toBe('BUNDLE_ENTRY_TOO_LARGE')
  })
})
