import type { Reader } from '@plumbline/api'
import { createThread } from '@plumbline/jobs'
import { fault } from '@plumbline/kernel'
import type { ReadDone, ReadWork } from './messages.ts'

export interface WorkerReader extends Reader {
  stop(): Promise<void>
}

const SCRIPT = new URL('./read-worker.ts', import.meta.url)

/**
 * Reads uploads in a thread of its own, started with the first one, so that the server answers meanwhile. A thread that
 * dies over a file fails it with READING_STOPPED; the next file starts a new one.
 */
export function createWorkerReader(script: URL = SCRIPT): WorkerReader {
  const thread = createThread<ReadWork, ReadDone>(script, {
    stopped: (reason) => fault('READING_STOPPED', { reason }),
  })
  return {
    readData: (file) => thread.perform({ kind: 'data', file }),
    readPacked: (file) => thread.perform({ kind: 'packed', file }),
    stop: () => thread.stop(),
  }
}
