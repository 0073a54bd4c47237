import {
  SHARE,
  type AnalysisQuestion,
  type Analyst,
  type Answers,
  type LongInput,
  type LongJob,
  type LongPartial,
  type LongReport,
  type LongReports,
  type LongWatch,
} from '@plumbline/analysis'
import { fault } from '@plumbline/kernel'
import type { AnalysisThread, Work, WorkDone } from './messages.ts'
import { createThread } from './thread-client.ts'

/** An analyst with threads of its own. */
export interface Threads extends Analyst {
  readonly size: number
  /** Ends all threads; what they were doing fails with ANALYSIS_STOPPED. */
  stop(): Promise<void>
}

const SCRIPT = new URL('./thread.ts', import.meta.url)

/**
 * Starts an analyst. Every thread does one thing after the other, and a long run comes in small shares, so that short
 * questions and other runs have their turn in between. The report of a long run is the same for any number of threads.
 *
 * @param size - Threads, at least 1; each starts when it is first needed.
 * @example const threads = createThreads({ size: 2 }); await threads.run(input, job, { signal })
 */
export function createThreads({ size, script = SCRIPT }: { readonly size: number; readonly script?: URL }): Threads {
  const threads = Array.from({ length: Math.max(1, size) }, () =>
    createThread<Work, WorkDone>(script, { stopped: (reason) => fault('ANALYSIS_STOPPED', { reason }) }),
  )
  let runs = 0
  return {
    size: threads.length,
    ask: async <Q extends AnalysisQuestion>(question: Q) =>
      // The answer is of the question's kind; the message's type does not say so.
      (await idlest(threads).perform({ kind: 'answer', question })) as Answers[Q['kind']],
    run: async <J extends LongJob>(input: LongInput, job: J, watch: LongWatch = {}) =>
      // Likewise.
      (await longRun(threads, { run: (runs += 1), input, job }, watch)) as LongReports[J['kind']],
    stop: async () => {
      await Promise.all(threads.map((thread) => thread.stop()))
    },
  }
}

const idlest = (threads: readonly AnalysisThread[]): AnalysisThread =>
  threads.reduce((best, thread) => (thread.waiting() < best.waiting() ? thread : best))

interface Opening {
  readonly run: number
  readonly input: LongInput
  readonly job: LongJob
}

async function longRun(
  threads: readonly AnalysisThread[],
  { run, input, job }: Opening,
  { signal, onProgress }: LongWatch,
): Promise<LongReport> {
  signal?.throwIfAborted()
  let [next, done] = [0, 0]
  const worker = async (thread: AnalysisThread): Promise<LongPartial> => {
    const steps = await thread.perform({ kind: 'open', run, input, job })
    while (next < steps) {
      signal?.throwIfAborted()
      const from = next
      next = Math.min(from + SHARE, steps)
      const to = next
      await thread.perform({ kind: 'work', run, from, to })
      done += to - from
      onProgress?.({ done, steps })
    }
    signal?.throwIfAborted()
    return thread.perform({ kind: 'partial', run })
  }
  const opened = threads.map((thread) => worker(thread))
  try {
    const partials = await Promise.all(opened)
    const [first] = threads
    if (!first) throw new Error('an analyst has at least one thread')
    return await first.perform({ kind: 'finish', run, partials })
  } finally {
    // All must have stopped before the run is closed in them.
    next = Infinity
    await Promise.allSettled(opened)
    await Promise.allSettled(threads.map((thread) => thread.perform({ kind: 'close', run })))
  }
}
