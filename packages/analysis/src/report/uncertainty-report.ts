import type { ConvergenceStep } from '../uncertainty/convergence.ts'
import type { UncertaintyBlock } from '../uncertainty/block.ts'
import type { UncertaintyModel } from '../uncertainty/model.ts'
import { summarise, type UnitUncertainty } from '../uncertainty/summary.ts'

/** An uncertainty run as plain JSON: counts are whole numbers of draws, null where there is none, never NaN. */
export interface UncertaintyReport {
  readonly kind: 'uncertainty'
  readonly seed: number
  readonly draws: number
  /** Grade ids, lowest first: the order of `grades` of a unit, which has one more for no grade. */
  readonly grades: readonly string[]
  readonly units: readonly UnitRanks[]
  /** Neighbours of the nominal ranking and the pairs asked for, by row. */
  readonly pairs: readonly PairOrder[]
  /** Rows of the ranking that cannot be told apart from one to the next, best first. */
  readonly groups: readonly (readonly number[])[]
  readonly convergence: readonly ConvergenceStep[]
}

/** One unit's ranks over all draws. */
export interface UnitRanks {
  readonly unit: string
  readonly period: string
  /** Rank with nothing drawn; null where not ranked. */
  readonly nominal: number | null
  /** 5, 50 and 95 % of its ranks. */
  readonly rank: { readonly low: number; readonly median: number; readonly high: number } | null
  readonly meanRank: number | null
  readonly standardError: number | null
  /** Draws with the rank `first`, the one after, and so on; the draws that are missing left it unranked. */
  readonly first: number
  readonly counts: readonly number[]
  /** Draws by grade, the last for no grade. */
  readonly grades: readonly number[]
}

/** Who of two comes first, and how surely. */
export interface PairOrder {
  readonly first: number
  readonly second: number
  /** Draws with the first before the second, and with both at one rank. */
  readonly before: number
  readonly tied: number
}

/**
 * Reads a whole run off its counts, for a file or a wire.
 *
 * @throws FaultError UNCERTAINTY_INCOMPLETE - draws are not counted yet.
 * @example uncertaintyReport(model, mergeBlocks(blocks)).units[0].rank // { low: 3, median: 4, high: 9 }
 */
export function uncertaintyReport(model: UncertaintyModel, block: UncertaintyBlock): UncertaintyReport {
  const { seed, draws, units, pairs, groups, convergence } = summarise(model, block)
  const counted = (share: number): number => Math.round(share * draws)
  return {
    kind: 'uncertainty',
    seed,
    draws,
    grades: model.plan.framework.grades.map(({ id }) => id),
    units: units.map((unit) => unitRanks(unit, counted)),
    pairs: pairs.map(({ first, second, firstBefore, tied }) => ({
      first,
      second,
      before: counted(firstBefore),
      tied: counted(tied),
    })),
    groups: groups.map(({ rows }) => rows),
    convergence,
  }
}

function unitRanks(unit: UnitUncertainty, counted: (share: number) => number): UnitRanks {
  const counts = Array.from(unit.rankShares, counted)
  const first = counts.findIndex((count) => count > 0)
  const last = counts.findLastIndex((count) => count > 0)
  return {
    unit: unit.unit,
    period: unit.period,
    nominal: unit.nominalRank || null,
    rank: unit.rank,
    meanRank: defined(unit.meanRank),
    standardError: defined(unit.standardError),
    first: first + 1,
    counts: first < 0 ? [] : counts.slice(first, last + 1),
    grades: Array.from(unit.gradeShares, counted),
  }
}

const defined = (value: number): number | null => (Number.isFinite(value) ? value : null)

/**
 * Share of all draws in which a unit is among the first k.
 *
 * @param k - From 1.
 * @example shareAtMost({ first: 3, counts: [40, 60] }, 100, 3) // 0.4
 */
export function shareAtMost({ first, counts }: Pick<UnitRanks, 'first' | 'counts'>, draws: number, k: number): number {
  return counts.slice(0, Math.max(0, k - first + 1)).reduce((sum, count) => sum + count, 0) / draws
}
