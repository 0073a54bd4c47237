import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Database } from '../database.ts'
import { bothDatabases } from '../testing.ts'
import { appendEvent, GENESIS, listEvents, verifyChain } from './events.ts'
import { writing } from './transaction.ts'

const AT = new Date('2026-03-01T02:03:04.567Z')

describe.each(bothDatabases(inject('postgresUrl')))('the event chain on %s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  const append = (subject: string) =>
    writing(database.db, (tx) =>
      appendEvent(tx, { at: AT, actor: '测试', kind: 'import', subject, payload: { b: [1, 0.1, null], a: '甲"\n' } }),
    )
  /** What somebody with full rights over the database could do. */
  const tamper = async (statement: string) => {
    await database.db.execute(sql`alter table event disable trigger append_only`)
    await database.db.execute(sql.raw(statement))
    await database.db.execute(sql`alter table event enable trigger append_only`)
  }
  beforeEach(async () => {
    await tamper('delete from event')
    for (const subject of ['one', 'two', 'three']) await append(subject)
  })

  it('links each event to the one before, and verifies', async () => {
    const events = (await listEvents(database.db, { limit: 10 })).reverse()
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(events.map(({ prevHash }) => prevHash)).toEqual([GENESIS, events[0]?.hash, events[1]?.hash])
    expect(await verifyChain(database.db)).toEqual({ intact: true, events: 3, head: events[2]?.hash })
  })

  it('hashes what the documentation says, so that anyone can check it', async () => {
    const [first] = (await listEvents(database.db, { limit: 10 })).reverse()
    const text =
      '{"actor":"测试","at":"2026-03-01T02:03:04.567Z","kind":"import","payload":{"a":"甲\\"\\n","b":[1,0.1,null]},' +
      `"prevHash":"${'0'.repeat(64)}","seq":1,"subject":"one"}`
    expect(first?.hash).toBe(createHash('sha256').update(text).digest('hex'))
  })

  it.each([
    ['a changed payload', `update event set payload = '{"b": [2]}' where seq = 2`, { seq: 2, broken: 'hash' }],
    ['a changed time', `update event set at = at + interval '1 millisecond' where seq = 1`, { seq: 1, broken: 'hash' }],
    ['a changed actor', `update event set actor = 'nobody' where seq = 3`, { seq: 3, broken: 'hash' }],
    ['an event taken out', 'delete from event where seq = 2', { seq: 3, broken: 'sequence' }],
    [
      'one taken out and the rest renumbered',
      'delete from event where seq = 2; update event set seq = 2 where seq = 3',
      { seq: 2, broken: 'link' },
    ],
    ['the first taken out', 'delete from event where seq = 1', { seq: 2, broken: 'sequence' }],
  ])('finds %s', async (_what, statement, found) => {
    for (const each of statement.split('; ')) await tamper(each)
    expect(await verifyChain(database.db)).toEqual({ intact: false, ...found })
  })

  it('stays one chain under many writers at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_unused, index) => append(`at once ${index}`)))
    expect(await verifyChain(database.db)).toMatchObject({ intact: true, events: 15 })
  })

  it('keeps nothing of an event whose transaction fails', async () => {
    const failing = writing(database.db, async (tx) => {
      await appendEvent(tx, { at: AT, actor: 'a', kind: 'k', subject: 's', payload: {} })
      throw new Error('after all')
    })
    await expect(failing).rejects.toThrow('after all')
    expect(await verifyChain(database.db)).toMatchObject({ intact: true, events: 3 })
  })

  it('pages backwards', async () => {
    const page = await listEvents(database.db, { before: 3, limit: 1 })
    expect(page.map(({ subject }) => subject)).toEqual(['two'])
  })
})
