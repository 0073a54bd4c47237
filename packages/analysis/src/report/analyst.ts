import { openLongRun, type LongInput, type LongJob, type LongReports } from './long-run.ts'
import { answer, type Answers, type Question } from './questions.ts'

/** How a long run is followed and stopped. */
export interface LongWatch {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly done: number; readonly steps: number }) => void
}

/** Who does the analyses: threads of a host, or the caller's own. */
export interface Analyst {
  /**
   * Answers one question.
   *
   * @throws FaultError with the faults of what the question calls.
   */
  ask<Q extends Question>(question: Q): Promise<Answers[Q['kind']]>
  /**
   * Does a long run.
   *
   * @throws FaultError with the faults of `openLongRun`; the signal's reason where it is stopped.
   */
  run<J extends LongJob>(input: LongInput, job: J, watch?: LongWatch): Promise<LongReports[J['kind']]>
}

/** Steps between two looks at the signal. */
export const SHARE = 20

/** Analyses on the calling thread, which gives way between the shares of a long run. */
export const inlineAnalyst: Analyst = {
  // The switch in `answer` gives each kind its own answer; its type does not say so.
  ask: async <Q extends Question>(question: Q) => answer(question) as Answers[Q['kind']],
  run: async <J extends LongJob>(input: LongInput, job: J, { signal, onProgress }: LongWatch = {}) => {
    signal?.throwIfAborted()
    const run = openLongRun(input, job)
    for (let from = 0; from < run.steps; from += SHARE) {
      const to = Math.min(from + SHARE, run.steps)
      run.work(from, to)
      onProgress?.({ done: to, steps: run.steps })
      // A turn for what waits, an abort among it.
      await new Promise<void>((resolve) => queueTurn(resolve))
      signal?.throwIfAborted()
    }
    // Likewise: a run reports on the kind that it is of.
    return run.finish([run.partial()]) as LongReports[J['kind']]
  },
}

function queueTurn(then: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => {
    port1.close()
    then()
  })
  port1.start()
  port2.postMessage(null)
}
