import { setTimeout as pause } from 'node:timers/promises'
import type { LogEvent } from '@plumbline/api'
import { unscoredRounds, verifyChain, type Database } from '@plumbline/db'
import { executeRaw } from '@plumbline/db/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, importForm } from './testing/client.ts'
import { fileFor, PLUGIN, UNITS } from './testing/data.ts'
import { endAll, launch } from './testing/launch.ts'
import { bothPlaces, type Place } from './testing/place.ts'

/** Moments of the kill: a step that the server logs, and milliseconds after it. */
type Moment = readonly [LogEvent, number]
const MOMENTS: readonly Moment[] = [
  ['import.reading', 0],
  ['import.writing', 0],
  ['import.writing', 30],
  ['import.writing', 90],
  ['import.written', 0],
  ['import.committed', 0],
  ['run.scoring', 0],
  ['run.scoring', 30],
  ['run.written', 0],
  ['run.committed', 0],
]

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

describe.each(bothPlaces)('SIGKILL on %s', (_, make) => {
  let place: Place
  beforeAll(async () => {
    place = await make()
  })
  afterEach(endAll)
  afterAll(() => place.remove())

  /** Starts, uploads a period, and kills at a moment of it. */
  const uploadAndKill = async (period: string, [step, after]: Moment): Promise<void> => {
    const server = await launch({ ...place.env, PLUMBLINE_LOG: 'info' })
    expect(server.url, server.printed()).not.toBeNull()
    const from = server.printed().length
    const upload = clientOf(server.url ?? '').imports.commit.mutate(importForm(PLUGIN, fileFor(period)))
    const answered = upload.catch(() => null)
    await server.until(`"msg":"${step}"`, from)
    await pause(after)
    await server.end('SIGKILL')
    await answered
  }

  it('during an import or its run leaves all of it or none of it, and the next start is clean', async () => {
    const seen = { nothing: 0, imported: 0, scored: 0 }
    for (const [index, moment] of MOMENTS.entries()) {
      const period = String(2010 + index)
      await uploadAndKill(period, moment)
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
    // What was logged as committed must be there; what was not yet written cannot be.
    expect(seen.nothing, JSON.stringify(seen)).toBeGreaterThanOrEqual(1)
    expect(seen.imported + seen.scored, JSON.stringify(seen)).toBeGreaterThanOrEqual(5)
    expect(seen.scored, JSON.stringify(seen)).toBeGreaterThanOrEqual(1)

    const server = await launch(place.env)
    const rounds = await clientOf(server.url ?? '').rounds.list.query()
    expect(rounds).toHaveLength(seen.imported + seen.scored)
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
