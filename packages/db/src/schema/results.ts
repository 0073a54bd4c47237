import { doublePrecision, foreignKey, index, integer, jsonb, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CanonicalObject } from '@plumbline/digest'
import { id, importRow, moment, pluginVersion, round, table, unit } from './inputs.ts'

/** One computation of a round. The newest one counts; the others stay. */
export const run = table(
  'run',
  {
    id: id(),
    roundId: integer()
      .notNull()
      .references(() => round.id),
    inputDigest: text().notNull(),
    pluginDigest: text()
      .notNull()
      .references(() => pluginVersion.digest),
    kernel: text().notNull(),
    semantics: integer().notNull(),
    resultDigest: text().notNull(),
    at: moment(),
  },
  (t) => [index('run_round').on(t.roundId, t.id)],
)

export const runUnit = table(
  'run_unit',
  {
    runId: integer()
      .notNull()
      .references(() => run.id),
    unitId: integer()
      .notNull()
      .references(() => unit.id),
    importId: integer().notNull(),
    roundId: integer().notNull(),
    position: integer().notNull(),
    score: doublePrecision(),
    core: doublePrecision(),
    status: text({ enum: ['graded', 'vetoed', 'not-admitted', 'no-result', 'screened-out'] }).notNull(),
    grade: text(),
    gradeByScore: text(),
    rank: integer(),
    groupRank: integer(),
    /** Ids of the gates that fired, in the standard's order. */
    gates: jsonb().$type<readonly string[]>().notNull(),
    limitedBy: text(),
    cappedBy: text(),
    coverage: doublePrecision(),
    /** Score and contribution to the root by node id. */
    nodes: jsonb().$type<Readonly<Record<string, number | null>>>().notNull(),
    contributions: jsonb().$type<Readonly<Record<string, number | null>>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.unitId] }),
    uniqueIndex('run_unit_position').on(t.runId, t.position),
    index('run_unit_unit').on(t.unitId, t.runId),
    foreignKey({
      name: 'run_unit_import_row',
      columns: [t.importId, t.roundId, t.unitId],
      foreignColumns: [importRow.importId, importRow.roundId, importRow.unitId],
    }),
  ],
)

/** Rows of earlier rounds that a run's look-backs read. With `run_unit` this is everything a run was computed from. */
export const runHistory = table(
  'run_history',
  {
    runId: integer()
      .notNull()
      .references(() => run.id),
    roundId: integer().notNull(),
    unitId: integer().notNull(),
    importId: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.roundId, t.unitId] }),
    foreignKey({
      name: 'run_history_import_row',
      columns: [t.importId, t.roundId, t.unitId],
      foreignColumns: [importRow.importId, importRow.roundId, importRow.unitId],
    }),
  ],
)

/** A finished analysis of a run, under the digest of everything that decides it. */
export const analysis = table(
  'analysis',
  {
    id: id(),
    digest: text().notNull().unique(),
    runId: integer()
      .notNull()
      .references(() => run.id),
    kind: text({ enum: ['uncertainty', 'sensitivity'] }).notNull(),
    /** What was asked: specification, seed, draws. */
    job: jsonb().$type<CanonicalObject>().notNull(),
    kernel: text().notNull(),
    semantics: integer().notNull(),
    report: jsonb().$type<unknown>().notNull(),
    actor: text().notNull(),
    at: moment(),
  },
  (t) => [index('analysis_run').on(t.runId, t.kind, t.id)],
)

/** Values that a run took from accepted results of other standards, and which runs gave them. */
export const runDerived = table(
  'run_derived',
  {
    runId: integer().notNull(),
    unitId: integer().notNull(),
    item: text().notNull(),
    value: doublePrecision().notNull(),
    /** Number of results. */
    units: integer().notNull(),
    sources: jsonb().$type<readonly DerivedSource[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.unitId, t.item] }),
    foreignKey({
      name: 'run_derived_run_unit',
      columns: [t.runId, t.unitId],
      foreignColumns: [runUnit.runId, runUnit.unitId],
    }),
  ],
)

/** A run whose results were taken. */
export interface DerivedSource {
  readonly round: string
  readonly run: number
  readonly resultDigest: string
  /** Number of its results. */
  readonly units: number
}

/** What happened, as a hash chain: each hash covers the one before it. */
export const event = table('event', {
  seq: integer().primaryKey(),
  at: moment(),
  actor: text().notNull(),
  kind: text().notNull(),
  subject: text().notNull(),
  payload: jsonb().$type<CanonicalObject>().notNull(),
  prevHash: text().notNull(),
  hash: text().notNull().unique(),
})
