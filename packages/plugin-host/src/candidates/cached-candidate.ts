import { allUses, programsOf } from '../load.ts'
import { resolveUses } from '../resolve/uses.ts'
import type { CachedLoad } from './cache.ts'
import type { Candidate, Content } from './candidate.ts'
import { contentCandidate } from './content-candidate.ts'
import { withLazyPlan } from './lazy-plan.ts'

/** Skips the manifest, unless what it uses is resolved otherwise now: then it is read after all. */
export function cachedCandidate(content: Content, known: CachedLoad, digest: string): Candidate {
  const { directory, name, bundle, standing } = content
  const { id, version, ranges } = known
  const load: Candidate['load'] = (available, broken) => {
    const { plugins, problems } = resolveUses({ id, uses: ranges }, available, broken)
    const uses = allUses(plugins)
    const same = problems.length === 0 && JSON.stringify(uses) === JSON.stringify(known.uses)
    if (!same) return contentCandidate(content).load(available, broken)
    const { catalogue } = known
    const parts = { ref: { id, version, digest }, uses, catalogue, programs: programsOf(id, bundle, plugins), bundle }
    return withLazyPlan(parts)
  }
  const place = { file: name }
  return { directory, id, version, digest, uses: Object.keys(ranges), place, usePlace: () => place, standing, load }
}
