import { sum } from '../../numeric/sum.ts'
import type { Names } from '../common/names.ts'
import { toShares } from '../common/shares.ts'
import { checkJudgements, type BestWorstJudgements } from './judgements.ts'

/** Interval weights of the nonlinear model. */
export interface NonlinearBestWorstWeights {
  /** Length n, the centres of the ranges over their sum. */
  readonly weights: readonly number[]
  /** Least and greatest weight of each indicator among all optima. */
  readonly ranges: readonly { readonly min: number; readonly max: number }[]
  /** The largest deviation of a ratio from its judgement, as small as it can be; 0 when the judgements are consistent. */
  readonly xi: number
  /** The greatest `xi` that judgements with this best-to-worst can have: ((1 + 2a) - √(1 + 8a)) / 2. */
  readonly consistencyIndex: number
  /** `xi` over the index; 0 when consistent; null where best and worst are judged equal and others are not. */
  readonly consistencyRatio: number | null
}

/**
 * Best-worst method, the first, nonlinear model: min ξ with |w_B / w_j - a_Bj| <= ξ, |w_j / w_W - a_jW| <= ξ, Σ w = 1. Many
 * weights may be optimal; their ranges are given.
 *
 * In closed form. The ratio t = w_B / w_W lies in a_BW ± ξ and, for every other j, between (a_Bj - ξ)(a_jW - ξ) and
 * (a_Bj + ξ)(a_jW + ξ); the least ξ is the one at which the greatest lower end meets the least upper end, the root of a
 * quadratic. That fixes t, and every other weight then moves alone.
 *
 * @param judgements - Of n indicators, finite, at least 1.
 * @throws FaultError the faults of `bestWorstWeights`.
 * @see Rezaei (2015), Best-worst multi-criteria decision-making method, doi:10.1016/j.omega.2014.11.009; Rezaei (2016),
 *   doi:10.1016/j.omega.2015.12.001, for the ranges
 * @example nonlinearBestWorstWeights({ best: 0, worst: 2, bestToOthers: [1, 2, 8], othersToWorst: [8, 4, 1] }).xi // 0
 */
export function nonlinearBestWorstWeights(judgements: BestWorstJudgements, names?: Names): NonlinearBestWorstWeights {
  checkJudgements(judgements, names)
  const { best, worst, bestToOthers, othersToWorst } = judgements
  const direct = bestToOthers[worst] ?? 1
  const others = bestToOthers.map((fromBest, j) => ({ fromBest, toWorst: othersToWorst[j] ?? 1 }))
  const chains = others.filter((_, j) => j !== best && j !== worst)
  const xi = leastDeviation(direct, chains)
  const t = Math.min(direct + xi, ...chains.map(({ fromBest, toWorst }) => (fromBest + xi) * (toWorst + xi)))

  // every weight over the worst one's; best and worst themselves do not move
  const ends = others.map(({ fromBest, toWorst }, j) => {
    if (j === worst) return { least: 1, greatest: 1 }
    if (j === best) return { least: t, greatest: t }
    const least = Math.max(toWorst - xi, t / (fromBest + xi))
    const greatest = Math.min(toWorst + xi, fromBest > xi ? t / (fromBest - xi) : Infinity)
    // they may cross by rounding where the indicator is one that fixes xi
    return least <= greatest ? { least, greatest } : { least: greatest, greatest }
  })
  const ranges = ends.map(({ least, greatest }, j) => {
    const rest = ends.filter((_, other) => other !== j)
    return {
      min: least / (least + sum(rest.map((end) => end.greatest))),
      max: greatest / (greatest + sum(rest.map((end) => end.least))),
    }
  })
  const consistencyIndex = (1 + 2 * direct - Math.sqrt(1 + 8 * direct)) / 2
  return {
    weights: toShares(ranges.map(({ min, max }) => min + max)),
    ranges,
    xi,
    consistencyIndex,
    consistencyRatio: xi === 0 ? 0 : consistencyIndex > 0 ? xi / consistencyIndex : null,
  }
}

interface Chain {
  readonly fromBest: number
  readonly toWorst: number
}

/** The least ξ at which every lower end lies below every upper one. */
function leastDeviation(direct: number, chains: readonly Chain[]): number {
  const found = chains.flatMap((low) => [
    chainAboveDirect(low, direct),
    directAboveChain(direct, low),
    ...chains.map((high) => chainAboveChain(low, high)),
  ])
  return Math.max(0, ...found)
}

/** (a - ξ)(b - ξ) = direct + ξ: the smaller root, as the one that has not passed a or b. */
function chainAboveDirect({ fromBest, toWorst }: Chain, direct: number): number {
  const excess = fromBest * toWorst - direct
  const slope = fromBest + toWorst + 1
  return (2 * excess) / (slope + Math.sqrt(slope * slope - 4 * excess))
}

/** direct - ξ = (a + ξ)(b + ξ): the greater root. */
function directAboveChain(direct: number, { fromBest, toWorst }: Chain): number {
  const excess = direct - fromBest * toWorst
  const slope = fromBest + toWorst + 1
  return (2 * excess) / (slope + Math.sqrt(Math.max(0, slope * slope + 4 * excess)))
}

/** (a - ξ)(b - ξ) = (c + ξ)(d + ξ). */
function chainAboveChain(low: Chain, high: Chain): number {
  const excess = low.fromBest * low.toWorst - high.fromBest * high.toWorst
  return excess / (low.fromBest + low.toWorst + high.fromBest + high.toWorst)
}
