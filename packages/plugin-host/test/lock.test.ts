import { FaultError } from '@plumbline/kernel'
import { bundle, edited } from '@plumbline/plugin-host/testing'
import { describe, expect, it } from 'vitest'
import { checkLock, createRegistry, loadBundle, loadLocked, lockOf } from '../src/index.ts'
import { CORE, STANDARD } from './manifests.ts'

const core = loadBundle(bundle(CORE), [])
const newer = loadBundle(bundle(edited(CORE, { 'version: 1.2.0': 'version: 1.3.0', 'best: 50': 'best: 80' })), [])
const small = loadBundle(bundle(STANDARD), [core])
const lock = lockOf(small, '2026-01-01', () => 'sha256:engine')

describe('lock of a round', () => {
  it('names the plugin, everything it uses, and the kernel, as plain JSON', () => {
    expect(JSON.parse(JSON.stringify(lock))).toEqual({
      plugin: { id: 'small', version: '0.1.0', digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
      uses: [{ id: 'small-core', version: '1.2.0', digest: core.ref.digest }],
      kernel: '0.1.0',
      semantics: 1,
      sandbox: null,
      asOf: '2026-01-01',
    })
  })

  it('holds while the same content is there, newer versions beside it or not', () => {
    expect(checkLock(lock, createRegistry([core, newer, small]))).toEqual([])
  })

  it('tells what is absent, what was changed, and another edition of the semantics', () => {
    const changed = loadBundle(bundle(`${CORE}# one more remark\n`), [])
    expect(checkLock(lock, createRegistry([changed])).map((one) => [one.code, one.at.plugin])).toEqual([
      ['LOCK_PLUGIN_ABSENT', 'small'],
      ['LOCK_DIGEST', 'small-core'],
    ])
    expect(checkLock({ ...lock, semantics: 2 }, createRegistry([core, small])).map((one) => one.code)).toEqual([
      'LOCK_SEMANTICS',
    ])
  })

  it('is loaded again from stored files, with the versions it was locked with', () => {
    const stored = new Map([small, core, newer].map(({ ref, bundle: files }) => [ref.digest, files]))
    const again = loadLocked(lock, stored)
    expect(again.ref).toEqual(small.ref)
    expect(again.uses).toEqual(lock.uses)
    expect(again.catalogue).toEqual(small.catalogue)
  })

  it.each([
    ['files that are not stored', new Map([[small.ref.digest, small.bundle]]), 'LOCK_PLUGIN_ABSENT'],
    [
      'files stored under a digest that is not theirs',
      new Map([
        [small.ref.digest, small.bundle],
        [core.ref.digest, bundle(`${CORE}#\n`)],
      ]),
      'LOCK_DIGEST',
    ],
  ])('refuses %s', (_, stored, code) => {
    expect(() => loadLocked(lock, stored)).toThrow(FaultError)
    expect(() => loadLocked(lock, stored)).toThrow(code)
  })
})
