import type { LoadedPlugin } from './contract.ts'
import { highest } from './resolve/uses.ts'

/** Plugin versions side by side, by id and version. */
export interface Registry {
  readonly plugins: readonly LoadedPlugin[]
  readonly get: (id: string, version: string) => LoadedPlugin | undefined
  /** The highest version that satisfies a semver range; `*` where nothing is said. */
  readonly resolve: (id: string, range?: string) => LoadedPlugin | undefined
}

/** A registry never changes; one with more plugins is another registry. */
export function createRegistry(plugins: readonly LoadedPlugin[]): Registry {
  return {
    plugins,
    get: (id, version) => plugins.find(({ ref }) => ref.id === id && ref.version === version),
    resolve: (id, range = '*') =>
      highest(
        plugins.filter(({ ref }) => ref.id === id),
        range,
      ),
  }
}
