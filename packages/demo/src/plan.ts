import type { Catalogue } from '@plumbline/plugin-api'
import type { DemonstrationRequest } from './csv.ts'
import { codePrefix, unitCode } from './names.ts'

/** One file of the product's demonstration. */
export interface DemonstrationFile {
  readonly plugin: string
  /** The version that its rounds are pinned to. */
  readonly version: string
  /** As the importer shows it. */
  readonly fileName: string
  readonly request: DemonstrationRequest & { readonly written: readonly string[] }
}

/** What the product comes with: fictional organisations over all sectors, and three years. */
export const DEMONSTRATION = { seed: 20230601, units: 375, periods: ['2023', '2024', '2025'] } as const

/** Units of each standard whose units are areas: the others belong to them. */
const AREAS = 15

/**
 * The product's demonstration: the organisations shared out over the standards that mount a core, one file each. Of a
 * standard in several versions the newest has the last period and each older one the period before; the oldest has all
 * that are left, so that both versions can be seen at work side by side. Standards that take values from others have
 * fewer units: areas, to which the units of those others belong.
 *
 * @param catalogues - Every standard loaded, versions of one id oldest first. The core itself and standards without one
 *   are left out.
 * @returns By plugin id, so that the order of loading does not matter, those that take values from others last. Shares
 *   differ by one at most.
 * @example demonstrationPlan(catalogues).map(({ plugin, request }) => [plugin, request.units]) // [['a', 188], ['b', 187]]
 */
export function demonstrationPlan(catalogues: readonly Catalogue[]): DemonstrationFile[] {
  const mounting = catalogues.filter(({ core, plugin }) => core !== null && core.id !== plugin.id)
  const byId = Array.from(Map.groupBy(mounting, ({ plugin }) => plugin.id)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const ofAreas = byId.filter(([, versions]) => versions.some(takesValues))
  const plain = byId.filter((sector) => !ofAreas.includes(sector))
  const sectors = [...plain, ...ofAreas]
  const prefixes = distinctPrefixes(sectors.map(([id]) => id))
  const rest = DEMONSTRATION.units - AREAS * ofAreas.length
  const areaPrefix = prefixes[plain.length]
  const areas =
    areaPrefix === undefined ? {} : { areas: Array.from({ length: AREAS }, (_, unit) => unitCode(areaPrefix, unit)) }
  return sectors.flatMap(([id, versions], place) => {
    const share = Math.floor(rest / plain.length) + (place < rest % plain.length ? 1 : 0)
    const request = {
      seed: DEMONSTRATION.seed,
      periods: DEMONSTRATION.periods,
      prefix: prefixes[place] ?? codePrefix(id),
      ...(place < plain.length ? { units: share, ...areas } : { units: AREAS }),
    }
    return versions.flatMap(({ plugin: { version } }, index) => {
      const written = periodsOf(versions.length - 1 - index, index === 0)
      if (written.length === 0) return []
      const fileName = `${id}-${version}-demonstration.csv`
      return [{ plugin: id, version, fileName, request: { ...request, written } }]
    })
  })
}

const takesValues = ({ nodes }: Catalogue): boolean => nodes.some((node) => node.kind === 'indicator' && node.derive)

/** @param newer - How many versions are newer than this one. */
function periodsOf(newer: number, oldest: boolean): readonly string[] {
  const end = DEMONSTRATION.periods.length - newer
  return DEMONSTRATION.periods.slice(oldest ? 0 : Math.max(0, end - 1), Math.max(0, end))
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
