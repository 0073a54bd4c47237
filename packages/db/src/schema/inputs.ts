import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  integer,
  jsonb,
  primaryKey,
  smallint,
  snakeCase,
  text,
  timestamp,
  unique,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'

/**
 * One schema for PGlite and PostgreSQL. `plugin_version`, `import`, `import_row`, `observation`, `run`, `run_unit`,
 * `run_history`, `run_derived`, `event`, `analysis`, `plugin_state` and `plugin_signature` are append-only: triggers (migrations
 * `*_append_only`) refuse UPDATE, DELETE and TRUNCATE; `job` is the list of work at hand and is not. Another trigger keeps a round's pin: only its revisions may change.
 */
export const table = snakeCase.table

export const id = () => integer().primaryKey().generatedAlwaysAsIdentity()
export const moment = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 }).notNull()

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

/** The files of a version as stored, with what travelled with them outside the digest. */
export interface StoredBundle {
  readonly files: Readonly<Record<string, string>>
  readonly form?: string
  readonly cases?: string
}

export const unit = table('unit', {
  id: id(),
  code: text().notNull().unique(),
  name: text().notNull(),
  organisationId: integer().references(() => organisation.id),
})

/**
 * A standard applied to one period, pinned by its lock. `key` is how the world names it: `plugin.period`, and
 * `plugin@version.period` for a round that scores the data of another under another version of the same standard.
 */
export const round = table(
  'round',
  {
    id: id(),
    key: text()
      .notNull()
      .unique()
      .generatedAlwaysAs(sql`plugin_id || case when variant = '' then '' else '@' || variant end || '.' || period`),
    pluginId: text().notNull(),
    period: text().notNull(),
    /** The version, for a round beside another; empty for the round that the period's data came to. */
    variant: text().notNull().default(''),
    /** The round whose data it scores, or whose data were migrated into it; null for the round that data came to. */
    ofRoundId: integer().references((): AnyPgColumn => round.id),
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
  (t) => [
    unique('round_plugin_period_variant').on(t.pluginId, t.period, t.variant),
    check('round_variant_beside', sql`(${t.variant} = '') = (${t.ofRoundId} is null)`),
  ],
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
    /** Code of the unit of another standard, such as a district, that this unit belongs to. */
    area: text(),
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
