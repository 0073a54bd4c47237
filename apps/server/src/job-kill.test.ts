import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { clientOf, importForm } from './testing/client.ts'
import { fileFor, PLUGIN } from './testing/data.ts'
import { endAll, launch } from './testing/launch.ts'
import { bothPlaces, type Place } from './testing/place.ts'

const roundId = `${PLUGIN}.2025`
const DRAWS = 1500
const ASKED = { roundId, job: { kind: 'uncertainty', draws: DRAWS, seed: 3 } } as const
type Client = ReturnType<typeof clientOf>

const start = async (client: Client) => {
  await client.imports.commit.mutate(importForm(PLUGIN, fileFor('2025')))
  return client.analysis.start.mutate(ASKED)
}
const ended = (client: Client, id: string) =>
  expect
    .poll(async () => (await client.analysis.job.query({ id })).state, { timeout: 200_000, interval: 250 })
    .toBe('done')

describe.each(bothPlaces)('SIGKILL while an analysis runs, on %s', (_, make) => {
  const places: Place[] = []
  const place = async (): Promise<Place> => {
    const made = await make()
    places.push(made)
    return made
  }
  afterEach(endAll)
  afterAll(async () => {
    await Promise.all(places.map((each) => each.remove()))
  })

  it('the next start takes it up by itself, and it comes to the same report', async () => {
    // What comes of it where nothing happens.
    const calm = await launch((await place()).env)
    const undisturbed = clientOf(calm.url ?? '')
    const asked = await start(undisturbed)
    await ended(undisturbed, asked.id)
    const { report } = await undisturbed.analysis.result.query({ digest: asked.digest })
    expect(await calm.end('SIGTERM')).toBe(0)

    const { env } = await place()
    const first = await launch({ ...env, PLUMBLINE_WORKERS: '1' })
    const watching = clientOf(first.url ?? '')
    const { id, digest } = await start(watching)
    await expect
      .poll(async () => (await watching.analysis.job.query({ id })).done, { timeout: 60_000 })
      .toBeGreaterThan(0)
    expect(await watching.analysis.job.query({ id })).toMatchObject({ state: 'running' })
    await first.end('SIGKILL')

    const second = await launch({ ...env, PLUMBLINE_WORKERS: '2' })
    const client = clientOf(second.url ?? '')
    expect(await client.analysis.job.query({ id })).toMatchObject({ id, digest, job: { draws: DRAWS, seed: 3 } })
    await ended(client, id)
    expect((await client.analysis.result.query({ digest })).report).toEqual(report)

    // Kept: the next start shows it at once, the job and the report.
    expect(await second.end('SIGTERM')).toBe(0)
    const third = await launch(env)
    const later = clientOf(third.url ?? '')
    expect(await later.analysis.job.query({ id })).toMatchObject({ state: 'done', done: DRAWS, steps: DRAWS })
    expect((await later.analysis.list.query({ roundId })).reports.map((head) => head.digest)).toEqual([digest])
    expect(await later.analysis.start.mutate(ASKED)).toMatchObject({ state: 'done', digest })
  }, 600_000)
})
