import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createDifferences,
  createJobs,
  createRunCache,
  createStandards,
  inlineAnalyst,
  inlineReader,
  inlineScorer,
  type App,
} from '@plumbline/api'
import { packPlugin } from '@plumbline/bundle'
import { pgliteTestDatabase } from '@plumbline/db/testing'
import { loadPlugins, type LoadedPlugin } from '@plumbline/plugin-host'
import { createSandbox } from '@plumbline/sandbox'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttp } from '../http/app.ts'
import { clientOf, importForm } from '../testing/client.ts'
import { fileFor, PLUGIN, REPOSITORY } from '../testing/data.ts'
import { createDiffer } from './differ.ts'
import { createWorkerReader, type WorkerReader } from './worker-reader.ts'
import { createWorkerScorer } from './worker-scorer.ts'

const { plugins } = await loadPlugins(path.join(REPOSITORY, 'plugins'))
const found = plugins.find(({ ref }) => ref.id === PLUGIN)
if (!found) throw new Error(`${PLUGIN} is in the repository`)
const plugin: LoadedPlugin = found
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

let reader: WorkerReader
let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-reader-'))
})
afterEach(async () => {
  await reader.stop()
  rmSync(folder, { recursive: true })
})

describe('reading uploads in a thread', () => {
  it('gives what reading in place gives: a table, every fault, corrections; the file stays with the caller', async () => {
    reader = createWorkerReader()
    const { catalogue } = plugin
    const good = { fileName: 'good.csv', bytes: bytesOf(fileFor('2025')), catalogue, corrections: [] }
    const [header = '', row = ''] = fileFor('2025').split('\n')
    const cell = `${header}\n${row.replace(/,[^,]*$/, ',not a figure')}\n`
    const bad = { ...good, fileName: 'bad.csv', bytes: bytesOf(cell) }
    const { faults, table } = await reader.readData(bad)
    expect([table, faults.length]).toEqual([null, 1])
    const at = faults[0]?.at.cell ?? ''
    const corrected = { ...bad, corrections: [{ cell: at, value: '' }] }
    for (const file of [good, bad, corrected, { ...good, bytes: bytesOf('%PDF-') }]) {
      expect(await reader.readData(file)).toEqual(await inlineReader.readData(file))
      expect(file.bytes.length).toBeGreaterThan(0)
    }
  })

  it('reads packed versions, and passes their faults on', async () => {
    reader = createWorkerReader()
    const { ref, bundle } = plugin
    const bytes = packPlugin({ ref, bundle, signatures: [] })
    expect(await reader.readPacked({ fileName: 'a.plb', bytes })).toMatchObject({ ref, bundle, signatures: [] })
    const torn = { fileName: 'torn.plb', bytes: bytes.slice(0, bytes.length >> 1) }
    const inPlace: unknown = await inlineReader.readPacked(torn).catch((error: unknown) => error)
    const inThread: unknown = await reader.readPacked(torn).catch((error: unknown) => error)
    expect(inPlace).toHaveProperty('faults')
    expect(inThread).toEqual(inPlace)
  })

  it('fails the file that it died over, and reads the next', async () => {
    const { catalogue } = plugin
    const script = `import { serveThread } from '${moduleUrl('@plumbline/jobs/serve')}'
      serveThread(({ file }) => file.fileName === 'deadly' ? process.exit(5) : { read: file.fileName })`
    reader = createWorkerReader(new URL(`data:text/javascript,${encodeURIComponent(script)}`))
    const read = (fileName: string) =>
      reader.readData({ fileName, bytes: bytesOf('x'), catalogue, corrections: [] }).catch((error: unknown) => error)
    expect(await read('deadly')).toMatchObject({ faults: [{ code: 'READING_STOPPED', params: { reason: 'exit 5' } }] })
    expect(await read('next')).toEqual({ read: 'next' })
  })

  it('lets the server answer while a file is read', async () => {
    const [begun, gate] = [path.join(folder, 'begun'), path.join(folder, 'gate')]
    // Holds its whole thread from the first byte on until the gate is there: whoever waited for it there could do nothing.
    const script = `import { existsSync, writeFileSync } from 'node:fs'
      import { readDataFile } from '${moduleUrl('@plumbline/intake')}'
      import { serveThread } from '${moduleUrl('@plumbline/jobs/serve')}'
      const held = new Int32Array(new SharedArrayBuffer(4))
      serveThread(({ file: { fileName, bytes, catalogue, corrections } }) => {
        writeFileSync(${JSON.stringify(begun)}, '')
        while (!existsSync(${JSON.stringify(gate)})) Atomics.wait(held, 0, 0, 5)
        return readDataFile({ name: fileName, bytes }, catalogue, { corrections })
      })`
    reader = createWorkerReader(new URL(`data:text/javascript,${encodeURIComponent(script)}`))
    const served = await serve(reader)
    try {
      const client = clientOf(served.url)
      const events: string[] = []
      const upload = client.imports.check
        .mutate(importForm(PLUGIN, fileFor('2025')))
        .then(({ accepted }) => events.push(`checked: ${accepted}`))
      await expect.poll(() => existsSync(begun), { timeout: 60_000 }).toBe(true)
      await client.system.info.query().then(() => events.push('info'))
      await client.rounds.list.query({}).then(() => events.push('rounds'))
      expect(events).toEqual(['info', 'rounds'])
      writeFileSync(gate, '')
      await upload
      expect(events).toEqual(['info', 'rounds', 'checked: true'])
    } finally {
      await served.stop()
    }
  })
})

const moduleUrl = (name: string): string => pathToFileURL(createRequire(import.meta.url).resolve(name)).href

/** A server on a port of its own, with the reader that is given. */
async function serve(given: WorkerReader): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const database = await pgliteTestDatabase()
  const [scorer, sandbox] = [createWorkerScorer(), createSandbox()]
  const app: App = {
    database,
    reader: given,
    scorer: inlineScorer,
    sandbox,
    analyst: inlineAnalyst,
    jobs: createJobs(database, { server: 'tests' }),
    differences: createDifferences(createDiffer()),
    casesOf: async () => null,
    standards: createStandards({ plugins, failed: [] }),
    trust: async () => new Map(),
    cache: createRunCache(1),
    clock: () => new Date('2026-03-01T00:00:00Z'),
    log: () => undefined,
    report: String,
  }
  const http = await createHttp({ app, scorer, logger: pino({ level: 'silent' }), web: folder })
  const url = await http.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    stop: async () => {
      await http.close()
      await Promise.all([scorer.stop(), sandbox.stop()])
      await database.close()
    },
  }
}
