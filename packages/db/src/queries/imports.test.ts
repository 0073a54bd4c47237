import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Database } from '../database.ts'
import { bothDatabases } from '../testing.ts'
import { insertImport, type NewImportRow } from './imports.ts'
import { currentInputs, earlierInputs } from './inputs.ts'
import { storePluginVersion } from './plugin-versions.ts'
import { queryRows } from './rows.ts'
import { findRound, insertRound, markChanged, markScored, unscoredRounds } from './rounds.ts'
import { writing } from './transaction.ts'
import { countTaking, searchUnits } from './units.ts'

const AT = new Date('2026-03-01T02:03:04.567Z')
const file = (fileName: string, rows: readonly NewImportRow[]) => ({
  fileName,
  sha256: 'ab',
  actor: 'tester',
  at: AT,
  rows,
})
const cell = (item: string, value: number | null, blank = value === null ? 1 : 0) => ({
  item,
  value,
  blank,
  ratings: null,
})

describe.each(bothDatabases(inject('postgresUrl')))('imports on %s', (_, open) => {
  let database: Database
  const rounds: Record<string, number> = {}

  beforeAll(async () => {
    database = await open()
    await writing(database.db, async (tx) => {
      await storePluginVersion(tx, {
        digest: 'sha256:one',
        pluginId: 'sample',
        version: '1.0.0',
        publisher: '示例协会',
        bundle: { files: { 'plugin.yaml': 'id: sample\n' } },
        firstSeen: AT,
      })
      for (const period of ['2024', '2025']) {
        const made = await insertRound(tx, {
          pluginId: 'sample',
          period,
          pluginDigest: 'sha256:one',
          lock: { asOf: '2026-03-01' },
          demonstration: true,
        })
        rounds[period] = made.id
      }
    })
  })
  afterAll(() => database.close())

  const at = (period: string) => rounds[period] ?? -1
  const row = (
    period: string,
    code: string,
    cells: NewImportRow['cells'],
    group: string | null = null,
  ): NewImportRow => ({
    roundId: at(period),
    row: 2,
    code,
    name: `测试机构 ${code}`,
    group,
    cells,
  })

  it('gives back what was written, bit by bit, blanks and ratings included', async () => {
    const cells = [
      cell('a', 0.1 + 0.2),
      cell('b', null, 2),
      cell('c', -0),
      cell('d', 5e-324),
      cell('e', Number.MAX_VALUE),
      { item: 'f', value: 80, blank: 0, ratings: [1, 2.5, 3] },
    ]
    const stored = await writing(database.db, (tx) =>
      insertImport(tx, file('one.csv', [row('2025', 'U-1', cells, 'large'), row('2025', 'U-2', [cell('a', 1)])])),
    )
    expect(stored).toMatchObject({ units: 2, cells: 7 })
    const [first, second] = await currentInputs(database.db, at('2025'))
    expect(first).toMatchObject({ code: 'U-1', period: '2025', group: 'large', importId: stored.id })
    // -0 and 0 are one value to a standard; JSON text keeps no sign of zero.
    const found = first?.cells.toSorted((a, b) => (a.item < b.item ? -1 : 1))
    expect(found?.map(({ value }) => value)).toEqual([0.1 + 0.2, null, 0, 5e-324, Number.MAX_VALUE, 80])
    expect(found?.map(({ blank }) => blank)).toEqual([0, 2, 0, 0, 0, 0])
    expect(found?.at(-1)?.ratings).toEqual([1, 2.5, 3])
    expect(second).toMatchObject({ code: 'U-2', group: null })
  })

  it('replaces a unit that the round has, keeps its place, and leaves the old rows', async () => {
    const stored = await writing(database.db, (tx) =>
      insertImport(tx, file('two.csv', [row('2025', 'U-3', [cell('a', 3)]), row('2025', 'U-1', [cell('a', 9)])])),
    )
    const now = await currentInputs(database.db, at('2025'))
    expect(now.map(({ code }) => code)).toEqual(['U-1', 'U-2', 'U-3'])
    expect(now[0]).toMatchObject({ importId: stored.id, cells: [{ item: 'a', value: 9 }] })
    const kept = sql`select count(*)::int as count from observation o join unit u on u.id = o.unit_id where u.code = 'U-1'`
    expect(await queryRows(database.db, kept)).toEqual([{ count: 7 }])
    expect(
      await countTaking(database.db, 'sample', [
        { code: 'U-1', period: '2025' },
        { code: 'U-1', period: '2024' },
      ]),
    ).toBe(1)
  })

  it('gives look-backs the earlier rows of units that take part, and only the items asked for', async () => {
    await writing(database.db, (tx) =>
      insertImport(
        tx,
        file('past.csv', [row('2024', 'U-1', [cell('a', 4), cell('b', 5)]), row('2024', 'U-9', [cell('a', 6)])]),
      ),
    )
    const past = await earlierInputs(database.db, at('2025'), { items: ['b'] })
    expect(past.map(({ code, period, cells }) => [code, period, cells.map((c) => [c.item, c.value])])).toEqual([
      ['U-1', '2024', [['b', 5]]],
    ])
    const all = await earlierInputs(database.db, at('2025'), { everyUnit: true })
    expect(all.map(({ code, period, cells }) => [code, period, cells.map((c) => [c.item, c.value])])).toEqual([
      [
        'U-1',
        '2024',
        [
          ['a', 4],
          ['b', 5],
        ],
      ],
      ['U-9', '2024', [['a', 6]]],
    ])
    expect(await earlierInputs(database.db, at('2024'), { items: ['b'] })).toEqual([])
  })

  it('keeps nothing of an import that fails halfway', async () => {
    const before = await currentInputs(database.db, at('2025'))
    const broken = writing(database.db, async (tx) => {
      await insertImport(tx, file('broken.csv', [row('2025', 'U-77', [cell('a', 1)])]))
      // A value and a blank at once breaks the check of the table.
      await insertImport(tx, file('broken.csv', [row('2025', 'U-78', [cell('a', 1, 3)])]))
    })
    await expect(broken).rejects.toThrow('Failed query')
    expect(await currentInputs(database.db, at('2025'))).toEqual(before)
    expect(await searchUnits(database.db, 'U-77', 10)).toEqual([])
  })

  it('knows which rounds wait to be scored, the later ones of the plugin too', async () => {
    const keys = async () => (await unscoredRounds(database.db)).map(({ key }) => key)
    const scoreAll = async () => {
      for (const waiting of await unscoredRounds(database.db)) expect(await markScored(database.db, waiting)).toBe(true)
    }
    await scoreAll()
    expect(await keys()).toEqual([])
    const earlier = (await findRound(database.db, 'sample.2024'))?.round
    const later = (await findRound(database.db, 'sample.2025'))?.round
    if (!earlier || !later) throw new Error('rounds are missing')
    await markChanged(database.db, later)
    expect(await keys()).toEqual(['sample.2025'])
    await scoreAll()
    await markChanged(database.db, earlier)
    expect(await keys()).toEqual(['sample.2024', 'sample.2025'])
    expect(await markScored(database.db, later), 'a computation from before the change').toBe(false)
    await scoreAll()
  })

  it('finds units by part of a code or name, and takes % and _ as they are', async () => {
    const [hit] = await searchUnits(database.db, '机构 u-1', 10)
    expect(hit).toMatchObject({ code: 'U-1', rounds: [{ key: 'sample.2025' }, { key: 'sample.2024' }] })
    expect(await searchUnits(database.db, '%', 10)).toEqual([])
    expect(await searchUnits(database.db, 'U_1', 10)).toEqual([])
  })

  it('takes 15,000 cells', async () => {
    const forty = Array.from({ length: 40 }, (_, item) => cell(`item-${item}`, item / 7))
    const rows = Array.from({ length: 375 }, (_, unit) => row('2024', `B-${unit}`, forty))
    const stored = await writing(database.db, (tx) => insertImport(tx, file('big.csv', rows)))
    const read = await currentInputs(database.db, at('2024'))
    expect(stored.cells).toBe(15_000)
    expect(read.filter(({ code }) => code.startsWith('B-')).flatMap(({ cells }) => cells)).toHaveLength(15_000)
  })
})
