import type { Manifest } from '@plumbline/plugin-api'
import semver from 'semver'
import type { LoadedPlugin } from '../contract.ts'
import { problem, type Problem } from '../read/problem.ts'

export interface Uses {
  /** In the manifest's order. */
  readonly plugins: readonly LoadedPlugin[]
  readonly problems: readonly Problem[]
}

/**
 * Resolves what a manifest uses: of each plugin the highest version in its range.
 *
 * @param broken - Ids of plugins that were found but did not load.
 */
export function resolveUses(
  manifest: Pick<Manifest, 'id' | 'uses'>,
  available: readonly LoadedPlugin[],
  broken: ReadonlySet<string>,
): Uses {
  const plugins: LoadedPlugin[] = []
  const problems: Problem[] = []
  for (const [id, range] of Object.entries(manifest.uses)) {
    const versions = available.filter((plugin) => plugin.ref.id === id && id !== manifest.id)
    const best = highest(versions, range)
    if (best) plugins.push(best)
    else problems.push({ ...whyNot(id, range, { versions, broken, self: manifest.id }), aim: 'key' })
  }
  return { plugins, problems }
}

/** The highest version that satisfies a range; pre-releases only where the range names one. */
export function highest(plugins: readonly LoadedPlugin[], range: string): LoadedPlugin | undefined {
  const best = semver.maxSatisfying(
    plugins.map((plugin) => plugin.ref.version),
    range,
  )
  return best === null ? undefined : plugins.find((plugin) => plugin.ref.version === best)
}

interface Found {
  readonly versions: readonly LoadedPlugin[]
  readonly broken: ReadonlySet<string>
  readonly self: string
}

function whyNot(id: string, range: string, { versions, broken, self }: Found): Problem {
  const path = ['uses', id]
  if (semver.validRange(range) === null) return problem(path, 'PLUGIN_RANGE', { range })
  if (id === self) return problem(path, 'PLUGIN_USES_CYCLE', { cycle: [id, id] })
  if (versions.length > 0) {
    return problem(path, 'PLUGIN_USED_VERSION', {
      plugin: id,
      range,
      versions: versions.map((plugin) => plugin.ref.version),
    })
  }
  return problem(path, broken.has(id) ? 'PLUGIN_USED_FAILED' : 'PLUGIN_USED_ABSENT', { plugin: id, range })
}
