import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readReceipt, receiptText, verifyReceipt } from '@plumbline/bundle'
import { listEvents, verifyChain } from '@plumbline/db'
import { clearDatabase } from '@plumbline/db/testing'
import { FaultError, type Fault } from '@plumbline/kernel'
import { checkForms, createFileCache } from '@plumbline/plugin-host'
import { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest'
import { bothDatabases, callerOf, contextOf, formOf } from '../fixture.ts'
import type { RequestContext } from '../index.ts'
import {
  committee,
  manifestOf,
  packed,
  packedWithForm,
  pairCsv,
  publisher,
  signed,
  trust,
  uploadForm,
  type Packed,
} from './fixture.ts'
import { openStandards, type Sources } from './open.ts'
import { registerFiles } from './register.ts'

const faultsOf = async (work: Promise<unknown>): Promise<readonly Fault[]> => {
  const error: unknown = await work.catch((caught: unknown) => caught)
  if (error instanceof TRPCError && error.cause instanceof FaultError) return error.cause.faults
  throw new Error(`expected faults, got ${String(error)}`)
}
const codesOf = async (work: Promise<unknown>): Promise<readonly string[]> =>
  (await faultsOf(work)).map(({ code }) => code)

function scratch(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'plumbline-registry-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true })
    writeFileSync(path.join(directory, file), content)
  }
  return directory
}

describe.each(bothDatabases(inject('postgresUrl')))('the register of versions on %s', (_, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())
  beforeEach(() => clearDatabase(opened))

  /** A server over these folders, as a start makes it. */
  const start = async (sources: Partial<Sources> = {}): Promise<RequestContext> => (await begin(sources)).ctx
  async function begin(sources: Partial<Sources>) {
    const found = await openStandards(opened.db, { plugins: '/nowhere', bundles: null, cache: null, ...sources })
    const ctx = contextOf(opened, [], { standards: found.standards, trust: async () => trust })
    await registerFiles(ctx, found.files())
    return { ctx, found }
  }
  const upload = (ctx: RequestContext, { bytes }: Packed) => callerOf(ctx).versions.upload(uploadForm(bytes))
  const importPair = (ctx: RequestContext, ...rows: readonly string[]) =>
    callerOf(ctx).imports.commit(formOf('pair', pairCsv(...rows)))
  const statesOf = (ctx: RequestContext) =>
    ctx.standards.versions.map(({ plugin, state, origin }) => [plugin.ref.version, state, origin])

  it('takes a packed version in without a restart, and keeps it over one', async () => {
    const ctx = await start()
    expect(await codesOf(importPair(ctx, 'U-1,2025,80,20'))).toEqual(['STANDARD_UNKNOWN'])
    expect(await upload(ctx, packed())).toEqual({ plugin: packed().ref, state: 'draft' })
    await importPair(ctx, 'U-1,2025,80,20')
    expect((await callerOf(ctx).rounds.league({ roundId: 'pair.2025' })).rows[0]?.score).toBe(50)
    expect(statesOf(await start())).toEqual([['1.0.0', 'draft', 'upload']])
  })

  it('another server on the same database has it too', async () => {
    const [one, other] = [await start(), await start()]
    await upload(one, packed())
    expect((await callerOf(other).standards.list()).map(({ plugin }) => plugin)).toEqual([packed().ref])
    await importPair(other, 'U-1,2025,80,20')
  })

  it('fills itself from folders, packed files beside them, and packed files of the data directory', async () => {
    const plugins = scratch({
      'pair/plugin.yaml': manifestOf({ version: '0.1.0' }),
      'pair/old/pair-0.2.0.plb': packed({ version: '0.2.0' }).bytes,
    })
    const bundles = scratch({ 'pair-0.3.0.plb': packed({ version: '0.3.0' }).bytes })
    const ctx = await start({ plugins, bundles })
    expect(statesOf(ctx)).toEqual([
      ['0.1.0', 'draft', 'folder'],
      ['0.2.0', 'draft', 'file'],
      ['0.3.0', 'draft', 'file'],
    ])
    expect(ctx.standards.newest.get('pair')?.ref.version).toBe('0.3.0')
  })

  it('a version that fails takes nothing else down and is named with file, version and line', async () => {
    const bad = manifestOf({ version: '0.2.0' }).replace('status: draft', 'status: drafty')
    const plugins = scratch({
      'good/plugin.yaml': manifestOf({ version: '0.1.0' }),
      'bad/plugin.yaml': bad,
      'torn.plb': packed().bytes.slice(0, 100),
    })
    const ctx = await start({ plugins })
    expect(statesOf(ctx)).toEqual([['0.1.0', 'draft', 'folder']])
    expect(ctx.standards.failed.map(({ id, version, faults }) => [id, version, faults[0]?.code])).toEqual([
      [null, null, 'BUNDLE_NOT_ARCHIVE'],
      ['pair', '0.2.0', 'MANIFEST_VALUE'],
    ])
    expect(ctx.standards.failed[1]?.faults[0]?.at).toMatchObject({ line: 8 })
    const { failed } = await callerOf(ctx).versions.list({ id: 'pair' })
    expect(failed).toMatchObject([{ version: '0.2.0', faults: [{ code: 'MANIFEST_VALUE' }] }])
  })

  it('loads from the cache what it loaded before, the same', async () => {
    const bundles = scratch({
      'a.plb': packed({ version: '0.1.0' }).bytes,
      'b.plb': packed({ version: '0.2.0' }).bytes,
    })
    const folder = scratch()
    const cache = createFileCache(folder, 'this program')
    const first = await start({ bundles, cache })
    const again = await start({ bundles, cache })
    expect(await cache.read(packed({ version: '0.1.0' }).ref.digest)).toMatchObject({ version: '0.1.0' })
    expect(again.standards.versions).toEqual(first.standards.versions)
    const other = await start({ bundles, cache: createFileCache(folder, 'another program') })
    expect(other.standards.versions).toEqual(first.standards.versions)
    writeFileSync(
      path.join(folder, `${packed({ version: '0.1.0' }).ref.digest.replace(':', '-')}.json`),
      'this program\n',
    )
    expect((await start({ bundles, cache })).standards.versions).toEqual(first.standards.versions)
  })

  const otherWeight = (form: string): string => form.replace('"weight":0.5', '"weight":0.9')

  it('from their forms versions are at hand at once; registered and kept after the full check', async () => {
    const bundles = scratch({ 'a.plb': packedWithForm().bytes })
    const cache = createFileCache(scratch(), 'this program')
    const { ctx, found } = await begin({ bundles, cache })
    const { digest } = packed().ref
    expect((await callerOf(ctx).standards.list()).map(({ plugin }) => plugin)).toEqual([packed().ref])
    expect([found.files().length, await cache.read(digest)]).toEqual([0, null])
    await found.settle(opened.db, checkForms(found.unchecked()))
    expect(found.unchecked().versions).toEqual([])
    await registerFiles(ctx, found.files())
    expect(statesOf(ctx)).toEqual([['1.0.0', 'draft', 'file']])
    expect(await cache.read(digest)).toMatchObject({ version: '1.0.0' })
    expect((await begin({ bundles, cache })).found.unchecked().versions).toEqual([])
  })

  it('a form that differs is never scored by, never registered, and a failed plugin after the full check', async () => {
    const good = manifestOf({ id: 'other', version: '0.1.0' })
    const bundles = scratch({ 'bad.plb': packedWithForm({}, otherWeight).bytes })
    const plugins = scratch({ 'other/plugin.yaml': good })
    const { ctx, found } = await begin({ bundles, plugins })
    const { digest } = packed().ref
    expect(await codesOf(importPair(ctx, 'U-1,2025,80,20'))).toEqual(['BUNDLE_FORM_DIFFERS'])
    expect(await codesOf(callerOf(ctx).versions.changeState({ digest, state: 'candidate', reason: 'x' }))).toEqual([
      'BUNDLE_FORM_DIFFERS',
    ])
    await found.settle(opened.db, checkForms(found.unchecked()))
    expect([found.unchecked().versions, found.files()]).toEqual([[], []])
    expect(statesOf(ctx)).toEqual([['0.1.0', 'draft', 'folder']])
    expect((await callerOf(ctx).standards.list()).map(({ plugin, status }) => [plugin.id, status])).toEqual([
      ['other', 'draft'],
      ['pair', 'failed'],
    ])
    expect(ctx.standards.failed).toMatchObject([
      { id: 'pair', version: '1.0.0', faults: [{ code: 'BUNDLE_FORM_DIFFERS', at: { file: 'bad.plb/plugin.yaml' } }] },
    ])
    expect(await listEvents(opened.db, { limit: 10 })).toEqual([])
  })

  it('a bad copy does not stand in the way of a good one', async () => {
    const bundles = scratch({
      'a.plb': packedWithForm({}, otherWeight).bytes,
      'b.plb': packedWithForm().bytes,
      'c.plb': packed({ version: '2.0.0' }).bytes,
    })
    const { ctx, found } = await begin({ bundles })
    while (found.unchecked().versions.length > 0) await found.settle(opened.db, checkForms(found.unchecked()))
    await registerFiles(ctx, found.files())
    expect(statesOf(ctx)).toEqual([
      ['1.0.0', 'draft', 'file'],
      ['2.0.0', 'draft', 'file'],
    ])
    expect(ctx.standards.failed.map(({ directory }) => path.basename(directory))).toEqual(['a.plb'])
    await importPair(ctx, 'U-1,2025,80,20')
  })

  it('an upload is checked in full at once, and loads from its form at the next start', async () => {
    const ctx = await start()
    expect(await codesOf(upload(ctx, packedWithForm({}, otherWeight)))).toEqual(['BUNDLE_FORM_DIFFERS'])
    await upload(ctx, packedWithForm())
    await importPair(ctx, 'U-1,2025,80,20')
    const { found } = await begin({})
    expect(found.unchecked().versions.map(({ directory }) => directory)).toEqual(['pair@1.0.0'])
    expect(checkForms(found.unchecked())).toEqual({ sound: ['pair@1.0.0'], failed: new Map() })
    const { bundles } = await callerOf(ctx).rounds.receipt({ roundId: 'pair.2025' })
    expect(Object.keys(bundles[packed().ref.digest] ?? {})).toEqual(['files'])
  })

  it('refuses what is no sound packed version, and stores nothing', async () => {
    const ctx = await start()
    const broken = manifestOf().replace('weight: 0.5', 'weight: 0.7')
    const tampered = Buffer.from(packed().bytes)
    tampered.write('Qair', tampered.indexOf('en: Pair') + 4)
    expect(await codesOf(callerOf(ctx).versions.upload(uploadForm(Buffer.from('no archive'))))).toEqual([
      'BUNDLE_NOT_ARCHIVE',
    ])
    expect(await codesOf(callerOf(ctx).versions.upload(uploadForm(tampered)))).toEqual(['BUNDLE_CHECKSUM'])
    expect(await codesOf(callerOf(ctx).versions.upload(new FormData()))).toEqual(['IMPORT_FORM_INVALID'])
    const plain = packed()
    expect(broken).not.toBe(manifestOf())
    expect(await listEvents(opened.db, { limit: 10 })).toEqual([])
    await upload(ctx, plain)
  })

  it('an alias bomb in a manifest is refused with its name', async () => {
    const { packPlugin } = await import('@plumbline/bundle')
    const { digestOf } = await import('@plumbline/plugin-host')
    const level = (id: string, of: string): string => `${id}: &${id} [${`*${of},`.repeat(9)}*${of}]\n`
    const text = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefgh', (id, at) => level(id, 'abcdefg'.charAt(at))).join('')}`
    const bundle = { files: { 'plugin.yaml': text } }
    const ref = { id: 'pair', version: '1.0.0', digest: digestOf(bundle) }
    const ctx = await start()
    expect(await codesOf(upload(ctx, { ref, bytes: packPlugin({ ref, bundle, signatures: [] }) }))).toEqual([
      'YAML_ALIASES',
    ])
  })

  it('publishes with two signatures that count, tells what is missing, and keeps the history', async () => {
    const ctx = await start()
    const { digest } = packed().ref
    const change = (state: 'candidate' | 'published' | 'deprecated' | 'draft', reason = '测试') =>
      callerOf(ctx).versions.changeState({ digest, state, reason })
    await upload(ctx, packed({}, [signed(packed().ref, publisher, 'publisher')]))
    expect(await codesOf(change('published'))).toEqual(['VERSION_TRANSITION', 'PUBLISH_SIGNATURES'])
    await change('candidate')
    expect(await faultsOf(change('published'))).toMatchObject([
      { code: 'PUBLISH_SIGNATURES', params: { roles: ['committee'] } },
    ])
    const replayed = signed({ ...packed().ref, version: '0.9.0' }, committee, 'committee')
    await upload(ctx, packed({}, [replayed]))
    expect(await codesOf(change('published'))).toEqual(['PUBLISH_SIGNATURES', 'SIGNATURE_REPLAYED'])
    await upload(ctx, packed({}, [signed(packed().ref, committee, 'committee')]))
    await change('published', '表决通过')
    const { versions, history } = await callerOf(ctx).versions.list({ id: 'pair' })
    expect(versions).toMatchObject([{ state: 'published', next: ['deprecated', 'withdrawn'], publishing: [] }])
    expect(versions[0]?.signatures.map(({ holder, role, counts }) => [holder, role, counts])).toEqual([
      ['测试协会', 'publisher', true],
      ['测试委员会', 'committee', false],
      ['测试委员会', 'committee', true],
    ])
    expect(history.map(({ state, reason, actor }) => [state, reason, actor])).toEqual([
      ['published', '表决通过', 'tester'],
      ['candidate', '测试', 'tester'],
      ['draft', 'pair.plb', 'tester'],
    ])
    expect((await callerOf(ctx).events.list()).map(({ kind, subject }) => [kind, subject])).toEqual(
      Array.from({ length: 3 }, () => ['version', 'pair@1.0.0']),
    )
    expect(await verifyChain(opened.db)).toMatchObject({ intact: true })
  })

  async function published(ctx: RequestContext, written: Parameters<typeof packed>[0]): Promise<Packed> {
    const plain = packed(written)
    const version = packed(written, [
      signed(plain.ref, publisher, 'publisher'),
      signed(plain.ref, committee, 'committee'),
    ])
    await upload(ctx, version)
    const { digest } = plain.ref
    for (const state of ['candidate', 'published'] as const)
      await callerOf(ctx).versions.changeState({ digest, state, reason: '测试' })
    return version
  }

  it('other content of a published version is refused, from an upload and from a folder', async () => {
    const ctx = await start()
    await published(ctx, {})
    expect(await codesOf(upload(ctx, packed({ weight: 0.25 })))).toEqual(['PLUGIN_VERSION_PUBLISHED'])
    const plugins = scratch({ 'pair/plugin.yaml': manifestOf({ weight: 0.25 }) })
    const again = await start({ plugins })
    expect(statesOf(again)).toEqual([['1.0.0', 'published', 'upload']])
    expect(again.standards.failed).toMatchObject([{ version: '1.0.0', faults: [{ code: 'PLUGIN_VERSION_PUBLISHED' }] }])
  })

  it('a draft gives way to what is uploaded after it; a folder is edited in place', async () => {
    const plugins = scratch({ 'pair/plugin.yaml': manifestOf({ version: '0.1.0' }) })
    const ctx = await start({ plugins })
    await upload(ctx, packed())
    await upload(ctx, packed({ weight: 0.25 }))
    expect(ctx.standards.versions.map(({ plugin }) => plugin.ref.version)).toEqual(['0.1.0', '1.0.0'])
    expect(ctx.standards.newest.get('pair')?.ref.digest).toBe(packed({ weight: 0.25 }).ref.digest)
    await callerOf(ctx).versions.changeState({
      digest: ctx.standards.versions[0]?.plugin.ref.digest ?? '',
      state: 'candidate',
      reason: '测试',
    })
    writeFileSync(path.join(plugins, 'pair/plugin.yaml'), manifestOf({ version: '0.1.0', weight: 0.3 }))
    const again = await start({ plugins })
    expect(statesOf(again)).toEqual([
      ['0.1.0', 'draft', 'folder'],
      ['1.0.0', 'draft', 'upload'],
    ])
    expect(again.standards.failed).toEqual([])
  })

  it('new rounds take a published version before a newer draft, or the one that was chosen', async () => {
    const ctx = await start()
    await published(ctx, { weight: 0.5 })
    await upload(ctx, packed({ version: '2.0.0', weight: 0.25 }))
    await importPair(ctx, 'U-1,2024,80,20')
    const form = formOf('pair', pairCsv('U-1,2024,80,20', 'U-1,2025,80,20'))
    form.set('request', JSON.stringify({ plugin: 'pair', version: '2.0.0', fileName: 'data.csv', corrections: [] }))
    const check = await callerOf(ctx).imports.check(form)
    expect(check.faults).toMatchObject([{ code: 'ROUND_KEEPS_VERSION', severity: 'warning' }])
    await callerOf(ctx).imports.commit(form)
    const rounds = await callerOf(ctx).rounds.list()
    expect(rounds.map(({ id, plugin, status }) => [id, plugin.version, status])).toEqual([
      ['pair.2025', '2.0.0', 'draft'],
      ['pair.2024', '1.0.0', 'published'],
    ])
  })

  it('a withdrawn version takes no new round; its rounds stay, and say it', async () => {
    const ctx = await start()
    await published(ctx, {})
    await importPair(ctx, 'U-1,2025,80,20')
    await callerOf(ctx).versions.changeState({ digest: packed().ref.digest, state: 'withdrawn', reason: '有误' })
    expect(await codesOf(importPair(ctx, 'U-1,2026,80,20'))).toEqual(['VERSION_WITHDRAWN'])
    await importPair(ctx, 'U-1,2025,90,20')
    const { round, rows } = await callerOf(ctx).rounds.league({ roundId: 'pair.2025' })
    expect([round.status, rows[0]?.score]).toEqual(['withdrawn', 55])
    expect(
      await codesOf(callerOf(ctx).versions.changeState({ digest: packed().ref.digest, state: 'draft', reason: 'x' })),
    ).toEqual(['VERSION_TRANSITION'])
  })

  it('scores the same data by two versions side by side; an import scores both anew', async () => {
    const ctx = await start()
    await upload(ctx, packed())
    await importPair(ctx, 'U-1,2025,80,20', 'U-2,2025,40,70')
    await upload(ctx, packed({ version: '2.0.0', weight: 0.75 }))
    const { digest } = packed({ version: '2.0.0', weight: 0.75 }).ref
    const before = await callerOf(ctx).rounds.versions({ roundId: 'pair.2025' })
    expect(before.others).toEqual([{ plugin: packed({ version: '2.0.0', weight: 0.75 }).ref, state: 'draft' }])
    const beside = await callerOf(ctx).rounds.scoreBeside({ roundId: 'pair.2025', digest })
    expect(beside).toMatchObject({ id: 'pair@2.0.0.2025', beside: 'pair.2025', units: 2 })
    const scores = async () => {
      const { rounds, units } = await callerOf(ctx).rounds.versions({ roundId: beside.id })
      expect(rounds.map(({ id }) => id)).toEqual(['pair.2025', 'pair@2.0.0.2025'])
      return units.map(({ unit, results }) => [
        unit,
        ...results.map((one) => `${one?.score} ${one?.rank} ${one?.grade}`),
      ])
    }
    // 0.5 × 80 + 0.5 × 20 = 50, 0.75 × 80 + 0.25 × 20 = 65; 0.5 × 40 + 0.5 × 70 = 55, 0.75 × 40 + 0.25 × 70 = 47.5.
    expect(await scores()).toEqual([
      ['U-1', '50 2 low', '65 1 high'],
      ['U-2', '55 1 low', '47.5 2 low'],
    ])
    expect(await callerOf(ctx).rounds.scoreBeside({ roundId: beside.id, digest })).toEqual(beside)
    await importPair(ctx, 'U-1,2025,100,20')
    expect((await scores())[0]).toEqual(['U-1', '60 1 high', '80 1 high'])
    expect((await callerOf(ctx).overview()).map(({ round }) => round.id)).toEqual(['pair.2025'])
    const { trace } = await callerOf(ctx).units.profile({ roundId: beside.id, unit: 'U-1' })
    expect(trace.score).toBe(80)
  })

  it('says which later version corrects the one of a round, and touches no result', async () => {
    const ctx = await start()
    const changes = '{ since: 1.0.0, corrects: { zh: 权重抄录有误, en: A weight was copied wrongly } }'
    await upload(ctx, packed())
    await importPair(ctx, 'U-1,2025,80,20')
    const errata = () => callerOf(ctx).rounds.errata({ roundId: 'pair.2025' })
    const result = async () => (await callerOf(ctx).rounds.receipt({ roundId: 'pair.2025' })).result.digest
    const before = await result()
    await upload(ctx, packed({ version: '1.5.0', changes, status: 'draft' }))
    await upload(ctx, packed({ version: '3.0.0', changes: changes.replace('1.0.0', '2.0.0'), status: 'candidate' }))
    expect(await errata()).toEqual([])
    const correction = packed({ version: '2.0.0', weight: 0.75, changes, status: 'candidate' })
    await upload(ctx, correction)
    const said = {
      plugin: correction.ref,
      state: 'candidate',
      reason: { zh: '权重抄录有误', en: 'A weight was copied wrongly' },
    }
    expect(await errata()).toEqual([{ ...said, twin: null }])
    const twin = await callerOf(ctx).rounds.scoreBeside({ roundId: 'pair.2025', digest: correction.ref.digest })
    expect(await errata()).toEqual([{ ...said, twin: twin.id }])
    expect(await callerOf(ctx).rounds.errata({ roundId: twin.id })).toMatchObject([{ plugin: { version: '3.0.0' } }])
    expect(await result()).toBe(before)
  })

  it.each([
    ['its own version', packed().ref.digest, 'VERSION_SAME'],
    ['a version that is not there', `sha256:${'0'.repeat(64)}`, 'VERSION_UNKNOWN'],
  ])('does not score a round beside itself by %s', async (_what, digest, code) => {
    const ctx = await start()
    await upload(ctx, packed())
    await importPair(ctx, 'U-1,2025,80,20')
    expect(await codesOf(callerOf(ctx).rounds.scoreBeside({ roundId: 'pair.2025', digest }))).toEqual([code])
  })

  it('other content of a version that stands beside already is refused', async () => {
    const ctx = await start()
    await upload(ctx, packed())
    await importPair(ctx, 'U-1,2025,80,20')
    const [first, second] = [packed({ version: '2.0.0', weight: 0.75 }), packed({ version: '2.0.0', weight: 0.8 })]
    await upload(ctx, first)
    await callerOf(ctx).rounds.scoreBeside({ roundId: 'pair.2025', digest: first.ref.digest })
    await upload(ctx, second)
    expect(
      await codesOf(callerOf(ctx).rounds.scoreBeside({ roundId: 'pair.2025', digest: second.ref.digest })),
    ).toEqual(['ROUND_VERSION_TAKEN'])
  })

  it('the folder of the old version gone, a pinned round is scored from its stored files', async () => {
    const plugins = scratch({ 'pair/plugin.yaml': manifestOf() })
    await importPair(await start({ plugins }), 'U-1,2025,80,20')
    rmSync(path.join(plugins, 'pair'), { recursive: true })
    writeFileSync(path.join(plugins, 'new.plb'), packed({ version: '2.0.0', weight: 0.9 }).bytes)
    const later = await start({ plugins })
    expect(statesOf(later)).toEqual([['2.0.0', 'draft', 'file']])
    await importPair(later, 'U-1,2025,60,20')
    const { round, rows } = await callerOf(later).rounds.league({ roundId: 'pair.2025' })
    expect([round.plugin, rows[0]?.score]).toEqual([packed().ref, 40])
  })

  it('gives a receipt from which anybody computes the same result', async () => {
    const ctx = await start()
    await upload(ctx, packed())
    await importPair(ctx, 'U-1,2025,80,20', 'U-2,2025,,70')
    const made = await callerOf(ctx).rounds.receipt({ roundId: 'pair.2025' })
    const receipt = readReceipt(receiptText(made), 'receipt.json')
    expect(receipt.chain).toEqual({ seq: receipt.event.seq, hash: receipt.event.hash })
    expect(await verifyReceipt(receipt)).toEqual({
      same: true,
      faults: [],
      differences: [],
      computedDigest: receipt.result.digest,
    })
    const forged = structuredClone(receipt)
    const row = forged.result.rows[0]
    if (!row) throw new Error('two units were imported')
    row.score = 61
    row.nodes['a'] = 81
    const verdict = await verifyReceipt(forged)
    expect(verdict.faults.map(({ code }) => code)).toEqual(['RECEIPT_RESULT'])
    expect(verdict).toMatchObject({
      same: false,
      differences: [
        { unit: 'U-1', item: 'score', stored: '61', computed: '50' },
        { unit: 'U-1', item: 'nodes/a', stored: '81', computed: '80' },
      ],
    })
    forged.bundles[packed().ref.digest] = { files: { 'plugin.yaml': manifestOf({ weight: 0.25 }) } }
    expect((await verifyReceipt(forged)).faults.map(({ code }) => code)).toEqual(['RECEIPT_BUNDLE', 'RECEIPT_RESULT'])
  })
})
