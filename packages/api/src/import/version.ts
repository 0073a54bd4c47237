import { caution, fault, FaultError, type Fault } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { App } from '../context.ts'
import type { DataFile, Part } from './read.ts'

/**
 * The version that new rounds of a file take.
 *
 * @returns undefined where nothing was chosen and no version is preferred.
 * @throws FaultError VERSION_UNKNOWN - the version that was chosen is not at hand.
 */
export function chosenVersion(
  { standards }: App,
  { plugin: id, version }: Pick<DataFile, 'plugin' | 'version'>,
): LoadedPlugin | undefined {
  if (version === undefined) return standards.newest.get(id)
  const known = standards.versions.find(({ plugin: { ref } }) => ref.id === id && ref.version === version)
  if (!known) throw new FaultError([fault('VERSION_UNKNOWN', { version }, { plugin: id })])
  return known.plugin
}

/** A withdrawn version takes no new round; a round that is there keeps its version, whatever was chosen. */
export const versionFaults = ({ version }: Pick<DataFile, 'version'>, parts: readonly Part[]): readonly Fault[] =>
  parts.flatMap(({ round, plugin: { ref, catalogue }, period }) => {
    const at = { plugin: ref.id, period }
    if (!round)
      return catalogue.status === 'withdrawn' ? [fault('VERSION_WITHDRAWN', { version: ref.version }, at)] : []
    const other = version !== undefined && version !== ref.version
    return other ? [caution('ROUND_KEEPS_VERSION', { version: ref.version, chosen: version }, at)] : []
  })
