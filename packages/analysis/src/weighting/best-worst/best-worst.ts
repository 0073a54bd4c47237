import { compareRatios, exactRatio, toNumber } from '../../numeric/exact-ratio.ts'
import { optimise, pivot, valueOf, type ExactDictionary } from '../../numeric/exact-simplex.ts'
import { sum } from '../../numeric/sum.ts'
import type { Names } from '../common/names.ts'
import { toShares } from '../common/shares.ts'
import { checkJudgements, inputRatio, type BestWorstJudgements } from './judgements.ts'

/** Weights, with how far judgements contradict each other. */
export interface BestWorstWeights {
  /** Length n; sum 1. */
  readonly weights: readonly number[]
  /** The largest deviation, as small as it can be; 0 when the judgements are consistent. */
  readonly xi: number
  /** Whether no other weights reach the same `xi`. */
  readonly unique: boolean
  /** Least and greatest weight of each indicator among all optima; both the weight itself when unique. */
  readonly ranges: readonly { readonly min: number; readonly max: number }[]
  /** max_j |a_Bj a_jW - a_BW| / (a_BW² - a_BW), known before any weights; null where a_BW is 1 and others are not. */
  readonly inputRatio: number | null
}

/**
 * Best-worst method, linear model: min ξ with |w_B - a_Bj w_j| <= ξ, |w_j - a_jW w_W| <= ξ, Σ w = 1, w >= 0.
 *
 * Solved in exact arithmetic: `weights` and `xi` are the optimum to the last bit, and `unique` is known, not guessed.
 * Where it is not unique the weights are the mean of the optima that lie furthest out.
 *
 * @param judgements - Of n indicators, finite, at least 1.
 * @throws FaultError WEIGHTS_NO_INDICATORS, WEIGHTS_COUNT_DIFFERS - no judgements, or lists of different lengths.
 * @throws FaultError BWM_POSITION_REFUSED - `best` or `worst` is no position, or both are the same of several.
 * @throws FaultError BWM_JUDGEMENT_REFUSED - a judgement is below 1, missing or infinite, one fault each.
 * @throws FaultError BWM_SELF_NOT_ONE - the best against itself, or the worst, is not 1.
 * @throws FaultError BWM_PAIR_DIFFERS - best against worst is not the same in both lists.
 * @see Rezaei (2016), Best-worst multi-criteria decision-making method: some properties and a linear model,
 *   doi:10.1016/j.omega.2015.12.001; Liang, Brunelli and Rezaei (2020), doi:10.1016/j.omega.2019.102175
 * @example bestWorstWeights({ best: 0, worst: 2, bestToOthers: [1, 2, 8], othersToWorst: [8, 4, 1] }).xi // 0
 */
export function bestWorstWeights(judgements: BestWorstJudgements, names?: Names): BestWorstWeights {
  checkJudgements(judgements, names)
  const n = judgements.bestToOthers.length
  const weightsOf = (at: ExactDictionary): number[] => judgements.bestToOthers.map((_, j) => toNumber(valueOf(at, j)))
  const optimum = optimise(startingPoint(judgements), n, { towards: 'least' })

  const frozen = costly(optimum, n)
  const ends = judgements.bestToOthers.map((_, j) => ({
    min: optimise(optimum, j, { towards: 'least', frozen }),
    max: optimise(optimum, j, { towards: 'greatest', frozen }),
  }))
  const unique = ends.every(({ min, max }, j) => compareRatios(valueOf(min, j), valueOf(max, j)) === 0)
  const vertices = unique ? [weightsOf(optimum)] : ends.flatMap(({ min, max }) => [weightsOf(min), weightsOf(max)])
  return {
    weights: toShares(judgements.bestToOthers.map((_, j) => sum(vertices.map((vertex) => vertex[j] ?? 0)))),
    xi: toNumber(valueOf(optimum, n)),
    unique,
    ranges: ends.map(({ min, max }, j) => ({ min: toNumber(valueOf(min, j)), max: toNumber(valueOf(max, j)) })),
    inputRatio: inputRatio(judgements),
  }
}

/** Nonbasic variables that would raise ξ above its least value: 0 on the whole face of optima. */
function costly(optimum: ExactDictionary, xi: number): ReadonlySet<number> {
  const own = optimum.rows[optimum.basic.indexOf(xi)]
  return new Set(optimum.nonbasic.filter((variable, j) => (own ? own[j + 1] !== 0n : variable === xi)))
}

/**
 * The program at a feasible vertex. Variables 0 .. n-1 are the weights, n is ξ, the rest are slacks. w_0 = 1 - Σ others is
 * a row from the start; ξ enters at the worst deviation of the weights (1, 0, ..., 0).
 */
function startingPoint({ best, worst, bestToOthers, othersToWorst }: BestWorstJudgements): ExactDictionary {
  const n = bestToOthers.length
  const deviations = bestToOthers.flatMap((_, j) => [
    ...(j === best ? [] : [deviation(n, { j: best, factor: 1 }, { j, factor: bestToOthers[j] ?? NaN })]),
    ...(j === worst || j === best
      ? []
      : [deviation(n, { j, factor: 1 }, { j: worst, factor: othersToWorst[j] ?? NaN })]),
  ])
  const rows = deviations.flatMap(({ coefficients, unit }) =>
    [1n, -1n].map((sign) => {
      const first = sign * (coefficients[0] ?? 0n)
      // sign Σ c_j w_j - unit ξ <= 0, with w_0 = 1 - Σ others put in
      return [-first, ...coefficients.slice(1).map((value) => sign * value - first), -unit]
    }),
  )
  const dictionary: ExactDictionary = {
    rows: [Array.from({ length: n + 1 }, (_, j) => (j < n ? 1n : 0n)), ...rows],
    scale: 1n,
    basic: [0, ...rows.map((_, i) => n + 1 + i)],
    nonbasic: Array.from({ length: n }, (_, j) => j + 1),
  }
  const depth = rows.map((row) => ({ numerator: -(row[0] ?? 0n), denominator: -(row[n] ?? -1n) }))
  const deepest = depth.reduce((most, each, i) => (compareRatios(each, depth[most] ?? each) > 0 ? i : most), 0)
  return (depth[deepest]?.numerator ?? 0n) > 0n ? pivot(dictionary, deepest + 1, n) : dictionary
}

interface Term {
  readonly j: number
  readonly factor: number
}

/** w_a - factor w_b in whole numbers: its coefficients, and the unit that 1 became. */
function deviation(n: number, plus: Term, minus: Term): { readonly coefficients: bigint[]; readonly unit: bigint } {
  const { numerator, denominator } = exactRatio(minus.factor)
  const coefficients = Array.from({ length: n }, () => 0n)
  coefficients[plus.j] = denominator
  coefficients[minus.j] = (coefficients[minus.j] ?? 0n) - numerator
  return { coefficients, unit: denominator }
}
