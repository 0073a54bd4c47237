import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  smallint,
  snakeCase,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { CanonicalObject } from './canonical.ts'

/**
 * One schema for PGlite and PostgreSQL. `plugin_version`, `import`, `import_row`, `observation`, `run`, `run_unit`,
 * `run_history` and `event` are append-only: triggers (migration `append_only`) refuse UPDATE, DELETE and TRUNCATE.
 * Another trigger keeps a round's pin: only its revisions may change.
 */
const table = snakeCase.table

const id = () => integer().primaryKey().generatedAlwaysAsIdentity()
const moment = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 }).notNull()

/** Who issues a standard, or is assessed. */
export const organisation = table(
  'organisation',
  { id: id(), kind: text({ enum: ['publisher', 'assessed'] }).notNull(), name: text().notNull() },
  (t) => [unique('organisation_kind_name').on(t.kind, t.name)],
)

/** Every plugin version that a round was ever pinned to, with the files its digest covers. */
export const pluginVersion = table('plugin_version', {
  digest: text().primaryKey(),
  pluginId: text().notNull(),
  version: text().notNull(),
  publisherId: integer().references(() => organisation.id),
  bundle: jsonb().$type<StoredBundle>().notNull(),
  firstSeen: moment(),
})

export interface StoredBundle {
  readonly files: Readonly<Record<string, string>>
}

export const unit = table('unit', {
  id: id(),
  code: text().notNull().unique(),
  name: text().notNull(),
  organisationId: integer().references(() => organisation.id),
})

/** A standard applied to one period, pinned by its lock. `key` is how the world names it. */
export const round = table(
  'round',
  {
    id: id(),
    key: text()
      .notNull()
      .unique()
      .generatedAlwaysAs(sql`plugin_id || '.' || period`),
    pluginId: text().notNull(),
    period: text().notNull(),
    pluginDigest: text()
      .notNull()
      .references(() => pluginVersion.digest),
    lock: jsonb().$type<unknown>().notNull(),
    demonstration: boolean().notNull(),
    /** Raised in the transaction that changes what the round is computed from. */
    revision: integer().notNull().default(0),
    /** The revision that the newest run was computed from; where it is behind, the round waits to be scored. */
    scoredRevision: integer().notNull().default(-1),
  },
  (t) => [unique('round_plugin_period').on(t.pluginId, t.period)],
)

export const importTable = table('import', {
  id: id(),
  fileName: text().notNull(),
  sha256: text().notNull(),
  rows: integer().notNull(),
  cells: integer().notNull(),
  actor: text().notNull(),
  at: moment(),
})

/** One row of an imported file: a unit in a round, as it was named and grouped there. */
export const importRow = table(
  'import_row',
  {
    importId: integer()
      .notNull()
      .references(() => importTable.id),
    roundId: integer()
      .notNull()
      .references(() => round.id),
    unitId: integer()
      .notNull()
      .references(() => unit.id),
    /** Row number in the file, the header being row 1. */
    row: integer().notNull(),
    name: text().notNull(),
    peerGroup: text(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.roundId, t.unitId] })],
)

/** Who takes part in a round, in order of first appearance, and the import whose row counts now. */
export const roundUnit = table(
  'round_unit',
  {
    roundId: integer()
      .notNull()
      .references(() => round.id),
    unitId: integer()
      .notNull()
      .references(() => unit.id),
    position: integer().notNull(),
    currentImportId: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.unitId] }),
    unique('round_unit_position').on(t.roundId, t.position),
    foreignKey({
      name: 'round_unit_import_row',
      columns: [t.currentImportId, t.roundId, t.unitId],
      foreignColumns: [importRow.importId, importRow.roundId, importRow.unitId],
    }),
  ],
)

/** One cell. `blank` says why there is no value: 0 none, 1 unanswered, 2 not applicable, 3 not available, 4 withheld. */
export const observation = table(
  'observation',
  {
    importId: integer().notNull(),
    roundId: integer().notNull(),
    unitId: integer().notNull(),
    item: text().notNull(),
    value: doublePrecision(),
    blank: smallint().notNull(),
    /** Single ratings of an expert panel, where they were given; `value` is then their plain mean. */
    ratings: jsonb().$type<readonly number[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.roundId, t.unitId, t.item] }),
    foreignKey({
      name: 'observation_import_row',
      columns: [t.importId, t.roundId, t.unitId],
      foreignColumns: [importRow.importId, importRow.roundId, importRow.unitId],
    }),
    check('observation_blank_range', sql`${t.blank} between 0 and 4`),
    check('observation_value_or_blank', sql`(${t.value} is null) = (${t.blank} > 0)`),
    check('observation_value_finite', sql`${t.value} is null or ${t.value} not in ('NaN', 'Infinity', '-Infinity')`),
  ],
)

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
    status: text({ enum: ['graded', 'vetoed', 'not-admitted', 'no-result'] }).notNull(),
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
