import { basename, join } from 'node:path'
import { compile, type Fault, type FaultPlace, type Plan } from '@plumbline/kernel'
import { readBundle } from '../bundle.ts'
import type { LoadedPlugin, PluginBundle } from '../contract.ts'
import { digestOf } from '../digest.ts'
import { allUses, faultsOf, loadManifest, programsOf } from '../load.ts'
import { readManifest, type ManifestFile } from '../read/manifest.ts'
import { resolveUses } from '../resolve/uses.ts'
import type { CachedLoad, LoadCache } from './cache.ts'

/** A plugin version that was found and waits for what it uses. */
export interface Candidate {
  /** Where it was found: a folder, a packed file, a name. */
  readonly directory: string
  /** As far as they could be read. */
  readonly id: string | null
  readonly version: string | null
  readonly digest: string
  /** Ids of the plugins that it uses. */
  readonly uses: readonly string[]
  /** Where the version stands. */
  readonly place: FaultPlace
  /** Where it says that it uses a plugin. */
  usePlace(id: string): FaultPlace
  readonly standing: Standing
  /** @throws FaultError with every fault at once. */
  load(available: readonly LoadedPlugin[], broken: ReadonlySet<string>): LoadedPlugin
}

/**
 * What becomes of two contents of one id and version: `settled` content was published and stands against any other;
 * `working` content is edited in place; `copy` is a packed file or a stored one, silent where the same content is there.
 */
export type Standing = 'settled' | 'working' | 'copy'

/** A version that could not be loaded, and why. */
export interface FailedPlugin {
  readonly directory: string
  /** As far as they could be read. */
  readonly id: string | null
  readonly version: string | null
  readonly faults: readonly Fault[]
}

/** A folder of the checkout, read. */
export async function folderCandidate(directory: string): Promise<Candidate | FailedPlugin> {
  const name = `${basename(join(directory, '..'))}/${basename(directory)}`
  try {
    return contentCandidate({ directory, name, bundle: await readBundle(directory, name), standing: 'working' })
  } catch (error) {
    return { directory, id: null, version: null, faults: faultsOf(error, name) }
  }
}

/** The files of a version and where they are from. */
export interface Content {
  /** Where it is known already. */
  readonly digest?: string
  readonly directory: string
  /** What faults call it. */
  readonly name: string
  readonly bundle: PluginBundle
  readonly standing: Standing
}

/** Content that never changes under its digest, with what loading made of it before where that is known. */
export async function bundleCandidate(content: Content, cache: LoadCache | null): Promise<Candidate> {
  const digest = content.digest ?? digestOf(content.bundle)
  const known = cache ? await cache.read(digest) : null
  if (known) return cachedCandidate(content, known, digest)
  const fresh = contentCandidate(content)
  if (!cache) return fresh
  return {
    ...fresh,
    load: (available, broken) => {
      const plugin = fresh.load(available, broken)
      cache.write(digest, cachedLoadOf(plugin, fresh.ranges))
      return plugin
    },
  }
}

type FreshCandidate = Candidate & { readonly ranges: Readonly<Record<string, string>> }

function contentCandidate({ directory, name, bundle, standing }: Content): FreshCandidate {
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

/** Skips the manifest, unless what it uses is resolved otherwise now: then it is read after all. */
function cachedCandidate(content: Content, known: CachedLoad, digest: string): Candidate {
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

/** Its framework was compiled when the record was made; it is compiled again with the first use of the plan. */
function withLazyPlan(parts: Omit<LoadedPlugin, 'plan'>): LoadedPlugin {
  let plan: Plan | undefined
  return {
    ...parts,
    get plan() {
      plan ??= compile(parts.catalogue.framework)
      return plan
    },
  }
}

const cachedLoadOf = (
  { ref, uses, catalogue }: LoadedPlugin,
  ranges: Readonly<Record<string, string>>,
): CachedLoad => ({ id: ref.id, version: ref.version, ranges, uses, catalogue })
