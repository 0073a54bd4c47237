import { fault, FaultError } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'
import type { Names } from '../common/names.ts'
import { toShares } from '../common/shares.ts'
import { checkJudgements, type BestWorstJudgements } from './judgements.ts'

/** Weights without a program, with what the two lists say each for itself. */
export interface SimplifiedBestWorstWeights {
  /** Length n; sum 1. */
  readonly weights: readonly number[]
  /** From the best against the others alone: 1 / a_Bj over their sum. */
  readonly fromBest: readonly number[]
  /** From the others against the worst alone: a_jW over their sum. */
  readonly fromWorst: readonly number[]
  /** Σ |fromBest - fromWorst|, from 0 (consistent) to below 2. */
  readonly gap: number
}

/**
 * Simplified best-worst method: the weights of both lists, mixed. No program is solved and the result is always one; where
 * the judgements are consistent it is that of the other models.
 *
 * @param share - Of the weights from the best in the mixture, 0 to 1.
 * @throws FaultError the faults of `bestWorstWeights`; BWM_SHARE_REFUSED - `share` is not within 0 to 1.
 * @see Rezaei (2015), Best-worst multi-criteria decision-making method, doi:10.1016/j.omega.2014.11.009, for the lists
 * @example simplifiedBestWorstWeights({ best: 0, worst: 1, bestToOthers: [1, 3], othersToWorst: [3, 1] }).gap // 0
 */
export function simplifiedBestWorstWeights(
  judgements: BestWorstJudgements,
  { share = 0.5, names }: { readonly share?: number; readonly names?: Names } = {},
): SimplifiedBestWorstWeights {
  checkJudgements(judgements, names)
  if (!(share >= 0 && share <= 1)) throw new FaultError([fault('BWM_SHARE_REFUSED', { share: String(share) })])
  const fromBest = toShares(judgements.bestToOthers.map((value) => 1 / value))
  const fromWorst = toShares(judgements.othersToWorst)
  const mixed = fromBest.map((value, j) => share * value + (1 - share) * (fromWorst[j] ?? 0))
  return {
    weights: toShares(mixed),
    fromBest,
    fromWorst,
    gap: sum(fromBest.map((value, j) => Math.abs(value - (fromWorst[j] ?? 0)))),
  }
}
