import type { Catalogue } from '@plumbline/plugin-api'
import type { DemonstrationRequest } from './csv.ts'
import { codePrefix } from './names.ts'

/** One file of the product's demonstration. */
export interface DemonstrationFile {
  readonly plugin: string
  /** As the importer shows it. */
  readonly fileName: string
  readonly request: DemonstrationRequest
}

/** What the product comes with: fictional organisations over all sectors, and three years. */
export const DEMONSTRATION = { seed: 20230601, units: 375, periods: ['2023', '2024', '2025'] } as const

/**
 * The product's demonstration: the organisations shared out over the standards that mount a core, one file each.
 *
 * @param catalogues - Every standard loaded, one version each. The core itself and standards without one are left out.
 * @returns By plugin id, so that the order of loading does not matter. Shares differ by one at most.
 * @example demonstrationPlan(catalogues).map(({ plugin, request }) => [plugin, request.units]) // [['a', 188], ['b', 187]]
 */
export function demonstrationPlan(catalogues: readonly Catalogue[]): DemonstrationFile[] {
  const sectors = catalogues
    .filter(({ core, plugin }) => core !== null && core.id !== plugin.id)
    .toSorted((a, b) => (a.plugin.id < b.plugin.id ? -1 : 1))
  const prefixes = distinctPrefixes(sectors.map(({ plugin }) => plugin.id))
  return sectors.map(({ plugin }, place) => ({
    plugin: plugin.id,
    fileName: `${plugin.id}-demonstration.csv`,
    request: {
      seed: DEMONSTRATION.seed,
      units: Math.floor(DEMONSTRATION.units / sectors.length) + (place < DEMONSTRATION.units % sectors.length ? 1 : 0),
      periods: DEMONSTRATION.periods,
      prefix: prefixes[place] ?? codePrefix(plugin.id),
    },
  }))
}

/** Initials, with a number from the second plugin on that has the same. */
function distinctPrefixes(ids: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return ids.map((id) => {
    const prefix = codePrefix(id)
    const count = (seen.get(prefix) ?? 0) + 1
    seen.set(prefix, count)
    return count === 1 ? prefix : `${prefix}${count}`
  })
}
