import type { Database } from '@plumbline/db'
import type { Analyst } from '@plumbline/analysis'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { CasesText, Differences } from './difference/differences.ts'
import type { Jobs } from './analysis/jobs.ts'
import type { Trust } from '@plumbline/bundle'
import type { Standards } from './registry/standards.ts'
import type { RunCache } from './runs/cache.ts'
import type { Sandbox } from '@plumbline/sandbox'
import type { Reader } from './reader.ts'
import type { Scorer } from './scorer.ts'

/** Steps of an import and of a run, in order; `written` comes before the commit, `committed` after it. */
export type LogEvent =
  | 'import.reading'
  | 'import.writing'
  | 'import.written'
  | 'import.committed'
  | 'run.scoring'
  | 'run.written'
  | 'run.committed'

/** What the host gives the procedures: only the host reads the clock and the environment, and starts threads. */
export interface App {
  readonly database: Database
  readonly standards: Standards
  /** Who may sign, as the trust file says now. */
  readonly trust: () => Promise<Trust>
  /** Reads uploads off the event loop. */
  readonly reader: Reader
  readonly scorer: Scorer
  /** Runs code indicators. */
  readonly sandbox: Sandbox
  /** Does analyses off the event loop. */
  readonly analyst: Analyst
  readonly jobs: Jobs
  /** Compares versions of a standard off the event loop. */
  readonly differences: Differences
  /** Golden cases that a version brings; null where the host has none. They are no part of its content. */
  readonly casesOf: (plugin: LoadedPlugin) => Promise<CasesText | null>
  readonly cache: RunCache
  readonly clock: () => Date
  /** One structured log line: what happens, and the figures of it. */
  readonly log: (event: LogEvent, fields: Readonly<Record<string, string | number>>) => void
  /** Logs what no fault explains and gives the id that the user is shown. */
  readonly report: (error: unknown) => string
}

/** What the host gives, and who asks. */
export interface RequestContext extends App {
  /** Who acts, for the event chain. */
  readonly actor: string
}
