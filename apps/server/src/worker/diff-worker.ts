import { parentPort } from 'node:worker_threads'
import type { DifferRequest } from '@plumbline/api'
import { FaultError, type Fault } from '@plumbline/kernel'
import { createSandbox, withCode } from '@plumbline/sandbox'
import { diffVersions, type VersionDifference } from '@plumbline/testkit'

/** From the comparing thread: how far it is, then what it found. */
export type DiffResponse =
  | { readonly done: number; readonly steps: number }
  | { readonly found: VersionDifference }
  | { readonly faults: readonly Fault[] }
  | { readonly error: string }

/** A thread for one comparison: one request, steps, one answer. Programs run in a sandbox of its own. */
parentPort?.once('message', (request: DifferRequest) => void compare(request))

async function compare(request: DifferRequest): Promise<void> {
  const sandbox = createSandbox()
  const say = (response: DiffResponse): void => parentPort?.postMessage(response)
  say(await answer(request, { sandbox, say }))
  await sandbox.stop()
}

interface Means {
  readonly sandbox: ReturnType<typeof createSandbox>
  readonly say: (response: DiffResponse) => void
}

async function answer({ from, to, options }: DifferRequest, { sandbox, say }: Means): Promise<DiffResponse> {
  try {
    const found = await diffVersions(from, to, {
      ...options,
      prepare: (plugin, dataset) => withCode(sandbox, plugin, dataset),
      onStep: (done, steps) => say({ done, steps }),
    })
    return { found }
  } catch (error) {
    if (error instanceof FaultError) return { faults: error.faults }
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
