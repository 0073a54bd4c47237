import type { LongJob } from '@plumbline/analysis'
import type { StoredRun } from '@plumbline/db'
import { canonicalJson, sha256, type CanonicalObject } from '@plumbline/digest'
import { KERNEL_VERSION, SEMANTICS } from '@plumbline/kernel'

/** Digest of everything that decides a report. */
export function reportDigest({ inputDigest, pluginDigest }: StoredRun, job: LongJob): string {
  const decides = { job: plainJob(job), inputDigest, pluginDigest, kernel: KERNEL_VERSION, semantics: SEMANTICS }
  return `sha256:${sha256(canonicalJson(decides))}`
}

/** A job as plain JSON: it came as such, or is the default one, which is. */
export const plainJob = (job: LongJob): CanonicalObject => JSON.parse(JSON.stringify(job)) as CanonicalObject
