import { parentPort } from 'node:worker_threads'
import type { QuickJSWASMModule } from 'quickjs-emscripten-core'
import { evaluate, openEngine } from './engine.ts'
import type { Answer, Job } from './messages.ts'

/** The sandbox's thread: one job at a time, each in an engine of its own, one answer a unit. */
parentPort?.on('message', (job: Job) => void perform(job))
parentPort?.postMessage('ready')

async function perform(job: Job): Promise<void> {
  const engine = await openEngine()
  for (const [row, input] of job.inputs.entries()) if (!answered(engine, { job, row, input })) return
}

interface Turn {
  readonly job: Job
  readonly row: number
  readonly input: Job['inputs'][number]
}

/** False after a fatal outcome: nothing more may run in this engine. */
function answered(engine: QuickJSWASMModule, { job, row, input }: Turn): boolean {
  const answer: Answer = { id: job.id, row, outcome: evaluate(engine, job.source, input) }
  parentPort?.postMessage(answer)
  return answer.outcome.kind === 'value' || !answer.outcome.fatal
}
