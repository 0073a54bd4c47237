import { digestOf } from '../digest.ts'
import { loadManifest } from '../load.ts'
import { readManifest, type ManifestFile } from '../read/manifest.ts'
import type { Candidate, Content } from './candidate.ts'

/** A candidate with the version ranges of what it uses. */
export type FreshCandidate = Candidate & { readonly ranges: Readonly<Record<string, string>> }

/** Content whose manifest is read in full. */
export function contentCandidate({ directory, name, bundle, standing }: Content): FreshCandidate {
  const file: ManifestFile = readManifest(bundle, name)
  const ranges = file.manifest?.uses ?? {}
  return {
    directory,
    id: file.id,
    version: file.version,
    digest: digestOf(bundle),
    uses: Object.keys(ranges),
    ranges,
    place: file.locate(['version']),
    usePlace: (id) => file.locate(['uses', id], 'key'),
    standing,
    load: (available, broken) => loadManifest(file, { bundle, available, broken }),
  }
}
