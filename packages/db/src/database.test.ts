import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { FaultError } from '@plumbline/kernel'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { openDatabase } from './database.ts'
import { postgresTestDatabase } from './testing.ts'
import { listRounds } from './queries/rounds.ts'
import { queryRows } from './queries/rows.ts'
import { ping } from './queries/ping.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'plumbline-db-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const faultOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((caught: unknown) => caught)
  if (!(error instanceof FaultError)) throw new Error(`expected faults, got ${String(error)}`)
  return error.faults
}

describe('the embedded database', () => {
  it('is made in an empty directory, keeps its data, and leaves the directory free', async () => {
    const first = await openDatabase(directory)
    await first.db.execute(sql`insert into unit (code, name) values ('U-1', '测试机构')`)
    expect(await faultOf(openDatabase(directory))).toMatchObject([
      { code: 'DATA_DIR_IN_USE', params: { pid: process.pid } },
    ])
    await first.close()
    expect(readdirSync(directory)).toEqual(['database'])
    const second = await openDatabase(directory)
    expect(await queryRows(second.db, sql`select name from unit`)).toEqual([{ name: '测试机构' }])
    await second.close()
  }, 30_000)

  it('begins anew where a first start was killed before the database was whole', async () => {
    mkdirSync(path.join(directory, 'database.new'))
    writeFileSync(path.join(directory, 'database.new', 'PG_VERSION'), '18')
    const database = await openDatabase(directory)
    expect(await listRounds(database.db)).toEqual([])
    await database.close()
    expect(readdirSync(directory)).toEqual(['database'])
  }, 30_000)

  it('says that a path cannot be a directory', async () => {
    const file = path.join(directory, 'file')
    writeFileSync(file, '')
    expect(await faultOf(openDatabase(path.join(file, 'data')))).toMatchObject([
      { code: 'DATA_DIR_NOT_WRITABLE', params: { reason: 'ENOTDIR' } },
    ])
  })
})

describe('PostgreSQL', () => {
  it('is migrated once by several that start at the same time', async () => {
    const made = await postgresTestDatabase(inject('postgresUrl'))
    const { url } = made
    if (url === null) throw new Error('a PostgreSQL has an address')
    await made.db.execute(sql`drop schema public cascade; drop schema drizzle cascade; create schema public`)
    const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase(url)))
    for (const { db } of opened) expect(await listRounds(db)).toEqual([])
    const applied = await queryRows(made.db, sql`select count(*)::int as count from drizzle.__drizzle_migrations`)
    expect(applied).toEqual([{ count: readdirSync(path.join(import.meta.dirname, '../migrations')).length }])
    for (const database of [...opened, made]) await database.close()
  })

  it('that does not answer is named without its password', async () => {
    const faults = await faultOf(openDatabase('postgres://user:secret@127.0.0.1:1/plumbline'))
    expect(faults).toMatchObject([{ code: 'DATABASE_UNREACHABLE', params: { address: '127.0.0.1:1/plumbline' } }])
    expect(JSON.stringify(faults)).not.toContain('secret')
  })

  it('that lacks the database says so', async () => {
    const url = inject('postgresUrl').replace('/postgres?', '/nowhere?')
    expect(await faultOf(openDatabase(url))).toMatchObject([
      { code: 'DATABASE_UNREACHABLE', params: { reason: expect.stringContaining('nowhere') as string } },
    ])
  })

  it('is pinged', async () => {
    const database = await postgresTestDatabase(inject('postgresUrl'))
    expect(await ping(database.db)).toBe(true)
    await database.close()
    expect(await ping(database.db)).toBe(false)
  })
})
