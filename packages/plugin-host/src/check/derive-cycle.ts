import { fault, type Fault } from '@plumbline/kernel'
import type { LoadedPlugin } from '../contract.ts'

/** Ids of the standards whose results a standard takes values from, in its own order. */
const derivesFrom = ({ catalogue }: LoadedPlugin): readonly string[] =>
  Array.from(
    new Set(catalogue.nodes.flatMap((node) => (node.kind === 'indicator' ? (node.derive?.standards ?? []) : []))),
  )

/**
 * Standards that take values from each other in a circle can be scored in no order: each is refused with the circle.
 * Versions of one id count together, since results of any version may be taken.
 */
export function deriveCycles(plugins: readonly LoadedPlugin[]): ReadonlyMap<LoadedPlugin, Fault> {
  const from = new Map<string, readonly string[]>()
  for (const plugin of plugins) from.set(plugin.ref.id, [...(from.get(plugin.ref.id) ?? []), ...derivesFrom(plugin)])
  return new Map(
    plugins.flatMap((plugin) => {
      const cycle = derivesFrom(plugin).length > 0 ? circle(plugin.ref.id, from) : null
      return cycle ? [[plugin, fault('PLUGIN_DERIVE_CYCLE', { cycle }, { plugin: plugin.ref.id })] as const] : []
    }),
  )
}

/** The shortest way from a standard back to itself; null where there is none. */
function circle(start: string, from: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const seen = new Set<string>()
  let ways: readonly (readonly string[])[] = [[start]]
  while (ways.length > 0) {
    const next = ways.flatMap((way) => (from.get(way.at(-1) ?? '') ?? []).map((id) => [...way, id]))
    const back = next.find((way) => way.at(-1) === start)
    if (back) return back
    ways = next.filter((way) => {
      const id = way.at(-1) ?? ''
      const fresh = !seen.has(id)
      seen.add(id)
      return fresh
    })
  }
  return null
}
