import { findBundle, type Db } from '@plumbline/db'
import { planAt } from '@plumbline/kernel'
import { loadLocked, type FailedPlugin, type LoadedPlugin, type LoadedPlugins, type Lock } from '@plumbline/plugin-host'

/** The standards at hand: those of the plugins folder, and old versions loaded again from the database. */
export interface Standards {
  /** The newest version of each standard, by id. */
  readonly newest: ReadonlyMap<string, LoadedPlugin>
  /** Every version of the plugins folder, by digest. */
  readonly byDigest: ReadonlyMap<string, LoadedPlugin>
  /** Folders that could not be loaded; the others work all the same. */
  readonly failed: readonly FailedPlugin[]
  /**
   * The version a round is pinned to, with its parameters as of the round's date: from the folder when the digest is there, or else from the files in the database.
   *
   * @throws FaultError LOCK_PLUGIN_ABSENT, LOCK_DIGEST - neither has it.
   */
  pinned(db: Db, lock: Lock): Promise<LoadedPlugin>
}

/** @param loaded - What `loadPlugins` gives: versions of one id stand oldest first. */
export function createStandards({ plugins, failed }: LoadedPlugins): Standards {
  const byDigest = new Map(plugins.map((plugin) => [plugin.ref.digest, plugin]))
  const restored = new Map<string, Promise<LoadedPlugin>>()
  const datedPlugins = new Map<string, LoadedPlugin>()
  return {
    newest: new Map(plugins.map((plugin) => [plugin.ref.id, plugin])),
    byDigest,
    failed,
    pinned: async (db, lock) => dated(await present(db, lock), lock.asOf),
  }

  async function present(db: Db, lock: Lock): Promise<LoadedPlugin> {
    const { digest } = lock.plugin
    const atHand = byDigest.get(digest) ?? restored.get(digest)
    if (atHand) return atHand
    const restoring = restore(db, lock)
    restored.set(digest, restoring)
    restoring.catch(() => restored.delete(digest))
    return restoring
  }

  /** With parameters read as of the date; the plugin itself where it has none. */
  function dated(plugin: LoadedPlugin, asOf: string): LoadedPlugin {
    const plan = planAt(plugin.plan, asOf)
    if (plan === plugin.plan) return plugin
    const key = `${plugin.ref.digest} ${asOf}`
    const known = datedPlugins.get(key) ?? { ...plugin, plan }
    datedPlugins.set(key, known)
    return known
  }
}

async function restore(db: Db, lock: Lock): Promise<LoadedPlugin> {
  const digests = [...lock.uses, lock.plugin].map(({ digest }) => digest)
  const bundles = await Promise.all(digests.map(async (digest) => [digest, await findBundle(db, digest)] as const))
  return loadLocked(lock, new Map(bundles.flatMap(([digest, bundle]) => (bundle ? [[digest, bundle] as const] : []))))
}
