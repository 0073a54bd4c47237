import { Worker, type WorkerOptions } from 'node:worker_threads'
import { LIMITS } from './limits.ts'
import type { Answer, Job, Outcome, ProgramFault } from './messages.ts'
import type { Program, ProgramInput } from './program.ts'
import { stripTypes } from './strip.ts'

/** A place to run programs in. */
export interface Sandbox {
  /**
   * Runs a program for each unit. Jobs wait for one another.
   *
   * @returns One outcome a unit, in their order; after a fatal one the rest are null.
   * @throws FaultError CODE_TOO_LONG, CODE_SYNTAX - the program cannot be read at all.
   */
  run(program: Program, inputs: readonly ProgramInput[]): Promise<readonly (Outcome | null)[]>
  stop(): Promise<void>
}

const SCRIPT = new URL('./worker.ts', import.meta.url)

/** Nothing of the host is handed in: no environment, no arguments, and a heap no larger than the engine's bookkeeping. */
const THREAD: WorkerOptions = {
  env: {},
  argv: [],
  execArgv: [],
  stdout: true,
  stderr: true,
  resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
}

/** A thread for code indicators, started with the first job and again after one that had to be killed. */
export function createSandbox(): Sandbox {
  let thread: Promise<Worker> | null = null
  let last: Promise<unknown> = Promise.resolve()
  let jobs = 0

  async function perform(job: Job): Promise<readonly (Outcome | null)[]> {
    thread ??= startThread()
    const worker = await thread
    const outcomes = await converse(worker, job)
    if (outcomes.some((outcome) => outcome?.kind === 'fault' && outcome.fatal)) {
      thread = null
      await worker.terminate()
    }
    return outcomes
  }

  return {
    run: async (program, inputs) => {
      const source = await stripTypes(program)
      if (inputs.length === 0) return []
      const job: Job = { id: (jobs += 1), file: program.file, source, inputs }
      const done = last.then(() => perform(job))
      last = done.catch(() => undefined)
      return done
    },
    stop: async () => {
      await last
      await (await thread)?.terminate()
      thread = null
    },
  }
}

function startThread(): Promise<Worker> {
  const worker = new Worker(SCRIPT, THREAD)
  worker.unref()
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker))
    worker.once('error', reject)
  })
}

const killed = (code: string, params: ProgramFault['params']): ProgramFault => ({
  kind: 'fault',
  code,
  params,
  line: null,
  column: null,
  fatal: true,
})

/** Sends a job and gathers its answers; a thread that is silent for too long, or dies, has failed at the next unit. */
function converse(worker: Worker, job: Job): Promise<readonly (Outcome | null)[]> {
  const outcomes: (Outcome | null)[] = job.inputs.map(() => null)
  let next = 0
  return new Promise((resolve) => {
    let timer = setTimeout(late, LIMITS.killMs)
    worker.on('message', hear)
    worker.on('error', fail)
    worker.on('exit', late)
    worker.postMessage(job)

    function hear({ row, outcome }: Answer): void {
      clearTimeout(timer)
      outcomes[row] = outcome
      next = row + 1
      if (next === outcomes.length || (outcome.kind === 'fault' && outcome.fatal)) finish()
      else timer = setTimeout(late, LIMITS.killMs)
    }
    function late(): void {
      outcomes[next] = killed('CODE_TIMEOUT', { ms: LIMITS.killMs })
      finish()
    }
    function fail(error: unknown): void {
      outcomes[next] = killed('CODE_CRASHED', { detail: error instanceof Error ? error.message : String(error) })
      finish()
    }
    function finish(): void {
      clearTimeout(timer)
      worker.off('message', hear)
      worker.off('error', fail)
      worker.off('exit', late)
      resolve(outcomes)
    }
  })
}
