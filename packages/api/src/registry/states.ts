import type { RegisteredVersion, VersionState } from '@plumbline/db'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { KnownVersion } from './standards.ts'

/** What may follow what. Withdrawn is the end: a standard that comes back comes as another version. */
export const TRANSITIONS: Readonly<Record<VersionState, readonly VersionState[]>> = {
  draft: ['candidate', 'withdrawn'],
  candidate: ['draft', 'published', 'withdrawn'],
  published: ['deprecated', 'withdrawn'],
  deprecated: ['published', 'withdrawn'],
  withdrawn: [],
}

/** Published at some time: the content stands against any other of the same id and version. */
export const isSettled = (state: VersionState): boolean =>
  state === 'published' || state === 'deprecated' || state === 'withdrawn'

/** State of a version that nobody has registered: what its author says, but published takes signatures, not a word. */
export const initialState = (status: VersionState): VersionState => (status === 'published' ? 'candidate' : status)

const PREFERENCE: Readonly<Record<VersionState, number>> = {
  published: 3,
  candidate: 2,
  draft: 1,
  deprecated: 0,
  withdrawn: -1,
}

/**
 * The version of each standard that a new round takes: published before candidate before draft before deprecated, and of
 * those the highest; a withdrawn one never.
 *
 * @param versions - Of one id oldest first.
 */
export function preferredVersions(versions: readonly KnownVersion[]): ReadonlyMap<string, LoadedPlugin> {
  const best = new Map<string, KnownVersion>()
  for (const version of versions) {
    const { id } = version.plugin.ref
    const before = best.get(id)
    const better = !before || PREFERENCE[version.state] >= PREFERENCE[before.state]
    if (version.state !== 'withdrawn' && better) best.set(id, version)
  }
  return new Map(Array.from(best, ([id, { plugin }]) => [id, plugin]))
}

/** Of each id and version the content that counts: the one that was published, else the one registered last. */
export function currentContents(registered: readonly RegisteredVersion[]): readonly RegisteredVersion[] {
  const current = new Map<string, RegisteredVersion>()
  for (const one of registered.toSorted((a, b) => a.stateId - b.stateId)) {
    const key = `${one.pluginId}@${one.version}`
    const before = current.get(key)
    if (!before || !isSettled(before.state) || isSettled(one.state)) current.set(key, one)
  }
  return [...current.values()]
}
