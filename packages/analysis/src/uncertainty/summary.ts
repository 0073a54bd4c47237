import { fault, FaultError } from '@plumbline/kernel'
import type { UncertaintyBlock } from './block.ts'
import { convergenceOf, type ConvergenceStep } from './convergence.ts'
import { groupsOf, type UnitGroup } from './groups.ts'
import { rankMean, rankQuantile } from './histogram.ts'
import type { UncertaintyModel } from './model.ts'

/** One row of the data under uncertainty. */
export interface UnitUncertainty {
  readonly row: number
  readonly unit: string
  readonly period: string
  /** Rank with nothing drawn; 0 where not ranked. */
  readonly nominalRank: number
  /** 5, 50 and 95 % of the ranks over the draws in which the row is ranked (type 1); null where it never is. */
  readonly rank: { readonly low: number; readonly median: number; readonly high: number } | null
  /** Over the same draws; NaN where there are none (standard error: fewer than two). */
  readonly meanRank: number
  readonly standardError: number
  /** Share of all draws in which the row is ranked. */
  readonly ranked: number
  /** By place from the first: share of all draws with this rank. */
  readonly rankShares: Float64Array
  /** By grade, lowest first, and last for no grade: share of all draws. */
  readonly gradeShares: Float64Array
}

/** Who is before whom, as shares of all draws. A row that is not ranked is behind all that are. */
export interface PairUncertainty {
  readonly first: number
  readonly second: number
  readonly firstBefore: number
  readonly tied: number
  /** Standard error of `firstBefore`. */
  readonly standardError: number
}

/** What is known after all draws. */
export interface UncertaintyResult {
  readonly seed: number
  readonly draws: number
  /** In the dataset's row order. */
  readonly units: readonly UnitUncertainty[]
  /** Neighbours of the nominal ranking, best first, then the pairs that were asked for. */
  readonly pairs: readonly PairUncertainty[]
  /** Runs of the nominal ranking that cannot be told apart, by period. */
  readonly groups: readonly UnitGroup[]
  readonly convergence: readonly ConvergenceStep[]
}

/**
 * Reads the answers off a whole run.
 *
 * @throws FaultError with UNCERTAINTY_INCOMPLETE where draws are not counted yet.
 * @example const block = runBlock(model, { seed: 1, draws: 100 }, { from: 0, to: 100 })
 * summarise(model, block).units[3].rank // { low: 1, median: 1, high: 1 }
 */
export function summarise(model: UncertaintyModel, block: UncertaintyBlock): UncertaintyResult {
  const [range, ...more] = block.ranges
  if (!range || more.length > 0 || range[0] !== 0 || range[1] !== block.draws) {
    const counted = block.ranges.reduce((sum, [from, to]) => sum + to - from, 0)
    throw new FaultError([fault('UNCERTAINTY_INCOMPLETE', { counted, draws: block.draws })])
  }
  const ranks = block.ranks.reduce((sums, counts) => sums.map((sum, index) => sum + (counts[index] ?? 0)))
  const pairs = block.pairs.map(({ first, second }, pair) => {
    const share = (block.before[pair] ?? 0) / block.draws
    return {
      first,
      second,
      firstBefore: share,
      tied: (block.tied[pair] ?? 0) / block.draws,
      standardError: Math.sqrt((share * (1 - share)) / block.draws),
    }
  })
  return {
    seed: block.seed,
    draws: block.draws,
    units: model.dataset.units.map((unit, row) => ({
      row,
      unit,
      period: model.dataset.periods[row] ?? '',
      nominalRank: model.nominal.rank[row] ?? 0,
      ...rankFigures(ranks.subarray(row * block.width, (row + 1) * block.width), block.draws),
      gradeShares: shares(block.gradeCounts.subarray(row * block.grades, (row + 1) * block.grades), block.draws),
    })),
    pairs,
    groups: groupsOf(model, pairs),
    convergence: convergenceOf(block),
  }
}

type RankFigures = Pick<UnitUncertainty, 'rank' | 'meanRank' | 'standardError' | 'ranked' | 'rankShares'>

function rankFigures(counts: Uint32Array, draws: number): RankFigures {
  const { mean: meanRank, standardError } = rankMean(counts)
  const low = rankQuantile(counts, 5)
  return {
    rank: low === 0 ? null : { low, median: rankQuantile(counts, 50), high: rankQuantile(counts, 95) },
    meanRank,
    standardError,
    ranked: (draws - (counts[0] ?? 0)) / draws,
    rankShares: shares(counts.subarray(1), draws),
  }
}

const shares = (counts: Uint32Array, draws: number): Float64Array => Float64Array.from(counts, (count) => count / draws)

/**
 * Share of all draws in which a row is among the first k.
 *
 * @param k - From 1.
 * @example probabilityAtMost((await runUncertainty(plan, dataset, { spec, seed: 1, draws: 100 })).units[3], 1) // 1
 */
export const probabilityAtMost = ({ rankShares }: UnitUncertainty, k: number): number =>
  rankShares.subarray(0, k).reduce((sum, share) => sum + share, 0)
