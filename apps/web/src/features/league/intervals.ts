import type { RankIntervals } from '@plumbline/api/contract'

export interface Interval {
  readonly low: number
  readonly high: number
}

/** Rank interval by unit. */
export type Intervals = ReadonlyMap<string, Interval>

/** One map for each answer, so that rows that did not change are not drawn again. */
export const intervalsOf = (ranks: RankIntervals | null | undefined): Intervals =>
  new Map(ranks?.units.map(({ unit, low, high }) => [unit, { low, high }]))
