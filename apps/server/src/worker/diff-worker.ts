import { parentPort } from 'node:worker_threads'
import type { DifferRequest } from '@plumbline/api'
import { outcomeOf, type Outcome } from '@plumbline/jobs'
import { createSandbox, withCode } from '@plumbline/sandbox'
import { casesOf, diffVersions, type VersionDifference } from '@plumbline/testkit'

/** From the comparing thread: how far it is, then what it found. */
export type DiffResponse =
  | { readonly done: number; readonly steps: number }
  | { readonly outcome: Outcome<VersionDifference> }

/** A thread for one comparison: one request, steps, one answer. Programs run in a sandbox of its own. */
parentPort?.once('message', (request: DifferRequest) => void compare(request))

async function compare({ from, to, options, cases }: DifferRequest): Promise<void> {
  const sandbox = createSandbox()
  const say = (response: DiffResponse): void => parentPort?.postMessage(response)
  const outcome = await outcomeOf(() =>
    diffVersions(from, to, {
      ...options,
      cases: cases.map(({ text, name }) => casesOf(text, name).cases),
      prepare: (plugin, dataset) => withCode(sandbox, plugin, dataset),
      onStep: (done, steps) => say({ done, steps }),
    }),
  )
  say({ outcome })
  await sandbox.stop()
}
