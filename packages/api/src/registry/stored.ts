import { findBundle, type Db, type RegisteredVersion } from '@plumbline/db'
import type { Content } from '@plumbline/plugin-host'
import { isSettled } from './states.ts'

/** A registered version as content, from the files in the database. */
export async function storedContent(
  db: Db,
  { digest, pluginId, version, state }: RegisteredVersion,
): Promise<Content & { readonly digest: string }> {
  const name = `${pluginId}@${version}`
  const bundle = (await findBundle(db, digest)) ?? { files: {} }
  return { directory: name, name, digest, bundle, standing: isSettled(state) ? 'settled' : 'copy' }
}
