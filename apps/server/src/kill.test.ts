import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase, unscoredRounds, verifyChain, type Database } from '@plumbline/db'
import { executeRaw, postgresTestDatabase } from '@plumbline/db/testing'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { clientOf, importForm } from './testing/client.ts'
import { fileFor, PLUGIN, UNITS } from './testing/data.ts'
import { launch } from './testing/launch.ts'

/** Moments of the kill, as shares of the time that an undisturbed import with its run takes. */
const MOMENTS = [0.1, 0.3, 0.5, 0.65, 0.75, 0.85, 0.92, 0.97, 1.02]

interface Place {
  readonly env: Readonly<Record<string, string>>
  open(): Promise<Database>
  remove(): Promise<void>
}

async function onDisk(): Promise<Place> {
  const directory = mkdtempSync(path.join(tmpdir(), 'plumbline-kill-'))
  return {
    env: { PLUMBLINE_DATA: directory },
    open: () => openDatabase(directory),
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  }
}

async function onServer(): Promise<Place> {
  const made = await postgresTestDatabase(inject('postgresUrl'))
  const url = made.url ?? ''
  return { env: { DATABASE_URL: url }, open: () => openDatabase(url), remove: () => made.close() }
}

/** What must hold at any moment, however the process ended. */
async function expectWhole(database: Database): Promise<void> {
  expect(await verifyChain(database.db)).toMatchObject({ intact: true })
  const ask = (statement: string) => executeRaw(database, statement)
  // Every import has all the rows and cells that its event names, and every event of one has its import.
  expect(
    await ask(`select i.id, e.seq from import i full join (select * from event where kind = 'import') e on e.subject = i.id::text
      where i.id is null or e.seq is null or i.rows <> (e.payload->>'rows')::int or i.cells <> (e.payload->>'cells')::int
        or i.rows <> (select count(*) from import_row r where r.import_id = i.id)
        or i.cells <> (select count(*) from observation o where o.import_id = i.id)`),
  ).toEqual([])
  // Every run has a row for each unit of its round, and its event.
  expect(
    await ask(`select r.id, e.seq from run r full join (select * from event where kind = 'run') e on (e.payload->>'run')::int = r.id
      where r.id is null or e.seq is null or r.result_digest <> e.payload->>'resultDigest'
        or (select count(*) from run_unit u where u.run_id = r.id) <> (select count(*) from round_unit u where u.round_id = r.round_id)`),
  ).toEqual([])
  // A round came with its import; one without a run waits to be scored.
  expect(
    await ask(`select key from round where not exists (select 1 from round_unit u where u.round_id = round.id)
      or (scored_revision < revision) = exists (select 1 from run where run.round_id = round.id)`),
  ).toEqual([])
}

describe.each([
  ['PGlite', onDisk],
  ['PostgreSQL', onServer],
])('SIGKILL on %s', (_, make) => {
  let place: Place
  beforeAll(async () => {
    place = await make()
  })
  afterAll(() => place.remove())

  /** Starts, uploads a period, kills after `delay`; undefined waits for the answer. Gives how long it took. */
  const uploadAndKill = async (period: string, delay?: number): Promise<number> => {
    const server = await launch(place.env)
    expect(server.url, server.printed()).not.toBeNull()
    const began = performance.now()
    const upload = clientOf(server.url ?? '').imports.commit.mutate(importForm(PLUGIN, fileFor(period)))
    const answered = upload.then(
      () => true,
      () => false,
    )
    if (delay === undefined) expect(await answered).toBe(true)
    else await pause(delay)
    const took = performance.now() - began
    await server.end('SIGKILL')
    await answered
    return took
  }

  it('during an import or its run leaves all of it or none of it, and the next start is clean', async () => {
    await uploadAndKill('2001')
    const whole = await uploadAndKill('2002')
    const seen = { nothing: 0, imported: 0, scored: 0 }
    for (const [index, share] of MOMENTS.entries()) {
      const period = String(2010 + index)
      await uploadAndKill(period, whole * share)
      const database = await place.open()
      await expectWhole(database)
      const [found] = await executeRaw(
        database,
        `select (select count(*)::int from round_unit u where u.round_id = r.id) as units, scored_revision = revision as scored from round r where key = '${PLUGIN}.${period}'`,
      )
      if (!found) seen.nothing += 1
      else {
        expect(found['units']).toBe(UNITS)
        seen[found['scored'] === true ? 'scored' : 'imported'] += 1
      }
      await database.close()
    }
    console.log(`killed ${MOMENTS.length} times: ${JSON.stringify(seen)}`)

    const server = await launch(place.env)
    const rounds = await clientOf(server.url ?? '').rounds.list.query()
    expect(rounds).toHaveLength(2 + seen.imported + seen.scored)
    expect(rounds.every(({ run, units }) => run !== null && units === UNITS)).toBe(true)
    expect(await server.end('SIGTERM')).toBe(0)
    const database = await place.open()
    await expectWhole(database)
    expect(await unscoredRounds(database.db)).toEqual([])
    await database.close()
  })

  it('between an import and its run is settled by the next start', async () => {
    const first = await launch(place.env)
    await clientOf(first.url ?? '').imports.commit.mutate(importForm(PLUGIN, fileFor('2050')))
    await first.end('SIGKILL')
    // As a crash leaves it: the import is there, its run is not.
    const database = await place.open()
    await executeRaw(
      database,
      `update round set scored_revision = revision - 1, revision = revision + 1 where key = '${PLUGIN}.2050'`,
    )
    await database.close()
    const second = await launch(place.env)
    expect(second.printed()).toContain(`Scored what the last stop left open: ${PLUGIN}.2050`)
    await second.end('SIGTERM')
    const after = await place.open()
    expect(await unscoredRounds(after.db)).toEqual([])
    await after.close()
  })
})
