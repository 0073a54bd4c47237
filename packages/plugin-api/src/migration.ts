import { z } from 'zod'
import { id, label, range, string, version } from './manifest/text.ts'

const item = label
/** One item becomes another; levels by the number they had and the number they get. */
const moved = z.strictObject({ from: item, to: id, levels: z.record(z.string(), z.number()).optional() })
/** Several become one, by weights that sum to 1. */
const merged = z.strictObject({ from: z.array(item).min(2), to: id, weights: z.array(z.number().positive()).min(2) })
/** Left behind, and why. */
const dropped = z.strictObject({ drop: item, reason: string })

/**
 * `migrations/<from>-to-<to>.yaml` beside a manifest: how data of an older version carry over to this one. Items that both
 * versions have and that are not named carry over as they are.
 */
export const migration = z.strictObject({
  /** Versions that the data may be of, as a range. */
  from: range,
  /** The version that the file belongs to. */
  to: version,
  map: z.array(z.union([moved, merged, dropped])).default([]),
  /** Items that must be answered afresh. */
  ask: z.array(id).default([]),
})

/** How data of one version become data of another. */
export type Migration = z.output<typeof migration>
/** What becomes of one item. */
export type MigrationStep = Migration['map'][number]
