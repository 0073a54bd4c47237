import { streamOf, type Stream } from '@plumbline/analysis'
import type { Cell, SampleRow } from './row.ts'
import type { SampleSpace } from './space.ts'

export interface GenerateOptions {
  readonly rows: number
  /** Unsigned 32-bit integer: the same seed gives the same rows. */
  readonly seed: number
  /** Shares of indicator cells left unanswered and declared not applicable; 0.04 and 0.02 unless said. */
  readonly unanswered?: number
  readonly notApplicable?: number
  /** false: every value is a point of its domain; unless said, more than half lie between two. */
  readonly between?: boolean
}

/** How far a cell may be from its unit's level, as a share of the scale, to either side. */
const SPREAD = 0.35
/** Share of cells that stand exactly on a point of their domain; the others lie between two. */
const ON_POINT = 0.4
const QUIET = 0.9

/**
 * Invented rows for a standard: each unit has a level from the worst to the best, its cells lie about it, a few are blank,
 * and a few facts fire a gate. Enough of everything to tell two versions apart, and reproducible.
 */
export function generateRows(space: SampleSpace, options: GenerateOptions): readonly SampleRow[] {
  const { rows, seed } = options
  return Array.from({ length: rows }, (_, row) =>
    generateRow(space, streamOf({ seed, what: 'sample', draw: row }), options),
  )
}

function generateRow(
  { indicators, domains, facts, groups }: SampleSpace,
  stream: Stream,
  { unanswered = 0.04, notApplicable = 0.02, between = true }: GenerateOptions,
): SampleRow {
  const level = stream.uniform()
  const cells = new Map<string, Cell>()
  for (const { id, normalise } of indicators) {
    const domain = domains.get(id) ?? []
    const place = Math.min(1, Math.max(0, level + SPREAD * (2 * stream.uniform() - 1)))
    const stepped = normalise.method === 'boolean' || normalise.method === 'level-map'
    const onPoint = !between || stepped || stream.uniform() < ON_POINT
    const blank = stream.uniform()
    if (blank < unanswered) cells.set(id, null)
    else if (blank < unanswered + notApplicable) cells.set(id, 'N/A')
    else cells.set(id, valueAt(domain, place, onPoint))
  }
  for (const { id, values } of facts) {
    const index = stream.uniform() < QUIET ? 0 : Math.floor(stream.uniform() * values.length)
    cells.set(id, values[index] ?? null)
  }
  return { group: groups[Math.floor(stream.uniform() * groups.length)] ?? null, cells }
}

function valueAt(domain: readonly number[], place: number, onPoint: boolean): number {
  const at = place * (domain.length - 1)
  if (onPoint) return domain[Math.round(at)] ?? 0
  const low = domain[Math.floor(at)] ?? 0
  const high = domain[Math.ceil(at)] ?? low
  return low + (high - low) * (at - Math.floor(at))
}
