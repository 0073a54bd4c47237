import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { FaultError } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { digestOf, loadPlugin, readBundle } from '../src/index.ts'
import { folder } from './folders.ts'
import { CORE } from './manifests.ts'

const codesOf = async (work: Promise<unknown>): Promise<readonly string[]> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof FaultError ? error.faults.map((one) => one.code) : [String(error)]
}

describe('reading a plugin folder', () => {
  it('takes what the version is made of and leaves the rest aside', async () => {
    const directory = folder({
      'plugin.yaml': CORE,
      'METHOD.en.md': 'method',
      'notes/panel.md': 'notes',
      'CHANGELOG.md': 'log',
      'README.zh-CN.md': 'readme',
      'package.json': '{}',
      'cases.yaml': 'cases: []',
      'old/small-0.1.0.plb': Uint8Array.of(0x50, 0x4b, 0xff),
      '.draft': 'hidden',
      'node_modules/x/index.js': '1',
    })
    expect(Object.keys((await readBundle(directory)).files)).toEqual(['METHOD.en.md', 'notes/panel.md', 'plugin.yaml'])
  })

  it('refuses a file of 2 MB without reading it', async () => {
    const directory = folder({ 'plugin.yaml': `${CORE}#${' '.repeat(2 * 1024 * 1024)}\n` })
    expect(await codesOf(loadPlugin(directory, []))).toEqual(['PLUGIN_FILE_TOO_LARGE'])
  })

  it('tells every unusable file at once', async () => {
    const directory = folder({
      'plugin.yaml': CORE,
      'logo.png': Uint8Array.of(0x89, 0x50, 0xff, 0xfe),
      'big.md': 'x'.repeat(2_000_000),
    })
    symlinkSync('/etc/hostname', join(directory, 'link.md'))
    expect(await codesOf(readBundle(directory))).toEqual([
      'PLUGIN_FILE_TOO_LARGE',
      'PLUGIN_FILE_LINK',
      'PLUGIN_FILE_NOT_TEXT',
    ])
  })

  it('refuses a folder that is none, one without a manifest, and one with far too many files', async () => {
    expect(await codesOf(loadPlugin('/nowhere/at/all', []))).toEqual(['PLUGIN_FOLDER'])
    expect(await codesOf(loadPlugin(folder({ 'METHOD.en.md': 'x' }), []))).toEqual(['PLUGIN_NO_MANIFEST'])
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`n/${index}.md`, 'x']))
    expect(await codesOf(readBundle(folder(many)))).toEqual(['PLUGIN_TOO_MANY_FILES'])
  })
})

describe('digest', () => {
  const files = { 'plugin.yaml': 'a: 1\nb: 2\n', 'METHOD.en.md': 'm\n' }

  it('is the SHA-256 of length-prefixed, path-sorted content', () => {
    // printf '12:METHOD.en.md2:m\n11:plugin.yaml10:a: 1\nb: 2\n' | sha256sum
    expect(digestOf({ files })).toBe('sha256:32b6844d66785da6bae9c7132e80a95fb99cfc73196c1e19a211c6a99cd3771c')
  })

  it('does not depend on line endings, a byte order mark or the order of files', () => {
    const other = { 'METHOD.en.md': 'm\r\n', 'plugin.yaml': '\uFEFFa: 1\r\nb: 2\r\n' }
    expect(digestOf({ files: other })).toBe(digestOf({ files }))
  })

  it.each([
    ['content', { ...files, 'METHOD.en.md': 'n\n' }],
    ['a path', { 'plugin.yaml': files['plugin.yaml'], 'METHOD.zh.md': 'm\n' }],
    ['one more file', { ...files, 'x.md': '' }],
    ['one file less', { 'plugin.yaml': files['plugin.yaml'] }],
    ['the border between two files', { 'plugin.yaml': 'a: 1\nb: 2\nm', 'METHOD.en.md': '\n' }],
    ['a space', { ...files, 'plugin.yaml': 'a: 1\nb:  2\n' }],
  ])('changes with %s', (_, changed) => {
    expect(digestOf({ files: changed })).not.toBe(digestOf({ files }))
  })

  it('is the same from a folder checked out on Windows', async () => {
    const unix = await loadPlugin(folder({ 'plugin.yaml': CORE }), [])
    const windows = await loadPlugin(folder({ 'plugin.yaml': CORE.replaceAll('\n', '\r\n') }), [])
    expect(windows.ref).toEqual(unix.ref)
    expect(windows.bundle).toEqual(unix.bundle)
  })
})
