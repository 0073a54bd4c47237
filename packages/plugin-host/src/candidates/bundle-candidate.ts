import type { LoadedPlugin } from '../contract.ts'
import { digestOf } from '../digest.ts'
import { readForm } from '../form/form.ts'
import type { LoadCache } from './cache.ts'
import { cachedCandidate } from './cached-candidate.ts'
import type { Candidate, Content } from './candidate.ts'
import { contentCandidate } from './content-candidate.ts'
import { formCandidate } from './form-candidate.ts'

/**
 * Content that never changes under its digest: with what loading made of it before where that is known, else from its
 * form, else from its manifest.
 */
export async function bundleCandidate(content: Content, cache: LoadCache | null): Promise<Candidate> {
  const digest = content.digest ?? digestOf(content.bundle)
  const known = cache ? await cache.read(digest) : null
  if (known) return cachedCandidate(content, known, digest)
  const keepWith =
    (ranges: Readonly<Record<string, string>>) =>
    ({ ref, uses, catalogue }: LoadedPlugin): void =>
      cache?.write(digest, { id: ref.id, version: ref.version, ranges, uses, catalogue })

  const manifest = readForm(content.bundle)
  if (manifest) return formCandidate(content, { manifest, digest, keep: keepWith(manifest.uses) })
  const fresh = contentCandidate(content)
  const keep = keepWith(fresh.ranges)
  return {
    ...fresh,
    load: (available, broken) => {
      const plugin = fresh.load(available, broken)
      keep(plugin)
      return plugin
    },
  }
}
