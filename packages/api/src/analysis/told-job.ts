import type { StoredJob } from '@plumbline/db'
import type { AnalysisJob } from './contract.ts'
import { storedJob } from './stored-job.ts'

/** A number, and the start of the digest: an address that was kept never means another job. */
const ID = /^(\d{1,9})-[0-9a-f]{12}$/

/** How the world names a job. */
export const jobId = ({ id, digest }: StoredJob): string => `${id}-${digest.replace('sha256:', '').slice(0, 12)}`

/** The number in a job's name; null where it is no such name. */
export function jobNumber(id: string): number | null {
  const number = ID.exec(id)?.[1]
  return number === undefined ? null : Number(number)
}

/** A job as it is told of. */
export function toldJob(stored: StoredJob, done: number): AnalysisJob {
  const { digest, roundKey, kind, asked, state, steps, faults, startedAt } = stored
  const at = startedAt.toISOString()
  const job = storedJob(asked)
  return { id: jobId(stored), digest, roundId: roundKey, kind, job, state, done, steps, faults, startedAt: at }
}
