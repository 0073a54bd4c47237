import { randomUUID } from 'node:crypto'
import path from 'node:path'
import {
  createDifferences,
  createJobs,
  createRunCache,
  registerFiles,
  settle,
  warmUp,
  type OpenedStandards,
  type Reader,
  type RequestContext,
} from '@plumbline/api'
import { codeOf, openDatabase, unscoredRounds, type Database } from '@plumbline/db'
import { fault, FaultError } from '@plumbline/kernel'
import { createThreads, type Threads } from '@plumbline/jobs'
import { createSandbox, type Sandbox } from '@plumbline/sandbox'
import { pino, type Logger } from 'pino'
import { casesReader } from './cases.ts'
import { checkVersions } from './check-versions.ts'
import { loadDemonstration, missingDemonstration } from './demonstration.ts'
import { createHttp, LOCAL_ACTOR } from './http/app.ts'
import { attendJobs } from './attend-jobs.ts'
import { openRegistry, trustReader } from './registry.ts'
import { ROOT, type Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { createDiffer } from './worker/differ.ts'
import { createFormChecker, type FormChecker } from './worker/form-checker.ts'
import { createWorkerReader } from './worker/worker-reader.ts'
import { createWorkerScorer, type WorkerScorer } from './worker/worker-scorer.ts'

export interface Server {
  readonly url: string
  stop(): Promise<void>
}

/** Runs opened lately that stay in memory: a few for each sector. */
const OPEN_RUNS = 32

/**
 * Starts the product: database, plugins, scoring thread, what the last stop left open, the demonstration, and then the
 * port. Nothing listens before all of it is ready, and what was started is stopped again when a later step fails. Packed
 * versions that were loaded from their forms are checked in full after that, in a thread.
 *
 * @throws FaultError with a sentence for each thing a person can put right.
 */
export async function startServer(settings: Settings, terminal: Terminal): Promise<Server> {
  const logger = pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: true }))
  terminal.say('preparing')
  const database = await openDatabase(settings.database)
  const scorer = createWorkerScorer()
  const reader = createWorkerReader()
  const threads = createThreads({ size: settings.workers })
  const sandbox = createSandbox()
  const checker = createFormChecker()
  const close = async () => {
    await Promise.all([scorer.stop(), reader.stop(), threads.stop(), sandbox.stop(), checker.stop()])
    await database.close()
  }
  try {
    const parts = { database, scorer, reader, sandbox, threads, checker, logger, terminal }
    const { app, opened } = await createApp(settings, parts)
    const http = await createHttp({ app, scorer, logger, web: path.join(ROOT, 'apps/web/dist') })
    const url = await http.listen({ host: settings.host, port: settings.port }).catch((error: unknown) => {
      throw listenFault(settings, error) ?? error
    })
    const stopAttending = attendJobs(app)
    const stopping = new AbortController()
    const { signal } = stopping
    const warming = warmUp(app, OPEN_RUNS, signal).catch(app.report)
    const checking = checkVersions(opened, { app, checker, terminal, signal }).catch((error: unknown) => {
      if (!signal.aborted) app.report(error)
    })
    return {
      url,
      stop: async () => {
        stopping.abort()
        await http.close()
        await stopAttending()
        await Promise.all([app.jobs.stop(), checker.stop()])
        await Promise.all([warming, checking])
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

interface Parts {
  readonly database: Database
  readonly scorer: WorkerScorer
  readonly reader: Reader
  readonly sandbox: Sandbox
  readonly threads: Threads
  readonly checker: FormChecker
  readonly logger: Logger
  readonly terminal: Terminal
}

async function createApp(
  settings: Settings,
  { database, scorer, reader, sandbox, threads, checker, logger, terminal }: Parts,
): Promise<{ readonly app: RequestContext; readonly opened: OpenedStandards }> {
  const opened = await openRegistry(database.db, settings, terminal)
  const { standards } = opened
  const app: RequestContext = {
    database,
    scorer,
    reader,
    sandbox,
    analyst: threads,
    jobs: createJobs(database, { server: randomUUID() }),
    differences: createDifferences(createDiffer()),
    casesOf: casesReader(settings.plugins),
    standards,
    trust: trustReader(settings.trust),
    cache: createRunCache(OPEN_RUNS),
    clock: () => new Date(),
    log: (event, fields) => logger.info(fields, event),
    report: (error) => {
      logger.error({ err: error }, 'unexpected')
      return 'start'
    },
    actor: LOCAL_ACTOR,
  }
  await registerFiles(app, opened.files())
  // What is scored before anybody asks is not left to forms that nobody has checked: one bad form would end the start.
  const demonstrates = settings.demonstration === 'load' && (await missingDemonstration(app)).length > 0
  if (demonstrates || (await unscoredRounds(database.db)).length > 0)
    await checkVersions(opened, { app, checker, terminal, signal: new AbortController().signal })
  const settled = await settle(app)
  if (settled.length > 0) terminal.say('settled', { rounds: settled.join(' ') })
  if (settings.demonstration === 'load') await loadDemonstration(app, settings.trust, terminal)
  return { app, opened }
}

function listenFault({ host, port }: Settings, error: unknown): FaultError | null {
  const code = codeOf(error)
  if (code === 'EADDRINUSE') return new FaultError([fault('PORT_IN_USE', { port, next: port + 1 })])
  const isAddress = code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
  return isAddress ? new FaultError([fault('ADDRESS_NOT_USABLE', { host, port, reason: code })]) : null
}
