import { findBundle, type Db, type RegisteredVersion } from '@plumbline/db'
import { bundleCandidate, type Candidate, type LoadCache } from '@plumbline/plugin-host'
import { isSettled } from './states.ts'

/** A registered version as a candidate, from the files in the database. */
export async function storedCandidate(
  db: Db,
  { digest, pluginId, version, state }: RegisteredVersion,
  cache: LoadCache | null,
): Promise<Candidate> {
  const name = `${pluginId}@${version}`
  const bundle = (await findBundle(db, digest)) ?? { files: {} }
  return bundleCandidate(
    { directory: name, name, digest, bundle, standing: isSettled(state) ? 'settled' : 'copy' },
    cache,
  )
}
