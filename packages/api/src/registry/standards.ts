import {
  findBundle,
  newestStateId,
  registeredVersions,
  type Db,
  type RegisteredVersion,
  type VersionOrigin,
  type VersionState,
} from '@plumbline/db'
import { planAt } from '@plumbline/kernel'
import {
  byVersion,
  contentCandidate,
  loadCandidates,
  loadLocked,
  type FailedPlugin,
  type LoadedPlugin,
  type Lock,
} from '@plumbline/plugin-host'
import { currentContents, initialState, isSettled, preferredVersions } from './states.ts'
import { storedContent } from './stored.ts'

/** A version at hand, with what is known of it. `plugin.catalogue.status` is its state. */
export interface KnownVersion {
  readonly plugin: LoadedPlugin
  readonly state: VersionState
  readonly origin: VersionOrigin
}

/** The versions at hand, side by side, by id and version; and old ones loaded again from the database. */
export interface Standards {
  /** The version that a new round of each standard takes, by id: published before candidate before draft, then newest. */
  readonly newest: ReadonlyMap<string, LoadedPlugin>
  /** Every version at hand, by digest. */
  readonly byDigest: ReadonlyMap<string, LoadedPlugin>
  /** By id, then by version, oldest first. */
  readonly versions: readonly KnownVersion[]
  /** What could not be loaded; the others work all the same. */
  readonly failed: readonly FailedPlugin[]
  /**
   * The version a round is pinned to, with its parameters as of the round's date: one at hand when it is the very same,
   * or else from the files in the database.
   *
   * @throws FaultError LOCK_PLUGIN_ABSENT, LOCK_DIGEST - neither has it.
   */
  pinned(db: Db, lock: Lock): Promise<LoadedPlugin>
  /** Takes over what changed in the register since, here or on another server: new versions, other states. */
  refresh(db: Db): Promise<void>
  /** Puts what was found anew in the place of everything that is at hand, with what the register says. */
  replace(db: Db, found: AtHand): Promise<void>
}

/** What was found at the start. */
export interface AtHand {
  readonly plugins: readonly LoadedPlugin[]
  readonly failed: readonly FailedPlugin[]
  /** Where each came from, by digest; `folder` where nothing is said. */
  readonly origins?: ReadonlyMap<string, VersionOrigin>
}

/** The versions at hand, before any is looked up in the database. */
export function createStandards({ plugins, failed: atStart, origins = new Map() }: AtHand): Standards {
  const restored = new Map<string, Promise<LoadedPlugin>>()
  let seen = 0
  let failed = atStart
  let shelf = shelve(plugins, new Map(), origins)

  async function refresh(db: Db): Promise<void> {
    const now = await newestStateId(db)
    if (now === seen) return
    await takeOver(db, shelf, failed)
    seen = now
  }

  async function replace(db: Db, found: AtHand): Promise<void> {
    const now = await newestStateId(db)
    await takeOver(db, shelve(found.plugins, new Map(), origins), found.failed)
    seen = now
  }

  /** A base with what the register has beyond it. */
  async function takeOver(db: Db, base: Shelf, failedBefore: readonly FailedPlugin[]): Promise<void> {
    const registered = await registeredVersions(db)
    const current = currentContents(registered)
    const missing = current.filter((one) => !base.byDigest.has(one.digest) && takesPlace(one, base.versions))
    const found = await Promise.all(missing.map(async (one) => contentCandidate(await storedContent(db, one))))
    const kept = [...base.byDigest.values()].filter(
      ({ ref }) => !missing.some(({ pluginId, version }) => pluginId === ref.id && version === ref.version),
    )
    const added = loadCandidates(found, kept)
    const isTriedAgain = ({ digest }: FailedPlugin): boolean => missing.some((one) => one.digest === digest)
    failed = [...failedBefore.filter((one) => !isTriedAgain(one)), ...added.failed]
    const from = new Map(base.versions.map(({ plugin, origin }) => [plugin.ref.digest, origin]))
    shelf = shelve([...kept, ...added.plugins], new Map(registered.map((one) => [one.digest, one])), from)
  }

  const datedPlans = new WeakMap<LoadedPlugin, Map<string, LoadedPlugin>>()

  /** With parameters read as of the date; the plugin itself where it has none. */
  function dated(plugin: LoadedPlugin, asOf: string): LoadedPlugin {
    const plan = planAt(plugin.plan, asOf)
    if (plan === plugin.plan) return plugin
    const dates = datedPlans.get(plugin) ?? new Map<string, LoadedPlugin>()
    const known = dates.get(asOf) ?? { ...plugin, plan }
    datedPlans.set(plugin, dates.set(asOf, known))
    return known
  }

  async function present(db: Db, lock: Lock): Promise<LoadedPlugin> {
    const atHand = shelf.byDigest.get(lock.plugin.digest)
    if (atHand && sameUses(atHand, lock)) return atHand
    const key = JSON.stringify([lock.plugin.digest, lock.uses.map(({ digest }) => digest), lock.asOf])
    const there = restored.get(key)
    if (there) return there
    const restoring = restore(db, lock)
    restored.set(key, restoring)
    restoring.catch(() => restored.delete(key))
    return restoring
  }

  return {
    get newest() {
      return shelf.newest
    },
    get byDigest() {
      return shelf.byDigest
    },
    get versions() {
      return shelf.versions
    },
    get failed() {
      return failed
    },
    pinned: async (db, lock) => dated(await present(db, lock), lock.asOf),
    refresh,
    replace,
  }
}

interface Shelf {
  readonly versions: readonly KnownVersion[]
  readonly byDigest: ReadonlyMap<string, LoadedPlugin>
  readonly newest: ReadonlyMap<string, LoadedPlugin>
}

function shelve(
  plugins: readonly LoadedPlugin[],
  facts: ReadonlyMap<string, RegisteredVersion>,
  origins: ReadonlyMap<string, VersionOrigin>,
): Shelf {
  const versions = plugins.toSorted(byVersion).map((plugin): KnownVersion => {
    const fact = facts.get(plugin.ref.digest)
    const state = fact?.state ?? initialState(plugin.catalogue.status)
    const origin = fact?.origin ?? origins.get(plugin.ref.digest) ?? 'folder'
    return { plugin: withState(plugin, state), state, origin }
  })
  const byDigest = new Map(versions.map(({ plugin }) => [plugin.ref.digest, plugin]))
  return { versions, byDigest, newest: preferredVersions(versions) }
}

/** A version whose catalogue says its state. Its plan is passed on unasked: it may be compiled with its first use. */
const withState = (plugin: LoadedPlugin, status: VersionState): LoadedPlugin => ({
  ref: plugin.ref,
  uses: plugin.uses,
  catalogue: { ...plugin.catalogue, status },
  programs: plugin.programs,
  bundle: plugin.bundle,
  get plan() {
    return plugin.plan
  },
})

/** A content that is edited in a folder stays at hand, unless what was registered is an upload or was published. */
const takesPlace = (
  { pluginId, version, state, origin }: RegisteredVersion,
  versions: readonly KnownVersion[],
): boolean =>
  origin !== 'folder' ||
  isSettled(state) ||
  !versions.some(({ plugin: { ref } }) => ref.id === pluginId && ref.version === version)

/** The same content may have been resolved with other versions of what it uses: that is another plan. */
const sameUses = (plugin: LoadedPlugin, { uses }: Lock): boolean =>
  plugin.uses.length === uses.length && plugin.uses.every(({ digest }, index) => digest === uses[index]?.digest)

async function restore(db: Db, lock: Lock): Promise<LoadedPlugin> {
  const digests = [...lock.uses, lock.plugin].map(({ digest }) => digest)
  const bundles = await Promise.all(digests.map(async (digest) => [digest, await findBundle(db, digest)] as const))
  return loadLocked(lock, new Map(bundles.flatMap(([digest, bundle]) => (bundle ? [[digest, bundle] as const] : []))))
}
