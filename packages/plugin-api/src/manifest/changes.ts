import { z } from 'zod'
import { label, string, text, version } from './text.ts'

/** What a version says of itself against the one before. */
export const changes = z.strictObject({
  /** The version that it is compared with. */
  since: version,
  /** Items whose wording changed and whose meaning did not: two people stand for it. */
  editorial: z
    .array(z.strictObject({ items: z.array(label).min(1), reason: string, reviewers: z.array(string).min(2) }))
    .default([]),
  /** The version before scored wrongly: its results stay, and are marked as affected by the erratum. */
  corrects: text.optional(),
})

/** A warning of the linter that the author has weighed; for the items named, or throughout. */
export const waiver = z.strictObject({ rule: string, items: z.array(label).min(1).optional(), reason: string })
