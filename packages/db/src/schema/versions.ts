import { index, jsonb, text, unique } from 'drizzle-orm/pg-core'
import { id, moment, pluginVersion, table } from './inputs.ts'

/** The states of a version. */
export const VERSION_STATES = ['draft', 'candidate', 'published', 'deprecated', 'withdrawn'] as const
/** A state of a version. */
export type VersionState = (typeof VERSION_STATES)[number]

/** Where a version came from when it was registered. */
export const VERSION_ORIGINS = ['upload', 'file', 'folder'] as const
/** Where a version came from. */
export type VersionOrigin = (typeof VERSION_ORIGINS)[number]

/** What became of a plugin version, in order. The newest row counts; a version without a row was never registered. */
export const pluginState = table(
  'plugin_state',
  {
    id: id(),
    digest: text()
      .notNull()
      .references(() => pluginVersion.digest),
    state: text({ enum: VERSION_STATES }).notNull(),
    origin: text({ enum: VERSION_ORIGINS }).notNull(),
    reason: text().notNull(),
    actor: text().notNull(),
    at: moment(),
  },
  (t) => [index('plugin_state_digest').on(t.digest, t.id)],
)

/** Signed statements about a version, as they were given; whether they count is judged against the trust file. */
export const pluginSignature = table(
  'plugin_signature',
  {
    id: id(),
    digest: text()
      .notNull()
      .references(() => pluginVersion.digest),
    keyid: text().notNull(),
    envelope: jsonb().$type<unknown>().notNull(),
    /** SHA-256 of the envelope: the same signature is kept once. */
    envelopeDigest: text().notNull(),
    actor: text().notNull(),
    at: moment(),
  },
  (t) => [
    unique('plugin_signature_once').on(t.digest, t.envelopeDigest),
    index('plugin_signature_digest').on(t.digest),
  ],
)

/** A signature as stored. */
export type StoredSignature = typeof pluginSignature.$inferSelect
/** A state as stored. */
export type StoredState = typeof pluginState.$inferSelect
/** A state to be appended. */
export type NewState = Omit<StoredState, 'id'>
