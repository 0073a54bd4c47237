import { index, integer, jsonb, text, timestamp } from 'drizzle-orm/pg-core'
import type { CanonicalObject } from '@plumbline/digest'
import type { Fault } from '@plumbline/kernel'
import { id, moment, table } from './inputs.ts'

/** What may have become of a job; the first two are open. */
export const JOB_STATES = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const
/** What became of a job. */
export type JobState = (typeof JOB_STATES)[number]

/** Long analyses that somebody asked for. Rows change as the work goes on, and those that ended long ago are deleted. */
export const job = table(
  'job',
  {
    id: id(),
    /** Names the report that it comes to: a digest of everything that decides it. */
    digest: text().notNull(),
    roundKey: text().notNull(),
    kind: text({ enum: ['uncertainty', 'sensitivity'] }).notNull(),
    /** What was asked: specification, seed, draws. */
    asked: jsonb().$type<CanonicalObject>().notNull(),
    state: text({ enum: JOB_STATES }).notNull(),
    done: integer().notNull(),
    steps: integer().notNull(),
    /** Why it failed. */
    faults: jsonb().$type<readonly Fault[]>().notNull(),
    /** How often a server ended while it was at it. */
    interruptions: integer().notNull(),
    /** The server that is at it; null while none is. */
    server: text(),
    /** When that server last said that it lives, by the database's clock. */
    beatAt: timestamp({ withTimezone: true, mode: 'date', precision: 3 }),
    actor: text().notNull(),
    startedAt: moment(),
  },
  (t) => [index('job_state').on(t.state, t.id), index('job_round').on(t.roundKey, t.id)],
)
