import { basename } from 'node:path'
import { fault, FaultError } from '@plumbline/kernel'
import { listRounds } from '@plumbline/db'
import type { Catalogue } from '@plumbline/plugin-api'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { App } from '../context.ts'
import type { StandardSummary } from '../contract.ts'
import { lockOfRound } from '../lock.ts'
import { untitled } from './summary.ts'

/** Every version of every plugin, by id, oldest first; those that could not be loaded with what is wrong. */
export function standards(app: App): readonly StandardSummary[] {
  const { newest, versions } = app.standards
  const loaded = versions.map(({ plugin }) => standardOf(plugin, newest.get(plugin.ref.id)?.ref.digest))
  const failed = app.standards.failed.map(({ id, version, directory, faults }) => ({
    plugin: { id: id ?? basename(directory), version: version ?? '', digest: '' },
    core: null,
    title: untitled(id ?? basename(directory)),
    status: 'failed',
    example: false,
    indicators: 0,
    preferred: false,
    faults,
  }))
  return [...loaded, ...failed].sort((a, b) => (a.plugin.id === b.plugin.id ? 0 : a.plugin.id < b.plugin.id ? -1 : 1))
}

function standardOf({ ref, catalogue }: LoadedPlugin, preferred: string | undefined): StandardSummary {
  const { core } = catalogue
  return {
    plugin: ref,
    core: core && { id: core.id, version: core.version, digest: core.digest },
    title: catalogue.title,
    status: catalogue.status,
    example: catalogue.example,
    indicators: catalogue.nodes.filter(({ kind }) => kind === 'indicator').length,
    preferred: ref.digest === preferred,
    faults: [],
  }
}

/**
 * The version of a standard with the digest: in the plugins folder, or pinned by some round.
 *
 * @throws FaultError STANDARD_UNKNOWN
 */
export async function standard(app: App, digest: string): Promise<Catalogue> {
  const loaded = app.standards.byDigest.get(digest)
  if (loaded) return loaded.catalogue
  const pinning = (await listRounds(app.database.db)).find(({ round }) => round.pluginDigest === digest)
  if (!pinning) throw new FaultError([fault('STANDARD_UNKNOWN', { plugin: digest })])
  return (await app.standards.pinned(app.database.db, lockOfRound(pinning.round))).catalogue
}
