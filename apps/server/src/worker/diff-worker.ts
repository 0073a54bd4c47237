import { parentPort } from 'node:worker_threads'
import type { DifferRequest } from '@plumbline/api'
import { outcomeOf, type Outcome } from '@plumbline/jobs'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { createSandbox, withCode } from '@plumbline/sandbox'
import { casesOf, diffVersions, type GoldenCase, type VersionDifference } from '@plumbline/testkit'

/** From the comparing thread: how far it is, then what it found. */
export type DiffResponse =
  | { readonly done: number; readonly steps: number }
  | { readonly outcome: Outcome<VersionDifference> }

/** A thread for one comparison: one request, steps, one answer. Programs run in a sandbox of its own. */
parentPort?.once('message', (request: DifferRequest) => void compare(request))

/** Those that came with a packed version. */
const goldenCases = ({ ref, bundle }: LoadedPlugin): readonly GoldenCase[] =>
  casesOf(bundle.cases, `${ref.id}@${ref.version}/cases.yaml`).cases

async function compare({ from, to, options }: DifferRequest): Promise<void> {
  const sandbox = createSandbox()
  const say = (response: DiffResponse): void => parentPort?.postMessage(response)
  const outcome = await outcomeOf(() =>
    diffVersions(from, to, {
      ...options,
      cases: [from, to].map(goldenCases),
      prepare: (plugin, dataset) => withCode(sandbox, plugin, dataset),
      onStep: (done, steps) => say({ done, steps }),
    }),
  )
  say({ outcome })
  await sandbox.stop()
}
