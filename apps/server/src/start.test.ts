import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { once } from 'node:events'
import { packPlugin } from '@plumbline/bundle'
import { postgresTestDatabase } from '@plumbline/db/testing'
import { digestOf, loadPlugin, withForm } from '@plumbline/plugin-host'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { clientOf, importForm } from './testing/client.ts'
import { fileFor, PLUGIN, REPOSITORY, UNITS } from './testing/data.ts'
import { endAll, launch, type Launched } from './testing/launch.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'plumbline-start-'))
})
afterEach(async () => {
  await endAll()
  rmSync(directory, { recursive: true, force: true })
})
/** A sentence in each language, and no stack. */
function expectSentences(server: Launched, ...parts: readonly string[]): void {
  expect(server.url).toBeNull()
  expect(server.child.exitCode).toBe(1)
  for (const part of parts) expect(server.printed()).toContain(part)
  expect(server.printed()).not.toMatch(/^\s+at /m)
}

describe('the server', () => {
  it('starts on nothing, serves, stops in order, and keeps its data', async () => {
    const first = await launch({ PLUMBLINE_DATA: directory })
    const health = await fetch(`${first.url}/healthz`)
    expect([health.status, await health.json()]).toMatchObject([
      200,
      { status: 'ok', database: { kind: 'pglite', answers: true }, plugins: { failed: [] }, worker: 'alive' },
    ])
    const client = clientOf(first.url ?? '')
    await client.imports.commit.mutate(importForm(PLUGIN, fileFor('2025')))
    const before = await client.rounds.league.query({ roundId: `${PLUGIN}.2025` })
    expect(before.rows).toHaveLength(UNITS)
    expect(await first.end('SIGTERM')).toBe(0)
    expect(first.printed()).toContain('已停止，数据已保存。')

    const second = await launch({ PLUMBLINE_DATA: directory })
    expect(await clientOf(second.url ?? '').rounds.league.query({ roundId: `${PLUGIN}.2025` })).toEqual(before)
    expect(await second.end('SIGINT')).toBe(0)
  })

  it('does not open a data directory that another process has', async () => {
    const first = await launch({ PLUMBLINE_DATA: directory })
    const second = await launch({ PLUMBLINE_DATA: directory })
    expectSentences(second, `（进程号 ${first.child.pid}）`, `(pid ${first.child.pid})`, 'PLUMBLINE_DATA=')
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
  })

  it('names a port that is in use, and lets go of the data directory', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const server = await launch({ PLUMBLINE_DATA: directory, PORT: String(port) })
    expectSentences(server, `端口 ${port} 已被占用`, `Port ${port} is in use`, `PORT=${port + 1}`)
    other.close()
    const again = await launch({ PLUMBLINE_DATA: directory })
    expect(again.url).not.toBeNull()
  })

  it('says what is wrong with its settings, all at once, and never a password', async () => {
    const server = await launch({ PORT: 'x', PLUMBLINE_DEMO: 'maybe', DATABASE_URL: 'mysql://root:secret@host/db' })
    expectSentences(server, '环境变量 PORT', '环境变量 PLUMBLINE_DEMO', '环境变量 DATABASE_URL')
    expect(server.printed()).not.toContain('secret')
  })

  it('says that PostgreSQL does not answer', async () => {
    const server = await launch({ DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/plumbline' })
    expectSentences(server, '无法连接 PostgreSQL 数据库 127.0.0.1:1/plumbline', 'cannot be reached')
    expect(server.printed()).not.toContain('secret')
  })

  it('says that a data directory cannot be written', async () => {
    const file = path.join(directory, 'a-file')
    writeFileSync(file, '')
    expectSentences(await launch({ PLUMBLINE_DATA: path.join(file, 'data') }), '无法写入', 'cannot be written')
  })

  it('goes on without a plugin that is broken, and says so', async () => {
    const plugins = path.join(directory, 'plugins')
    mkdirSync(path.join(plugins, 'broken'), { recursive: true })
    writeFileSync(path.join(plugins, 'broken/plugin.yaml'), 'id: [')
    const database = await postgresTestDatabase(inject('postgresUrl'))
    const server = await launch({ DATABASE_URL: database.url ?? '', PLUMBLINE_PLUGINS: plugins })
    expect(server.printed()).toContain('插件 broken 未能载入')
    expect(await (await fetch(`${server.url}/healthz`)).json()).toMatchObject({
      status: 'ok',
      plugins: { loaded: 0, failed: ['broken'] },
    })
    expect(await clientOf(server.url ?? '').standards.list.query()).toMatchObject([
      { plugin: { id: 'broken' }, status: 'failed' },
    ])
    await server.end('SIGTERM')
    await database.close()
  })

  it('checks packed plugins in full after the start, and names the one whose form says something else', async () => {
    const plugins = path.join(directory, 'plugins')
    mkdirSync(plugins)
    const core = await loadPlugin(path.join(REPOSITORY, 'plugins/ai-core'), [])
    const { id, version } = core.ref
    const files = { 'plugin.yaml': (core.bundle.files['plugin.yaml'] ?? '').replace(`id: ${id}`, 'id: other-core') }
    const form = (withForm({ files }).form ?? '').replace('"version":"', '"version":"9')
    const forged = { ref: { id: 'other-core', version, digest: digestOf({ files }) }, bundle: { files, form } }
    for (const [name, packed] of Object.entries({ good: { ...core, bundle: withForm(core.bundle) }, forged }))
      writeFileSync(path.join(plugins, `${name}.plb`), packPlugin({ ...packed, signatures: [] }))
    const database = await postgresTestDatabase(inject('postgresUrl'))
    const server = await launch({ DATABASE_URL: database.url ?? '', PLUMBLINE_PLUGINS: plugins })
    const client = clientOf(server.url ?? '')
    const listed = async () => (await client.standards.list.query()).map(({ plugin, status }) => [plugin.id, status])
    await expect.poll(listed, { timeout: 20_000 }).toContainEqual(['other-core', 'failed'])
    expect(await listed()).toContainEqual([id, 'draft'])
    expect(server.printed()).toContain('插件 other-core 9')
    expect(server.printed()).toContain('manifest.json 与 plugin.yaml 此处所写不一致')
    expect(server.printed()).toContain('manifest.json does not say what plugin.yaml says here')
    // The sound one is in the register, the other is not.
    const registered = async () => (await client.events.list.query()).map(({ subject }) => subject)
    await expect.poll(registered, { timeout: 20_000 }).toEqual([`${id}@${version}`])
    expect(await server.end('SIGTERM')).toBe(0)
    await database.close()
  })

  it('a form that claims a newer version does not end a start that scores the demonstration', async () => {
    const plugins = path.join(directory, 'plugins')
    mkdirSync(plugins)
    const core = await loadPlugin(path.join(REPOSITORY, 'plugins/ai-core'), [])
    const standard = await loadPlugin(path.join(REPOSITORY, 'plugins', PLUGIN), [core])
    const files = { ...standard.bundle.files, 'NOTES.md': 'Another content.' }
    const form = (withForm({ files }).form ?? '').replace('"version":"', '"version":"9')
    const forged = { ref: { ...standard.ref, digest: digestOf({ files }) }, bundle: { files, form } }
    for (const [name, packed] of Object.entries({ core, standard, forged })) {
      const bundle = name === 'forged' ? forged.bundle : withForm(packed.bundle)
      writeFileSync(path.join(plugins, `${name}.plb`), packPlugin({ ref: packed.ref, bundle, signatures: [] }))
    }
    const database = await postgresTestDatabase(inject('postgresUrl'))
    const env = { DATABASE_URL: database.url ?? '', PLUMBLINE_DEMO: 'on', PLUMBLINE_PLUGINS: plugins }
    const server = await launch(env)
    expect(server.printed()).toContain('manifest.json does not say what plugin.yaml says here')
    const rounds = await clientOf(server.url ?? '').rounds.list.query()
    expect(rounds.length).toBeGreaterThan(0)
    expect(new Set(rounds.map(({ plugin }) => plugin.digest))).toEqual(new Set([standard.ref.digest]))
    await server.end('SIGTERM')
    await database.close()
  })

  it('loads the demonstration once, and finishes one that was cut short', async () => {
    const database = await postgresTestDatabase(inject('postgresUrl'))
    const trust = path.join(directory, 'trust.yaml')
    const env = { DATABASE_URL: database.url ?? '', PLUMBLINE_DEMO: 'on', PLUMBLINE_TRUST: trust }
    // As after a kill between two of its files: one standard has its rounds, the others have none.
    const plugins = path.join(directory, 'plugins')
    for (const id of ['ai-core', PLUGIN])
      cpSync(path.join(REPOSITORY, 'plugins', id), path.join(plugins, id), { recursive: true })
    const first = await launch({ ...env, PLUMBLINE_PLUGINS: plugins })
    const begun = await clientOf(first.url ?? '').rounds.list.query()
    expect(begun.map(({ id }) => id)).toEqual([`${PLUGIN}.2025`, `${PLUGIN}.2024`, `${PLUGIN}.2023`])
    await first.end('SIGTERM')

    const second = await launch(env)
    const client = clientOf(second.url ?? '')
    const rounds = await client.rounds.list.query()
    // Published, with two signatures of keys that nobody has any more.
    const { versions } = await client.versions.list.query({ id: 'smart-healthcare' })
    expect(versions.map(({ plugin, state, signatures }) => [plugin.version, state, signatures.length])).toEqual([
      ['2.0.0', 'published', 2],
      ['1.0.0', 'published', 2],
    ])
    expect(readFileSync(trust, 'utf8')).not.toContain('PRIVATE')
    // Ten sectors, three years.
    expect(rounds).toHaveLength(30)
    expect(rounds).toEqual(expect.arrayContaining([...begun]))
    expect(rounds.every(({ demonstration, example, run }) => demonstration && example && run)).toBe(true)
    expect(await client.system.info.query()).toMatchObject({ demonstration: true, database: 'postgres' })
    const events = await client.events.list.query({ limit: 500 })
    await second.end('SIGTERM')

    const third = await launch(env)
    expect(third.printed()).not.toContain('Loading the demonstration')
    expect(await clientOf(third.url ?? '').events.list.query({ limit: 500 })).toEqual(events)
    await third.end('SIGTERM')
    await database.close()
  })

  it('never mixes the demonstration into a database that holds own data', async () => {
    const database = await postgresTestDatabase(inject('postgresUrl'))
    const first = await launch({ DATABASE_URL: database.url ?? '' })
    await clientOf(first.url ?? '').imports.commit.mutate(importForm(PLUGIN, fileFor('2025')))
    await first.end('SIGTERM')
    const second = await launch({ DATABASE_URL: database.url ?? '', PLUMBLINE_DEMO: 'on' })
    expect((await clientOf(second.url ?? '').rounds.list.query()).map(({ id }) => id)).toEqual([`${PLUGIN}.2025`])
    await second.end('SIGTERM')
    await database.close()
  })
})
