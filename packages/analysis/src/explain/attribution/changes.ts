import type { BranchSpec, Framework, NodeSpec } from '@plumbline/kernel'
import { MOST_PLAYERS } from './shapley.ts'

/** One thing that differs between two versions, or several that only make sense together. */
export interface Change {
  /** What and where, for example `weights:governance`. */
  readonly id: string
  /** Ids of the nodes concerned; the root's for what concerns them all. */
  readonly nodes: readonly string[]
  /** The single differences, `kind:node`. */
  readonly parts: readonly string[]
}

/** Every node of a framework with its parent's id. */
export type NodesById = ReadonlyMap<string, { readonly spec: NodeSpec; readonly parent: string | null }>

export function nodesById({ root }: Framework): NodesById {
  const found = new Map<string, { spec: NodeSpec; parent: string | null }>()
  const visit = (spec: NodeSpec, parent: string | null): void => {
    found.set(spec.id, { spec, parent })
    if (spec.kind === 'branch') for (const child of spec.children) visit(child, spec.id)
  }
  visit(root, null)
  return found
}

/**
 * What differs between two versions as far as scores go; gates, grades and the basic rule do not move a score.
 *
 * - `children:b`: the children of branch b, or its method together with their weights; one change, since weights of
 *   different children do not mix. Where a node moves to another branch, all such changes are one, `structure`.
 * - `weights:b`, `method:b`, `coverage:b`, `scale:i` (goalposts, levels, direction), `missing:n`, `missing-default`.
 */
export function changesBetween(from: Framework, to: Framework): readonly Change[] {
  const [before, after] = [nodesById(from), nodesById(to)]
  const single: string[] = same(from.missing, to.missing) ? [] : [`missing-default:${to.root.id}`]
  for (const [id, { spec }] of before) {
    const other = id === from.root.id ? to.root : after.get(id)?.spec
    if (other) single.push(...differences(spec, other))
  }
  const place = (parent: string | null | undefined, { root }: Framework) => (parent === root.id ? '' : parent)
  const moves = [...before].some(
    ([id, { parent }]) => after.has(id) && place(after.get(id)?.parent, to) !== place(parent, from),
  )
  const structural = single.filter((part) => moves && part.startsWith('children:'))
  const rest = single.filter((part) => !structural.includes(part))
  const merged = structural.length > 0 ? [changeOf('structure', structural)] : []
  return [...merged, ...rest.map((part) => changeOf(part, [part]))]
}

function differences(a: NodeSpec, b: NodeSpec): readonly string[] {
  const found = same(a.missing, b.missing) ? [] : [`missing:${a.id}`]
  if (a.kind === 'indicator' && b.kind === 'indicator') {
    return same([a.normalise, a.direction], [b.normalise, b.direction]) ? found : [...found, `scale:${a.id}`]
  }
  if (a.kind !== 'branch' || b.kind !== 'branch') return found
  const sameMethod = same(a.aggregate, b.aggregate)
  const sameWeights = same(weightsOf(a), weightsOf(b))
  if (!same(childrenOf(a), childrenOf(b)) || (!sameMethod && !sameWeights)) found.push(`children:${a.id}`)
  else if (!sameMethod) found.push(`method:${a.id}`)
  else if (!sameWeights) found.push(`weights:${a.id}`)
  return same(a.minCoverage, b.minCoverage) ? found : [...found, `coverage:${a.id}`]
}

const childrenOf = ({ children }: BranchSpec): readonly string[] => children.map(({ kind, id }) => `${kind} ${id}`)
const weightsOf = ({ children }: BranchSpec): readonly number[] => children.map(({ weight }) => weight)

const changeOf = (id: string, parts: readonly string[]): Change => ({ id, parts, nodes: parts.map(nodeOf) })
const nodeOf = (part: string): string => part.slice(part.indexOf(':') + 1)

/** Equal as data, whatever the order of the keys. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}

/**
 * At most `MOST_PLAYERS` changes: where there are more, those below one pillar become one, and if that is still too many,
 * the last pillars too.
 */
export function grouped(changes: readonly Change[], from: Framework, to: Framework): readonly Change[] {
  if (changes.length <= MOST_PLAYERS) return changes
  const trees = [nodesById(to), nodesById(from)]
  const pillars = [...Map.groupBy(changes, ({ nodes }) => pillarOf(nodes[0] ?? '', trees))]
  const kept = pillars.slice(0, pillars.length > MOST_PLAYERS ? MOST_PLAYERS - 1 : MOST_PLAYERS)
  const others = pillars.slice(kept.length).flatMap(([, members]) => members)
  return [
    ...kept.map(([pillar, members]) => merge(`pillar:${pillar}`, members)),
    ...(others.length > 0 ? [merge('others', others)] : []),
  ]
}

const merge = (id: string, members: readonly Change[]): Change => ({
  id,
  parts: members.flatMap(({ parts }) => parts),
  nodes: [...new Set(members.flatMap(({ nodes }) => nodes))],
})

/** The ancestor right below the root; the root for itself. */
function pillarOf(id: string, trees: readonly NodesById[]): string {
  const tree = trees.find((each) => each.has(id))
  const path = [id]
  for (let up = tree?.get(id)?.parent; up; up = tree?.get(up)?.parent) path.push(up)
  return path.at(-2) ?? id
}
