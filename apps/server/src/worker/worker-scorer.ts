import type { Scorer } from '@plumbline/api'
import { createThread } from '@plumbline/jobs'
import { fault } from '@plumbline/kernel'
import type { ScoredColumns, ScoreWork } from './messages.ts'

export interface WorkerScorer extends Scorer {
  state(): 'alive' | 'down'
  stop(): Promise<void>
}

const SCRIPT = new URL('./score-worker.ts', import.meta.url)
/** Pause before a dead thread is started again. */
const RESTART_MS = 1000

/**
 * Scores in a thread of its own, so that the server answers meanwhile. A thread that dies fails the jobs it had, each
 * with SCORING_STOPPED; the next job, or a moment's pause, starts a new one.
 */
export function createWorkerScorer(script: URL = SCRIPT): WorkerScorer {
  const thread = createThread<ScoreWork, { score: ScoredColumns }>(script, {
    stopped: (reason) => fault('SCORING_STOPPED', { reason }),
    restartMs: RESTART_MS,
  })
  return {
    score: async ({ plan, dataset, history }) => ({
      ...(await thread.perform({ kind: 'score', plan, dataset, history })),
      plan,
    }),
    state: () => (thread.isAlive() ? 'alive' : 'down'),
    stop: () => thread.stop(),
  }
}
