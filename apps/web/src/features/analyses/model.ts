import type { LongJob, UncertaintyReport, PlainSpec, UnitRanks } from '@plumbline/api/contract'

export interface Settings {
  readonly seed: number
  /** Draws of an uncertainty run, size of a sensitivity run's design. */
  readonly size: number
  /** How far weights go up and down, as a share. */
  readonly spread: number
  /** Whether the way the pillars are put together varies. */
  readonly methods: boolean
}

/** The round's default specification with the reader's own spread, and with or without the change of method. */
export function specOf({ weights, aggregation, ...rest }: PlainSpec, settings: Settings): PlainSpec {
  const spreading = weights?.map((factor) =>
    factor.kind === 'uniform' ? { ...factor, spread: settings.spread } : factor,
  )
  return {
    ...rest,
    ...(spreading ? { weights: spreading } : {}),
    ...(aggregation && settings.methods ? { aggregation } : {}),
  }
}

/** The job that the settings ask for. */
export function jobOf(kind: LongJob['kind'], defaults: PlainSpec, settings: Settings): LongJob {
  const spec = specOf(defaults, settings)
  return kind === 'uncertainty'
    ? { kind, spec, seed: settings.seed, draws: settings.size }
    : { kind, spec, seed: settings.seed, base: settings.size, top: 10 }
}

/**
 * Share of the draws in which a unit is among the first k.
 *
 * @example shareOfFirst({ first: 3, counts: [40, 60] }, 100, 3) // 0.4
 */
export function shareOfFirst({ first, counts }: Pick<UnitRanks, 'first' | 'counts'>, draws: number, k: number): number {
  return counts.slice(0, Math.max(0, k - first + 1)).reduce((sum, count) => sum + count, 0) / draws
}

/** A row of the table of ranks. */
export interface RankLine {
  readonly row: number
  readonly unit: UnitRanks
  readonly name: string
  /** Number of its group from 1, and its size; null where it is not ranked. */
  readonly group: { readonly number: number; readonly size: number } | null
  /** The order to the next is not settled, so no rule is drawn below. */
  readonly open: boolean
}

/** Ranked units by published rank with their groups; those without a rank after them. */
export function rankLines({ units, groups }: UncertaintyReport, names: readonly string[]): readonly RankLine[] {
  const line = (row: number, group: RankLine['group'], open: boolean): readonly RankLine[] => {
    const unit = units[row]
    return unit ? [{ row, unit, name: names[row] ?? unit.unit, group, open }] : []
  }
  const ranked = groups.flatMap((rows, index) =>
    rows.flatMap((row, place) => line(row, { number: index + 1, size: rows.length }, place < rows.length - 1)),
  )
  const shown = new Set(ranked.map(({ row }) => row))
  return [...ranked, ...units.flatMap((_, row) => (shown.has(row) ? [] : line(row, null, false)))]
}

/** Units whose interval is at most so wide. */
export const narrow = ({ units }: UncertaintyReport, width: number): number =>
  units.filter(({ rank }) => rank !== null && rank.high - rank.low <= width).length

/** Whether the ends of the intervals have come to rest: the last tenth of the draws moves none by more than a rank. */
export const isConverged = ({ convergence }: UncertaintyReport): boolean =>
  (convergence.at(-1)?.largestChange ?? Infinity) <= 1
