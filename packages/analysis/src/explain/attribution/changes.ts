import type { Framework, NodeSpec } from '@plumbline/kernel'
import { partsBetween } from './parts.ts'
import { MOST_PLAYERS } from './shapley.ts'
import { nodesById, type NodesById, type Side } from './sides.ts'

/** One thing that differs between two versions, or several that only make sense together. */
export interface Change {
  /** What and where, for example `weights:governance`. */
  readonly id: string
  /** Ids of the nodes concerned; the root's for what concerns them all. */
  readonly nodes: readonly string[]
  /** The single differences, `kind:id`. */
  readonly parts: readonly string[]
}

/**
 * What differs between two versions as far as scores go; gates, grades and the basic rule do not move a score.
 *
 * - `children:b`: the children of branch b, or its method together with their weights; one change, since weights of
 *   different children do not mix. Where a node moves to another branch, all such changes are one, `structure`.
 * - `weights:b`, `method:b`, `coverage:b`, `missing:n`, `missing-default`.
 * - `scale:i`: goalposts, levels, direction; `not-applicable:i`: where i does not apply; either with the values of i where
 *   a migration carries them over.
 * - `formula:i`: how the raw values are come by. `program:file`: what a program works out, for all that it works out; with
 *   what it reads, where a migration carries that over.
 * - `param:p`: the value of a parameter that is in force. `data:x`: an input or fact, of another kind or carried over.
 * - `screen:n`, `denominate:n`, `impute:n`, `treat:n`, `reference:n`: steps of the preparation, at node n or, at the
 *   root, throughout. `semantics`: the edition.
 */
export function changesBetween(from: Side, to: Side): readonly Change[] {
  const parts = partsBetween(from, to)
  const moves = movesNodes(from.framework, to.framework)
  const leads = leadsOf(parts, from, to)
  const changeOf = (part: string): string =>
    moves && part.startsWith('children:') ? 'structure' : (leads.get(part) ?? part)
  const trees = [nodesById(from.framework), nodesById(to.framework)]
  const nodeOf = (part: string): string => {
    const id = part.slice(part.indexOf(':') + 1)
    return trees.some((tree) => tree.has(id)) ? id : to.framework.root.id
  }
  return [...Map.groupBy(parts, changeOf)].map(([id, members]) => ({
    id,
    parts: members,
    nodes: [...new Set(members.map(nodeOf))],
  }))
}

function movesNodes(from: Framework, to: Framework): boolean {
  const after = nodesById(to)
  const place = (parent: string | null | undefined, { root }: Framework) => (parent === root.id ? '' : parent)
  return [...nodesById(from)].some(
    ([id, { parent }]) => after.has(id) && place(after.get(id)?.parent, to) !== place(parent, from),
  )
}

/**
 * Parts that go with another: one program has one name, values on other levels need these levels, and where a cell is
 * reported as not applicable the rule that allows it goes with the cell.
 */
function leadsOf(parts: readonly string[], from: Side, to: Side): ReadonlyMap<string, string> {
  const leads = new Map<string, string>()
  const [before, after] = [nodesById(from.framework), nodesById(to.framework)]
  for (const part of parts) {
    const id = part.slice(part.indexOf(':') + 1)
    const specs = [before.get(id)?.spec, after.get(id)?.spec]
    const [scale, rule] = [`scale:${id}`, `not-applicable:${id}`]
    if (part === `data:${id}`) {
      const lead = [scale, rule].find((one) => parts.includes(one)) ?? part
      leads.set(part, lead)
      if (lead === scale) leads.set(rule, scale)
    } else if (part === `formula:${id}`) {
      if (specs.some(isReported)) leads.set(rule, part)
    } else if (part === `program:${id}`) {
      const [old, next] = specs.map(codeOf)
      const lead = `program:${next?.file ?? id}`
      leads.set(part, lead)
      for (const input of [...(old?.inputs ?? []), ...(next?.inputs ?? [])]) leads.set(`data:${input}`, lead)
    }
  }
  return leads
}

const isReported = (spec: NodeSpec | undefined): boolean => spec?.kind === 'indicator' && !spec.value && !spec.code

const codeOf = (spec: NodeSpec | undefined) => (spec?.kind === 'indicator' ? spec.code : undefined)

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
