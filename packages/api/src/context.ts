import type { Database } from '@plumbline/db'
import type { Standards } from './standards.ts'
import type { RunCache } from './runs/cache.ts'
import type { Scorer } from './scorer.ts'

/** What the host gives the procedures: only the host reads the clock and the environment, and starts threads. */
export interface App {
  readonly database: Database
  readonly standards: Standards
  readonly scorer: Scorer
  readonly cache: RunCache
  readonly clock: () => Date
  /** Logs what no fault explains and gives the id that the user is shown. */
  readonly report: (error: unknown) => string
}

export interface RequestContext extends App {
  /** Who acts, for the event chain. */
  readonly actor: string
}
