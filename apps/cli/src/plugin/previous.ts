import type { Fault } from '@plumbline/kernel'
import { fault, FaultError } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { diffVersions, raiseFaults } from '@plumbline/testkit'
import semver from 'semver'
import type { Terminal } from '../terminal.ts'
import { findVersion } from './find-version.ts'
import type { FoundPlugin } from './find.ts'
import type { Prepare } from './with-programs.ts'

/**
 * Whether a version was raised far enough over the one before: that which `against` names, else the highest lower one of
 * the same standard that is found beside it.
 *
 * @returns VERSION_RAISED_TOO_LITTLE, or nothing; nothing too where there is no version before.
 */
export async function raisedTooLittle(
  { plugin, available }: FoundPlugin,
  against: string | null,
  { terminal, prepare }: Surroundings,
): Promise<readonly Fault[]> {
  const previous = against === null ? before(plugin, available) : (await findVersion(against, terminal)).plugin
  if (!previous) return []
  if (previous.ref.id !== plugin.ref.id)
    throw new FaultError([fault('VERSION_PREVIOUS_ABSENT', { against: against ?? previous.ref.version })])
  const asOf = new Date().toISOString().slice(0, 10)
  return raiseFaults(await diffVersions(previous, plugin, { asOf, generated: 100, shares: false, prepare }))
}

interface Surroundings {
  readonly terminal: Terminal
  readonly prepare: Prepare
}

function before({ ref }: LoadedPlugin, available: readonly LoadedPlugin[]): LoadedPlugin | undefined {
  const lower = available.filter((one) => one.ref.id === ref.id && semver.lt(one.ref.version, ref.version))
  return lower.toSorted((a, b) => semver.rcompare(a.ref.version, b.ref.version))[0]
}
