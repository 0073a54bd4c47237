import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Db } from '../database.ts'
import { bothDatabases, clearDatabase, type TestDatabase } from '../testing.ts'
import { insertImport } from './imports.ts'
import { currentInputs, earlierInputs } from './inputs.ts'
import { storePluginVersion } from './plugin-versions.ts'
import { findRound, insertRound, listRounds, markChanged, roundsOfPlugin, unscoredRounds } from './rounds.ts'
import { writing } from './transaction.ts'
import {
  appendState,
  newestStateId,
  registeredVersions,
  roundsByDigest,
  signaturesOf,
  statesOf,
  statesOfPlugin,
  storeSignatures,
} from './versions.ts'

const AT = new Date('2026-03-01T00:00:00.000Z')
const by = { actor: 'tester', at: AT }

describe.each(bothDatabases(inject('postgresUrl')))('versions on %s', (_, open) => {
  const opening: Promise<TestDatabase> = open()
  const inWriting = async <T>(work: (tx: Db) => Promise<T>): Promise<T> => writing((await opening).db, work)

  beforeEach(async () => {
    await clearDatabase(await opening)
    await inWriting(async (tx) => {
      for (const version of ['1.0.0', '2.0.0'])
        await storePluginVersion(tx, {
          digest: `sha256:${version}`,
          pluginId: 'sample',
          version,
          publisher: '示例协会',
          bundle: { files: {} },
          firstSeen: AT,
        })
    })
  })
  afterAll(async () => (await opening).close())

  it('the newest state counts, and all of them stay', async () => {
    const { db } = await opening
    expect(await newestStateId(db)).toBe(0)
    await inWriting(async (tx) => {
      const digest = 'sha256:1.0.0'
      await appendState(tx, { ...by, digest, state: 'candidate', origin: 'upload', reason: '' })
      await appendState(tx, { ...by, digest: 'sha256:2.0.0', state: 'draft', origin: 'file', reason: '' })
      await appendState(tx, { ...by, digest, state: 'published', origin: 'upload', reason: '表决通过' })
    })
    expect((await registeredVersions(db)).map(({ version, state, publisher }) => [version, state, publisher])).toEqual([
      ['2.0.0', 'draft', '示例协会'],
      ['1.0.0', 'published', '示例协会'],
    ])
    expect((await statesOf(db, 'sha256:1.0.0')).map(({ state, reason }) => [state, reason])).toEqual([
      ['candidate', ''],
      ['published', '表决通过'],
    ])
    expect((await statesOfPlugin(db, 'sample')).map(({ version }) => version)).toEqual(['1.0.0', '2.0.0', '1.0.0'])
    expect(await newestStateId(db)).toBe(3)
  })

  it('the same signature is kept once', async () => {
    const signature = { ...by, digest: 'sha256:1.0.0', keyid: 'k', envelope: { payload: 'x' }, envelopeDigest: 'e' }
    await inWriting((tx) => storeSignatures(tx, [signature]))
    await inWriting((tx) => storeSignatures(tx, [signature, { ...signature, envelopeDigest: 'f' }]))
    await inWriting((tx) => storeSignatures(tx, []))
    const stored = await signaturesOf((await opening).db, ['sha256:1.0.0', 'sha256:2.0.0'])
    expect(stored.map(({ envelopeDigest, envelope }) => [envelopeDigest, envelope])).toEqual([
      ['e', { payload: 'x' }],
      ['f', { payload: 'x' }],
    ])
  })

  it('a round beside another reads its data, has a key of its own, and waits when the data change', async () => {
    const { db } = await opening
    const content = { pluginId: 'sample', lock: {}, demonstration: false }
    const cell = (value: number) => [{ item: 'a', value, blank: 0, ratings: null }]
    const file = { fileName: 'a.csv', sha256: 'ab', ...by }
    const { base, beside } = await inWriting(async (tx) => {
      const past = await insertRound(tx, { ...content, period: '2024', pluginDigest: 'sha256:1.0.0' })
      const round = await insertRound(tx, { ...content, period: '2025', pluginDigest: 'sha256:1.0.0' })
      const second = { ...content, period: '2025', pluginDigest: 'sha256:2.0.0', variant: '2.0.0', ofRoundId: round.id }
      const row = { row: 2, code: 'U-1', name: '测试机构', group: null }
      const rows = [
        { ...row, roundId: past.id, cells: cell(1) },
        { ...row, roundId: round.id, cells: cell(2) },
      ]
      await insertImport(tx, { ...file, rows })
      return { base: round, beside: await insertRound(tx, second) }
    })
    expect([base.key, beside.key]).toEqual(['sample.2025', 'sample@2.0.0.2025'])
    expect(await currentInputs(db, beside.id)).toEqual(await currentInputs(db, base.id))
    expect((await currentInputs(db, beside.id)).map(({ cells }) => cells[0]?.value)).toEqual([2])
    expect((await earlierInputs(db, beside.id, { items: ['a'] })).map(({ period }) => period)).toEqual(['2024'])
    expect((await findRound(db, beside.key))?.units).toBe(1)
    expect((await roundsOfPlugin(db, 'sample')).map(({ key }) => key)).toEqual(['sample.2024', 'sample.2025'])
    expect((await listRounds(db)).map(({ round }) => round.key)).toEqual([
      'sample.2025',
      'sample@2.0.0.2025',
      'sample.2024',
    ])
    expect(await roundsByDigest(db)).toEqual(
      new Map([
        ['sha256:1.0.0', 2],
        ['sha256:2.0.0', 1],
      ]),
    )
    const waiting = (await unscoredRounds(db)).map(({ key }) => key)
    await inWriting((tx) => markChanged(tx, base))
    const changed = (await unscoredRounds(db)).filter(({ revision }) => revision > 0).map(({ key }) => key)
    expect(waiting).toHaveLength(3)
    expect(changed).toEqual(['sample.2025', 'sample@2.0.0.2025'])
  })

  it.each([
    ['a version without the round it stands beside', { variant: '2.0.0' }],
    ['a round beside another without its version', { ofRoundId: 1 }],
  ])('refuses %s', async (_what, over) => {
    const content = { pluginId: 'sample', lock: {}, demonstration: false, pluginDigest: 'sha256:1.0.0' }
    await inWriting((tx) => insertRound(tx, { ...content, period: '2025' }))
    const refused = inWriting((tx) => insertRound(tx, { ...content, ...over, period: '2025' }))
    const named: unknown = expect.stringMatching(/round_variant_beside|round_plugin_period_variant/)
    await expect(refused).rejects.toMatchObject({ cause: { message: named } })
  })
})
