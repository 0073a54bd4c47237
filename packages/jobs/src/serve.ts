import { parentPort } from 'node:worker_threads'
import { outcomeOf, type Outcome } from './outcome.ts'

/** To a thread. */
export interface ThreadRequest<Work> {
  readonly id: number
  readonly work: Work
}

/** From it: one for each request. */
export interface ThreadResponse {
  readonly id: number
  readonly outcome: Outcome<unknown>
}

/**
 * The thread's side of `createThread`: one response for each request. Work that is done at once is done in order.
 *
 * @param transferOf - Buffers of what was done that are handed over, not copied.
 */
export function serveThread<Work, Done>(
  perform: (work: Work) => Done | Promise<Done>,
  transferOf: (done: Done) => readonly ArrayBuffer[] = () => [],
): void {
  const answer = async ({ id, work }: ThreadRequest<Work>): Promise<void> => {
    const outcome = await outcomeOf(() => perform(work))
    const response: ThreadResponse = { id, outcome }
    parentPort?.postMessage(response, 'done' in outcome ? [...transferOf(outcome.done)] : [])
  }
  parentPort?.on('message', (request: ThreadRequest<Work>) => void answer(request))
}
