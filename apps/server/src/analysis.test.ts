import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, importForm } from './testing/client.ts'
import { fileFor, PLUGIN, UNITS } from './testing/data.ts'
import { endAll, launch, type Launched } from './testing/launch.ts'

/** A round of 375 units in a server of its own, as a user starts it, with two threads for analyses. */
const roundId = `${PLUGIN}.2025`
let folder: string
let server: Launched
let client: ReturnType<typeof clientOf>

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-analysis-'))
  server = await launch({ PLUMBLINE_DATA: folder, PLUMBLINE_WORKERS: '2' })
  client = clientOf(server.url ?? '')
  await client.imports.commit.mutate(importForm(PLUGIN, fileFor('2025')))
}, 180_000)
afterAll(async () => {
  await endAll()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const start = (draws: number) => client.analysis.start.mutate({ roundId, job: { kind: 'uncertainty', draws, seed: 3 } })
const stateOf = async (id: string) => (await client.analysis.job.query({ id })).state

describe('a long analysis on a running server', () => {
  it('shows progress, lets the server answer meanwhile, and is cancelled by somebody else than who started it', async () => {
    const { id, steps } = await start(100_000)
    expect(steps).toBe(100_000)
    await expect
      .poll(async () => (await client.analysis.job.query({ id })).done, { timeout: 60_000 })
      .toBeGreaterThan(0)
    // A new client: nothing of the first one's connection is left.
    const other = clientOf(server.url ?? '')
    const league = await other.rounds.league.query({ roundId })
    expect(league.rows).toHaveLength(UNITS)
    const unit = league.rows[0]?.unit ?? ''
    expect(await other.explain.waterfall.query({ roundId, unit, baseline: 'full-marks' })).toMatchObject({
      baseline: 100,
    })
    const { jobs } = await other.analysis.list.query({ roundId })
    expect(jobs).toMatchObject([{ id, state: 'running' }])
    expect(await other.analysis.cancel.mutate({ id })).toMatchObject({ state: 'cancelled' })
    expect(await stateOf(id)).toBe('cancelled')
    expect((await other.analysis.list.query({ roundId })).reports).toEqual([])
  }, 120_000)

  it('keeps the report over a restart, and goes on with a job that was not done', async () => {
    const { id, digest } = await start(60)
    await expect.poll(() => stateOf(id), { timeout: 90_000 }).toBe('done')
    const { report } = await client.analysis.result.query({ digest })
    const open = await start(100_000)
    await server.end('SIGTERM')
    server = await launch({ PLUMBLINE_DATA: folder, PLUMBLINE_WORKERS: '1' })
    client = clientOf(server.url ?? '')
    expect((await client.analysis.result.query({ digest })).report).toEqual(report)
    expect(await start(60)).toMatchObject({ state: 'done', digest })
    await expect
      .poll(async () => (await client.analysis.job.query({ id: open.id })).done, { timeout: 60_000 })
      .toBeGreaterThan(0)
    expect(await client.analysis.job.query({ id: open.id })).toMatchObject({ state: 'running', digest: open.digest })
    expect(await client.analysis.cancel.mutate({ id: open.id })).toMatchObject({ state: 'cancelled' })
  }, 180_000)
})
