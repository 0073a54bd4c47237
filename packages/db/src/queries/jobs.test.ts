import { fault } from '@plumbline/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Database } from '../database.ts'
import { bothDatabases, clearDatabase, executeRaw } from '../testing.ts'
import {
  beatJob,
  cancelJob,
  claimJob,
  countWaiting,
  endJob,
  findJob,
  forgetJobs,
  insertJob,
  jobsOfRound,
  openJobOf,
  recoverJobs,
  releaseJobs,
} from './jobs.ts'

const GIVEN_UP = fault('ANALYSIS_INTERRUPTED', { times: 3 })

describe.each(bothDatabases(inject('postgresUrl')))('jobs on %s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  beforeEach(() => clearDatabase(database))

  const insert = (digest: string, roundKey = 'sample.2025') =>
    insertJob(database.db, {
      digest,
      roundKey,
      kind: 'uncertainty',
      asked: { seed: 1 },
      steps: 100,
      actor: 'tester',
      startedAt: new Date('2026-03-01T00:00:00.000Z'),
    })
  const claim = (server: string) => claimJob(database.db, server)
  const stateOf = async (id: number) => (await findJob(database.db, id))?.state
  /** Lets the servers of all running jobs be silent for so long. */
  const silent = (seconds: number) =>
    executeRaw(database, `update job set beat_at = now() - make_interval(secs => ${seconds}) where state = 'running'`)
  const recover = (server: string, most = 3) =>
    recoverJobs(database.db, { server, silentSeconds: 15, most, fault: GIVEN_UP })

  it('go to servers in the order in which they came, each to one', async () => {
    const jobs = [await insert('a'), await insert('b'), await insert('c')]
    const claimed = await Promise.all([claim('one'), claim('two'), claim('one'), claim('two')])
    expect(new Set(claimed.map((job) => job?.id ?? null))).toEqual(new Set([...jobs.map(({ id }) => id), null]))
    expect(await countWaiting(database.db)).toBe(0)
    expect((await jobsOfRound(database.db, 'sample.2025')).map(({ digest }) => digest)).toEqual(['c', 'b', 'a'])
    expect(await jobsOfRound(database.db, 'sample.2024')).toEqual([])
  })

  it('take the oldest first', async () => {
    const first = await insert('a')
    await insert('b')
    expect((await claim('one'))?.id).toBe(first.id)
  })

  it('are changed by the server that is at them alone', async () => {
    const { id } = await insert('a')
    await claim('one')
    expect(await beatJob(database.db, { id, server: 'two', done: 7 })).toBe(false)
    expect(await endJob(database.db, { id, server: 'two', state: 'failed', faults: [] })).toBe(false)
    expect(await findJob(database.db, id)).toMatchObject({ state: 'running', done: 0, server: 'one' })
    expect(await beatJob(database.db, { id, server: 'one', done: 7 })).toBe(true)
    expect(await findJob(database.db, id)).toMatchObject({ state: 'running', done: 7 })
    expect(await endJob(database.db, { id, server: 'one', state: 'done', faults: [] })).toBe(true)
    expect(await findJob(database.db, id)).toMatchObject({ state: 'done', done: 100, server: null, beatAt: null })
  })

  it('that were cancelled are nobody’s, and one that has ended stays as it is', async () => {
    const { id } = await insert('a')
    await claim('one')
    await cancelJob(database.db, id)
    expect(await beatJob(database.db, { id, server: 'one', done: 7 })).toBe(false)
    expect(await endJob(database.db, { id, server: 'one', state: 'done', faults: [] })).toBe(false)
    expect(await stateOf(id)).toBe('cancelled')
    const ended = await insert('b')
    await claim('one')
    await endJob(database.db, { id: ended.id, server: 'one', state: 'failed', faults: [GIVEN_UP] })
    await cancelJob(database.db, ended.id)
    expect(await findJob(database.db, ended.id)).toMatchObject({ state: 'failed', faults: [GIVEN_UP] })
  })

  it('are found by their digest while they are open', async () => {
    const { id } = await insert('a')
    expect((await openJobOf(database.db, 'a'))?.id).toBe(id)
    await claim('one')
    expect((await openJobOf(database.db, 'a'))?.id).toBe(id)
    await cancelJob(database.db, id)
    expect(await openJobOf(database.db, 'a')).toBeNull()
  })

  it('go back in line when their server has been silent for long, and not before', async () => {
    const { id } = await insert('a')
    await claim('one')
    await silent(14)
    await recover('two')
    expect(await stateOf(id)).toBe('running')
    await silent(16)
    await recover('one')
    expect(await stateOf(id)).toBe('running')
    await recover('two')
    expect(await findJob(database.db, id)).toMatchObject({ state: 'waiting', interruptions: 1, server: null })
    expect((await claim('two'))?.id).toBe(id)
  })

  it('are given up with a fault after so many servers', async () => {
    const { id } = await insert('a')
    for (const [server, state] of [
      ['one', 'waiting'],
      ['two', 'waiting'],
      ['three', 'failed'],
    ] as const) {
      await claim(server)
      await silent(16)
      await recover('next')
      expect(await stateOf(id)).toBe(state)
    }
    expect(await findJob(database.db, id)).toMatchObject({ faults: [GIVEN_UP], interruptions: 3, server: null })
  })

  it('of a server that stops in order go back in line, and no interruption is counted', async () => {
    const [first, other] = [await insert('a'), await insert('b')]
    await claim('one')
    await claim('two')
    await releaseJobs(database.db, 'one')
    expect(await findJob(database.db, first.id)).toMatchObject({ state: 'waiting', interruptions: 0, server: null })
    expect(await stateOf(other.id)).toBe('running')
  })

  it('that ended are forgotten, all but the newest; open ones never', async () => {
    const open_ = await insert('open')
    const ended = [await insert('a'), await insert('b'), await insert('c')]
    for (const { id } of ended) await cancelJob(database.db, id)
    await forgetJobs(database.db, 2)
    expect((await jobsOfRound(database.db, 'sample.2025')).map(({ digest }) => digest)).toEqual(['c', 'b', 'open'])
    expect(await stateOf(open_.id)).toBe('waiting')
  })
})
