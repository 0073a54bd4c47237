import type { BranchSpec, Framework, IndicatorSpec, NodeSpec } from '@plumbline/kernel'
import { nodesById, type NodesById } from './changes.ts'

/**
 * A framework between two versions.
 *
 * @param made - The differences taken over from the newer version, as `changesBetween` names them.
 * @returns The older version with those made; no gates, facts or basic rule, which do not move a score.
 */
export function mixed(from: Framework, to: Framework, made: ReadonlySet<string>): Framework {
  const mix: Mix = { before: nodesById(from), after: nodesById(to), made }
  return {
    ...from,
    missing: made.has(`missing-default:${to.root.id}`) ? to.missing : from.missing,
    facts: [],
    gates: [],
    basicRule: [],
    root: mixBranch(from.root, to.root, mix),
  }
}

interface Mix {
  readonly before: NodesById
  readonly after: NodesById
  readonly made: ReadonlySet<string>
}

function mixBranch(a: BranchSpec, b: BranchSpec, mix: Mix): BranchSpec {
  const has = (what: string): boolean => mix.made.has(`${what}:${a.id}`)
  const list = has('children') ? b : a
  const weights = has('weights') ? b : list
  return {
    ...(has('missing') ? b : a),
    id: a.id,
    weight: a.weight,
    minCoverage: (has('coverage') ? b : a).minCoverage ?? 0,
    aggregate: (has('method') ? b : list).aggregate,
    children: list.children.map((child, place) => ({
      ...mixNode(child, mix),
      weight: weights.children[place]?.weight ?? child.weight,
    })),
  }
}

/** A node that both versions have is mixed; any other is taken as its own version has it. */
function mixNode(spec: NodeSpec, mix: Mix): NodeSpec {
  const [a, b] = [mix.before.get(spec.id)?.spec, mix.after.get(spec.id)?.spec]
  if (a?.kind === 'branch' && b?.kind === 'branch') return mixBranch(a, b, mix)
  if (a?.kind === 'indicator' && b?.kind === 'indicator') return mixIndicator(a, b, mix)
  return spec
}

function mixIndicator(a: IndicatorSpec, b: IndicatorSpec, { made }: Mix): IndicatorSpec {
  const { normalise, direction } = made.has(`scale:${a.id}`) ? b : a
  return { ...(made.has(`missing:${a.id}`) ? b : a), weight: a.weight, normalise, direction }
}
