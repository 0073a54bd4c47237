import { availableParallelism } from 'node:os'
import { defaultSpec, uncertaintySpec, type LongJob, type LongReports, type PlainSpec } from '@plumbline/analysis'
import { fillText } from '@plumbline/i18n'
import { createThreads } from '@plumbline/jobs'
import type { Call } from '../command.ts'
import { Exit } from '../exit.ts'
import type { Terminal } from '../terminal.ts'
import { readDocument } from './document.ts'
import { provenanceOf } from './head.ts'
import type { Loaded } from './load.ts'
import { wholeOption } from './numbers.ts'

/** What is uncertain: the file that `--spec` names, or the default of the standard. */
export async function specOf(call: Call, { input }: Loaded, terminal: Terminal): Promise<PlainSpec> {
  const file = call.text('spec')
  return file === null ? defaultSpec(input.plan) : readDocument(file, uncertaintySpec, terminal)
}

interface Asked<J extends LongJob> {
  readonly loaded: Loaded
  readonly job: J
  /** The report, for people. */
  readonly textOf: (report: LongReports[J['kind']]) => string
}

/**
 * Does a long run and prints its report, as JSON with all that decides it where that is asked for.
 *
 * @throws FaultError with every fault of the specification.
 */
export async function reportLongRun<J extends LongJob>(
  call: Call,
  { loaded, job, textOf }: Asked<J>,
  terminal: Terminal,
): Promise<Exit> {
  const report = await longRun(call, { loaded, job }, terminal)
  if (report === null) return Exit.cancelled
  if (call.json) terminal.out(`${JSON.stringify({ ...provenanceOf(loaded, job), names: loaded.names, report })}\n`)
  else terminal.out(textOf(report))
  return Exit.ok
}

/** In threads, with its progress on the error stream; null where Ctrl+C stopped it. */
async function longRun<J extends LongJob>(
  call: Call,
  { loaded, job }: Omit<Asked<J>, 'textOf'>,
  terminal: Terminal,
): Promise<LongReports[J['kind']] | null> {
  const size = wholeOption(
    call,
    { option: 'workers', usual: Math.max(1, availableParallelism() - 1), least: 1 },
    terminal,
  )
  const stop = new AbortController()
  const onInterrupt = () => stop.abort()
  process.once('SIGINT', onInterrupt)
  const threads = createThreads({ size: Math.min(size, 64) })
  const progress = progressTo(terminal)
  try {
    return await threads.run(loaded.input, job, { signal: stop.signal, onProgress: progress.step })
  } catch (error) {
    if (!stop.signal.aborted) throw error
    progress.end()
    terminal.err(`${terminal.texts.uncertainty.cancelled}\n`)
    return null
  } finally {
    progress.end()
    process.off('SIGINT', onInterrupt)
    await threads.stop()
  }
}

/** One line that is written over at a terminal; a line for each tenth elsewhere. */
function progressTo({ err, texts }: Terminal) {
  const isTerminal = process.stderr.isTTY
  let told = -1
  let open = false
  return {
    step: ({ done, steps }: { readonly done: number; readonly steps: number }) => {
      const percent = Math.floor((done / steps) * 100)
      const next = isTerminal ? percent : Math.floor(percent / 10) * 10
      if (next === told) return
      told = next
      const line = fillText(texts.uncertainty.progress, { done, steps, percent })
      err(isTerminal ? `\r${line}` : `${line}\n`)
      open = isTerminal
    },
    end: () => {
      if (open) err('\n')
      open = false
    },
  }
}
