import { fault, type Fault } from '@plumbline/kernel'
import type { Catalogue, CatalogueNode, CoreRef } from '@plumbline/plugin-api'
import type { Verdict } from '../contract.ts'
import type { OpenRound } from '../views/round.ts'

/** Below so many units a summary would say something about single ones. */
export const SMALL_GROUP = 5

/**
 * May these rounds be compared on this node? Computed from what they are pinned to, never from a policy page: every
 * round mounts the same version of the same core, and the node lies within it.
 *
 * @param asked - Node id; the shared core without one.
 */
export function verdictOf(rounds: readonly OpenRound[], asked: string | undefined): Verdict {
  const refusals = [...coreRefusals(rounds), ...nodeRefusals(rounds, asked), ...rounds.flatMap(unscored)]
  if (refusals.length > 0) return { comparable: false, basis: null, reasons: refusals }
  return { comparable: true, basis: basisOf(rounds), reasons: cautions(rounds) }
}

function coreRefusals(rounds: readonly OpenRound[]): readonly Fault[] {
  const without = rounds.filter(({ plugin }) => plugin.catalogue.core === null)
  if (without.length > 0) return without.map(({ round }) => fault('COMPARE_NO_CORE', {}, { plugin: round.pluginId }))
  const cores = rounds.flatMap(({ plugin }) => plugin.catalogue.core ?? [])
  if (new Set(cores.map(({ digest }) => digest)).size <= 1) return []
  const mounts = rounds.map(({ round, plugin }) => `${round.key}: ${coreName(plugin.catalogue.core)}`)
  return [fault('COMPARE_DIFFERENT_CORE', { mounts })]
}

const coreName = (core: CoreRef | null): string =>
  core ? `${core.id} ${core.version} (${core.digest.slice(7, 15)})` : '—'

function nodeRefusals(rounds: readonly OpenRound[], asked: string | undefined): readonly Fault[] {
  if (asked === undefined) return []
  const outside = rounds.filter(({ plugin }) => plugin.catalogue.core && !isWithinCore(plugin.catalogue, asked))
  return outside.map(({ round }) => fault('COMPARE_NODE_OUTSIDE_CORE', {}, { id: asked, plugin: round.pluginId }))
}

/** The core's own node, or one below it. */
function isWithinCore(catalogue: Catalogue, node: string): boolean {
  const byId = new Map(catalogue.nodes.map((each) => [each.id, each]))
  let at: CatalogueNode | undefined = byId.get(node)
  while (at && at.id !== catalogue.core?.node) at = byId.get(at.parent ?? '')
  return at !== undefined
}

const unscored = ({ round, run }: OpenRound): readonly Fault[] =>
  run ? [] : [fault('ROUND_NOT_SCORED', { round: round.key })]

function basisOf(rounds: readonly OpenRound[]): Fault | null {
  const core = rounds[0]?.plugin.catalogue.core
  return core ? caution('COMPARE_SAME_CORE', { core: core.id, version: core.version, digest: core.digest }) : null
}

function cautions(rounds: readonly OpenRound[]): readonly Fault[] {
  const periods = Array.from(new Set(rounds.map(({ round }) => round.period))).sort()
  return periods.length > 1 ? [caution('COMPARE_DIFFERENT_PERIODS', { periods })] : []
}

/** A fault that does not refuse. */
export const caution = (code: string, params: Fault['params'], at: Fault['at'] = {}): Fault => ({
  ...fault(code, params, at),
  severity: 'warning',
})
