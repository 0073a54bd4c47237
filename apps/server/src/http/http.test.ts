import { createSandbox } from '@plumbline/sandbox'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  createDifferences,
  createJobs,
  createRunCache,
  createStandards,
  inlineAnalyst,
  inlineReader,
  type App,
} from '@plumbline/api'
import { pgliteTestDatabase, type TestDatabase } from '@plumbline/db/testing'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDiffer } from '../worker/differ.ts'
import { createWorkerScorer, type WorkerScorer } from '../worker/worker-scorer.ts'
import { createHttp } from './app.ts'
import { BODY_LIMIT, refusedLength } from './body-limit.ts'
import { isSameOrigin } from './same-origin.ts'

let web: string
let database: TestDatabase
let scorer: WorkerScorer
let http: FastifyInstance

beforeAll(async () => {
  web = mkdtempSync(path.join(tmpdir(), 'plumbline-web-'))
  mkdirSync(path.join(web, 'assets'))
  writeFileSync(path.join(web, 'index.html'), '<title>准绳</title>')
  writeFileSync(path.join(web, 'assets/main-1a2b.js'), 'export {}')
  writeFileSync(path.join(web, '.inputs'), 'hidden')
  database = await pgliteTestDatabase()
  scorer = createWorkerScorer()
  const app: App = {
    database,
    reader: inlineReader,
    scorer,
    sandbox: createSandbox(),
    analyst: inlineAnalyst,
    jobs: createJobs(database, { server: 'tests' }),
    differences: createDifferences(createDiffer()),
    casesOf: async () => null,
    standards: createStandards({ plugins: [], failed: [] }),
    trust: async () => new Map(),
    cache: createRunCache(1),
    clock: () => new Date(0),
    log: () => undefined,
    report: () => '',
  }
  http = await createHttp({ app, scorer, logger: pino({ level: 'silent' }), web })
})
afterAll(async () => {
  await http.close()
  await scorer.stop()
  await database.close()
  rmSync(web, { recursive: true, force: true })
})

describe('the HTTP host', () => {
  it('serves the client, and its first page for any screen', async () => {
    const html = { accept: 'text/html,*/*' }
    for (const url of ['/', '/rounds/sector.2025/units/U-1?view=chain', '/compare']) {
      const answer = await http.inject({ url, headers: html })
      expect([answer.statusCode, answer.body]).toEqual([200, '<title>准绳</title>'])
      expect(answer.headers['cache-control']).toBe('no-cache')
    }
    expect((await http.inject('/assets/main-1a2b.js')).headers['cache-control']).toContain('immutable')
  })

  it.each(['/assets/gone.js', '/.inputs', '/trpc/no.such', '/../package.json'])('answers %s with 404', async (url) => {
    expect((await http.inject({ url, headers: { accept: '*/*' } })).statusCode).toBe(404)
  })

  it('lets the page load nothing from elsewhere, and names each request', async () => {
    const { headers } = await http.inject('/')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toMatch(/https?:|\*/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('answers several queries in one request', async () => {
    const answer = await http.inject('/trpc/system.info,rounds.list?batch=1&input=%7B%7D')
    expect(answer.json()).toMatchObject([{ result: { data: { database: 'pglite' } } }, { result: { data: [] } }])
  })

  it('refuses a form that another page sends', async () => {
    const post = (headers: Record<string, string>) =>
      http.inject({ method: 'POST', url: '/trpc/imports.commit', headers, payload: '' })
    expect((await post({ host: '127.0.0.1:4180', origin: 'https://elsewhere.example' })).statusCode).toBe(403)
    expect((await post({ host: '127.0.0.1:4180', origin: 'null' })).statusCode).toBe(403)
    expect((await post({ host: '127.0.0.1:4180', origin: 'http://127.0.0.1:4180' })).statusCode).not.toBe(403)
  })

  it.each([
    ['a program', 'POST', {}, true],
    ['a link from elsewhere', 'GET', { origin: 'https://a.example', host: 'b.example' }, true],
    [
      'the page behind a proxy',
      'POST',
      { origin: 'https://a.example', host: 'inside:4180', 'x-forwarded-host': 'a.example' },
      true,
    ],
    ['another port', 'POST', { origin: 'http://127.0.0.1:1', host: '127.0.0.1:4180' }, false],
  ])('takes %s for what it is', (_what, method, headers, expected) => {
    expect(isSameOrigin({ method, headers })).toBe(expected)
  })

  it('refuses a body above the limit as a fault that the client can word', async () => {
    const faults = [{ code: 'FILE_TOO_LARGE', params: { megabytes: 65, most: 64 } }]
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(BODY_LIMIT + 1) }
    const answer = await http.inject({ method: 'POST', url: '/trpc/imports.check', headers, payload: 'x' })
    expect([answer.statusCode, answer.json()]).toMatchObject([413, { error: { data: { faults } } }])
  })

  it.each([
    [{ 'content-type': 'multipart/form-data; boundary=x' }, 411],
    [{ 'content-type': 'multipart/form-data; boundary=x', 'content-length': '10' }, null],
    [{ 'content-type': 'application/json' }, null],
    [{ 'content-length': String(BODY_LIMIT) }, null],
  ])('asks a form for its length: %o', (headers, expected) => {
    expect(refusedLength({ headers })).toBe(expected)
  })

  it('explains a form that cannot be read', async () => {
    const url = await http.listen({ host: '127.0.0.1', port: 0 })
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await fetch(`${url}/trpc/imports.check`, { method: 'POST', headers, body: '--y--' })
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { error: { data: { faults: [{ code: 'REQUEST_REFUSED' }] } } },
    ])
  })
})
