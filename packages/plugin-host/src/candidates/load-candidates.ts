import { fault, type Fault } from '@plumbline/kernel'
import semver from 'semver'
import { deriveCycles } from '../check/derive-cycle.ts'
import type { LoadedPlugin } from '../contract.ts'
import { faultsOf } from '../load.ts'
import type { Candidate, FailedPlugin } from './candidate.ts'

/** What was loaded and what was not. */
export interface LoadedPlugins {
  /** By id, then by version, oldest first. */
  readonly plugins: readonly LoadedPlugin[]
  readonly failed: readonly FailedPlugin[]
}

/**
 * Loads what was found, what is used before what uses it. One that fails takes nothing else down but what is built on it.
 * Of two contents of one id and version the settled one counts, else the one that comes first.
 *
 * @param already - Plugins that are loaded; they may be used, and their versions are taken.
 */
export function loadCandidates(
  found: readonly (Candidate | FailedPlugin)[],
  already: readonly LoadedPlugin[] = [],
): LoadedPlugins {
  const plugins: LoadedPlugin[] = []
  const cameFrom = new Map<LoadedPlugin, Candidate>()
  const failed: FailedPlugin[] = found.flatMap((one) => ('faults' in one ? [one] : []))
  const settled = found.flatMap((one) => ('load' in one && one.standing === 'settled' ? [one] : []))
  let waiting: readonly Candidate[] = found.flatMap((one) => ('load' in one ? [one] : []))
  while (waiting.length > 0) {
    const next = ready(waiting)
    const cycle = next.length === 0
    for (const candidate of cycle ? waiting : next) {
      const outcome = cycle
        ? failure(candidate, [cycleFault(candidate, waiting)])
        : attempt(candidate, { available: [...already, ...plugins], failed, settled })
      if (outcome === 'known') continue
      if (!('ref' in outcome)) failed.push(outcome)
      else {
        plugins.push(outcome)
        cameFrom.set(outcome, candidate)
      }
    }
    waiting = cycle ? [] : waiting.filter((one) => !next.includes(one))
  }
  const circles = deriveCycles([...already, ...plugins])
  for (const [plugin, circle] of circles) {
    const candidate = cameFrom.get(plugin)
    if (candidate) failed.push(failure(candidate, [{ ...circle, at: { ...candidate.place, ...circle.at } }]))
  }
  return { plugins: plugins.filter((plugin) => !circles.has(plugin)).sort(byVersion), failed }
}

/** By id, then by version, oldest first. */
export const byVersion = (a: LoadedPlugin, b: LoadedPlugin): number =>
  a.ref.id === b.ref.id ? semver.compare(a.ref.version, b.ref.version) : a.ref.id < b.ref.id ? -1 : 1

/** Those that wait for nobody. */
function ready(waiting: readonly Candidate[]): readonly Candidate[] {
  const ids = new Set(waiting.map((one) => one.id))
  return waiting.filter((one) => one.uses.every((id) => id === one.id || !ids.has(id)))
}

interface Surroundings {
  readonly available: readonly LoadedPlugin[]
  readonly failed: readonly FailedPlugin[]
  readonly settled: readonly Candidate[]
}

function attempt(
  candidate: Candidate,
  { available, failed, settled }: Surroundings,
): LoadedPlugin | FailedPlugin | 'known' {
  const { id, version, digest, standing, directory } = candidate
  const same = (one: Candidate): boolean => one !== candidate && one.id === id && one.version === version
  const published = settled.find(same)
  if (published) return published.digest === digest ? 'known' : failure(candidate, [publishedFault(candidate)])
  const twin = available.find(({ ref }) => ref.id === id && ref.version === version)
  if (twin?.ref.digest === digest && standing === 'copy') return 'known'
  const broken = new Set(failed.flatMap((one) => (one.id === null ? [] : [one.id])))
  try {
    const plugin = candidate.load(available, broken)
    if (!twin) return plugin
    return failure(candidate, [fault('PLUGIN_VERSION_TWICE', { version: plugin.ref.version }, candidate.place)])
  } catch (error) {
    return failure(candidate, faultsOf(error, directory))
  }
}

const publishedFault = ({ version, place, id }: Candidate): Fault =>
  fault('PLUGIN_VERSION_PUBLISHED', { version }, { ...place, ...(id === null ? {} : { plugin: id }) })

/** A candidate that is not loaded, and why. */
export const failure = ({ directory, id, version, digest }: Candidate, faults: readonly Fault[]): FailedPlugin => ({
  directory,
  id,
  version,
  digest,
  faults,
})

/** Follows the first unmet use until a plugin comes up again. */
function cycleFault(start: Candidate, waiting: readonly Candidate[]): Fault {
  const cycle = [start.id ?? '']
  let here: Candidate | undefined = start
  while (here) {
    const step: string | undefined = here.uses.find((id) => waiting.some((one) => one.id === id))
    if (step === undefined) break
    cycle.push(step)
    if (cycle.indexOf(step) < cycle.length - 1) break
    here = waiting.find((one) => one.id === step)
  }
  return fault('PLUGIN_USES_CYCLE', { cycle }, start.usePlace(cycle[1] ?? ''))
}
