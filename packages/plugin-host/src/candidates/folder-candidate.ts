import { basename, join } from 'node:path'
import { readBundle } from '../bundle.ts'
import { faultsOf } from '../load.ts'
import type { Candidate, FailedPlugin } from './candidate.ts'
import { contentCandidate } from './content-candidate.ts'

/** A folder of the checkout, read. */
export async function folderCandidate(directory: string): Promise<Candidate | FailedPlugin> {
  const name = `${basename(join(directory, '..'))}/${basename(directory)}`
  try {
    return contentCandidate({ directory, name, bundle: await readBundle(directory, name), standing: 'working' })
  } catch (error) {
    return { directory, id: null, version: null, faults: faultsOf(error, name) }
  }
}
