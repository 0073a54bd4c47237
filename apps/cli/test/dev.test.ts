/** The workings of `plumbline dev`; the page itself is tested in a browser (`tooling/e2e`). */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { cliMessages } from '@plumbline/i18n'
import { afterEach, describe, expect, it } from 'vitest'
import { startDevServer, type DevServer } from '../src/dev/server.ts'
import { checkFolder, type DevState } from '../src/dev/state.ts'
import { watchFolder } from '../src/dev/watch.ts'
import type { Terminal } from '../src/terminal.ts'
import { plumbline, repository, scratch } from './cli.ts'

const directory = await scratch()
const terminal: Terminal = {
  directory,
  plugins: path.join(repository, 'plugins'),
  language: 'zh-CN',
  texts: cliMessages['zh-CN'],
  out: () => undefined,
  outAll: async () => undefined,
  err: () => undefined,
}

describe('a check of a folder', () => {
  it('keeps the last standard that could be used while the files have faults', async () => {
    await plumbline(['new', 'one', '--id', 'one'], { directory })
    const folder = path.join(directory, 'one')
    const manifest = path.join(folder, 'plugin.yaml')
    const good = await readFile(manifest, 'utf8')
    const first = await checkFolder(folder, null, terminal)
    expect(first).toMatchObject({ revision: 1, folder: 'one', faults: [], standard: { differences: [] } })
    expect(first.standard?.cases.map(({ name, values }) => [name, values['incident-rate']])).toEqual([
      ['middle', 1],
      ['capped', 0],
      ['weak', 4],
      ['strong', 0.5],
    ])

    await writeFile(manifest, good.replace('direction: positive', 'direction: upwards'))
    const second = await checkFolder(folder, first, terminal)
    expect(second.faults).toMatchObject([
      {
        severity: 'error',
        at: { line: good.split('\n').findIndex((line) => line.includes('direction: positive')) + 1 },
      },
    ])
    expect(second.revision).toBe(2)
    expect(second.standard).toBe(first.standard)

    await writeFile(manifest, good.replace('best: 90', 'best: 45'))
    const third = await checkFolder(folder, second, terminal)
    expect(third.faults.filter(({ severity }) => severity === 'error')).toEqual([])
    // 72 of 45 is held at 100 instead of 80: the cases say otherwise, and say it at their line.
    expect(third.standard?.differences.length).toBeGreaterThan(0)
    expect(third.standard?.differences.every(({ at }) => at.file === 'one/cases.yaml' && (at.line ?? 0) > 0)).toBe(true)
  })

  it('has no standard where there never was one', async () => {
    await mkdir(path.join(directory, 'empty'))
    expect(await checkFolder(path.join(directory, 'empty'), null, terminal)).toMatchObject({
      standard: null,
      faults: [{ code: 'PLUGIN_NO_MANIFEST' }],
    })
  })
})

describe('the server', () => {
  let server: DevServer | undefined
  afterEach(() => server?.close())

  const state = (revision: number): DevState => ({
    revision,
    folder: 'x',
    at: '2026-01-01T00:00:00Z',
    asOf: '2026-01-01',
    faults: [],
    standard: null,
  })

  it('gives the page, the newest state at once, and each that follows', async () => {
    const web = path.join(directory, 'web')
    await mkdir(path.join(web, 'assets'), { recursive: true })
    await writeFile(path.join(web, 'author.html'), '<p>page</p>')
    await writeFile(path.join(directory, 'secret.html'), 'secret')
    server = await startDevServer(web, 0)
    expect(await (await fetch(server.url)).text()).toBe('<p>page</p>')
    server.push(state(1))
    const events = await fetch(`${server.url}author/events`)
    expect(events.headers.get('content-type')).toBe('text/event-stream')
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
    let said = ''
    while (!said.includes('"revision":1')) said += (await reader?.read())?.value ?? ''
    server.push(state(2))
    while (!said.includes('"revision":2')) said += (await reader?.read())?.value ?? ''
    await reader?.cancel()
    expect(said.match(/^data: /gm)).toHaveLength(2)
  })

  it('gives nothing outside its folder, to no other name and by no other method', async () => {
    const web = path.join(directory, 'web')
    await mkdir(web, { recursive: true })
    await writeFile(path.join(web, 'author.html'), '<p>page</p>')
    server = await startDevServer(web, 0)
    for (const name of ['..%2fsecret.html', '%2e%2e/secret.html', 'no.html', 'x.yaml', '%00.html'])
      expect((await fetch(server.url + name)).status).toBe(404)
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(403)
    const { port } = new URL(server.url)
    await expect(startDevServer(web, Number(port))).rejects.toMatchObject({ faults: [{ code: 'CLI_PORT_TAKEN' }] })
  })
})

it('a burst of changes is one check, and a change during a check makes another', async () => {
  const folder = path.join(directory, 'watched')
  await mkdir(path.join(folder, 'below'), { recursive: true })
  let calls = 0
  let released: () => void = () => undefined
  const first = new Promise<void>((resolve) => (released = resolve))
  const seen: (() => void)[] = []
  const called = (): Promise<void> => new Promise((resolve) => seen.push(resolve))
  const stop = watchFolder(folder, async () => {
    calls++
    seen.shift()?.()
    if (calls === 1) await first
  })
  const one = called()
  for (let index = 0; index < 5; index++) await writeFile(path.join(folder, 'below', 'plugin.yaml'), String(index))
  await one
  expect(calls).toBe(1)
  const two = called()
  await writeFile(path.join(folder, 'cases.yaml'), 'x')
  released()
  await two
  expect(calls).toBe(2)
  stop()
})
