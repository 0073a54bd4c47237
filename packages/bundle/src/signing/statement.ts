import { canonicalJson } from '@plumbline/digest'
import { z } from 'zod'

/** In what capacity somebody signs: who issues the standard, or the committee that approves it. */
export const ROLES = ['publisher', 'committee'] as const
/** In what capacity somebody signs. */
export type Role = (typeof ROLES)[number]

const sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/)

/** What a signature says: this person, in this role, stands for this content of this version. */
export const statement = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  /** Digest of the version's content. */
  digest: sha256,
  /** Digest of the golden cases that travel with it; absent where the signer had none before them. */
  cases: sha256.exactOptional(),
  role: z.enum(ROLES),
  /** ISO 8601, UTC: when the signer's clock says it was signed. */
  signedAt: z.iso.datetime(),
})
/** What a signature says. */
export type Statement = z.output<typeof statement>

export const STATEMENT_TYPE = 'application/vnd.plumbline.version-statement+json'

/** The bytes that are signed for: canonical JSON, so that one statement has one signature input. */
export const statementBytes = ({ id, version, digest, cases, role, signedAt }: Statement): Buffer =>
  Buffer.from(canonicalJson({ id, version, digest, ...(cases !== undefined && { cases }), role, signedAt }), 'utf8')
