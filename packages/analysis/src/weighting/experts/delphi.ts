import { fault, FaultError, type Fault } from '@plumbline/kernel'
import { kendallW } from '../../audit/agreement/kendall-w.ts'
import { present, type Column } from '../../numeric/column.ts'
import { quantile } from '../../numeric/quantile.ts'
import { checkCount } from '../common/check-columns.ts'
import { expertName, indicatorName, type Names } from '../common/names.ts'
import { toShares } from '../common/shares.ts'

/** When the rounds may end; in the units of the rating scale. */
export interface DelphiRules {
  /** Largest interquartile range of an indicator that counts as agreed. */
  readonly spreadAtMost: number
  /** Distance from the median, and the least share of the experts within it, for an indicator that counts as agreed. */
  readonly within: number
  readonly shareAtLeast: number
  /** Largest move of the median since the last round for an indicator that counts as settled, though not agreed. */
  readonly moveAtMost: number
  /** Most rounds that are held. */
  readonly rounds: number
}

/** One indicator in one round. */
export interface DelphiIndicator {
  /** Experts who rated it. */
  readonly experts: number
  readonly median: number
  readonly q1: number
  readonly q3: number
  /** q3 - q1. */
  readonly spread: number
  /** Share of the experts within the rules' distance from the median. */
  readonly share: number
  /** Median of this round less that of the one before; null in the first. */
  readonly moved: number | null
  readonly status: 'agreed' | 'settled' | 'open'
}

/** One round. */
export interface DelphiRound {
  readonly indicators: readonly DelphiIndicator[]
  /** Kendall's W over the indicators that all have rated, and its p; null with fewer than two experts or indicators. */
  readonly concordance: { readonly w: number; readonly p: number } | null
}

/** All rounds, with the decision and the weights. */
export interface DelphiResult {
  readonly rounds: readonly DelphiRound[]
  /**
   * `agreed`: stop, every indicator is agreed. `settled`: stop, those that are not agreed have stopped moving.
   * `exhausted`: stop, the last round was held. `continue`: ask again.
   */
  readonly decision: 'agreed' | 'settled' | 'exhausted' | 'continue'
  /** Medians of the last round, scaled to sum 1. */
  readonly weights: readonly number[]
}

/** Slack for thresholds such as an IQR of exactly 0.2. */
const ROUNDING = 1e-9

/**
 * Delphi rounds (德尔菲法): experts rate the importance of the indicators, see the medians and quartiles, and rate again
 * until the rules say stop.
 *
 * @param rounds - In order; each one row per expert, one column per indicator, none negative. A missing value is a rating
 *   not given and left out; the panel may change between rounds.
 * @throws FaultError WEIGHTS_NO_ROUNDS, WEIGHTS_NO_EXPERTS, WEIGHTS_NO_INDICATORS - nothing was rated.
 * @throws FaultError WEIGHTS_COUNT_DIFFERS - a row is longer or shorter than the first.
 * @throws FaultError DELPHI_RATING_REFUSED - a rating is negative or infinite, one fault each.
 * @throws FaultError DELPHI_NOT_RATED - an indicator that nobody rated in a round.
 * @throws FaultError DELPHI_RULES_REFUSED - a rule is negative or missing, a share above 1, or no round is allowed.
 * @throws FaultError WEIGHTS_ALL_ZERO - every median of the last round is 0.
 * @see Dalkey and Helmer (1963), doi:10.1287/mnsc.9.3.458; von der Gracht (2012), Consensus measurement in Delphi studies,
 *   doi:10.1016/j.techfore.2012.04.013
 * @example delphi([[[4, 2], [4, 2], [5, 2]]], { spreadAtMost: 1, within: 1, shareAtLeast: 0.8, moveAtMost: 0, rounds: 3 }).decision // 'agreed'
 */
export function delphi(rounds: readonly (readonly Column[])[], rules: DelphiRules, names?: Names): DelphiResult {
  checkRules(rules)
  const indicators = checkRounds(rounds, names)
  const held: DelphiRound[] = []
  for (const ratings of rounds) {
    const before = held.at(-1)
    held.push({
      indicators: Array.from({ length: indicators }, (_, j) =>
        summary(
          ratings.map((row) => row[j] ?? NaN),
          rules,
          before?.indicators[j],
        ),
      ),
      concordance: concordance(ratings),
    })
  }
  const last = held.at(-1)?.indicators ?? []
  return {
    rounds: held,
    decision: decide(last, held.length, rules),
    weights: toShares(last.map(({ median }) => median)),
  }
}

function summary(column: Column, rules: DelphiRules, before: DelphiIndicator | undefined): DelphiIndicator {
  const given = present(column)
  const [q1, median, q3] = [quantile(given, 0.25), quantile(given, 0.5), quantile(given, 0.75)]
  const near = given.filter((value) => Math.abs(value - median) <= rules.within + ROUNDING)
  const share = near.length / given.length
  const moved = before ? median - before.median : null
  const agreed = q3 - q1 <= rules.spreadAtMost + ROUNDING && share >= rules.shareAtLeast - ROUNDING
  const settled = moved !== null && Math.abs(moved) <= rules.moveAtMost + ROUNDING
  const status = agreed ? 'agreed' : settled ? 'settled' : 'open'
  return { experts: given.length, median, q1, q3, spread: q3 - q1, share, moved, status }
}

function concordance(ratings: readonly Column[]): DelphiRound['concordance'] {
  try {
    const { w, p } = kendallW(ratings.map((row, e) => ({ id: String(e + 1), values: Float64Array.from(row) })))
    return { w, p }
  } catch (error) {
    // Too few ratings, or no order in them: W does not exist, the round does.
    if (error instanceof FaultError) return null
    throw error
  }
}

function decide(last: readonly DelphiIndicator[], held: number, rules: DelphiRules): DelphiResult['decision'] {
  if (last.every(({ status }) => status === 'agreed')) return 'agreed'
  if (last.every(({ status }) => status !== 'open')) return 'settled'
  return held >= rules.rounds ? 'exhausted' : 'continue'
}

function checkRules(rules: DelphiRules): void {
  const usable =
    Object.values(rules).every((value: number) => value >= 0) && rules.shareAtLeast <= 1 && rules.rounds >= 1
  if (!usable) throw new FaultError([fault('DELPHI_RULES_REFUSED', { ...rules })])
}

function checkRounds(rounds: readonly (readonly Column[])[], names: Names | undefined): number {
  if (rounds.length === 0) throw new FaultError([fault('WEIGHTS_NO_ROUNDS')])
  if (rounds.some((ratings) => ratings.length === 0)) throw new FaultError([fault('WEIGHTS_NO_EXPERTS')])
  const indicators = rounds[0]?.[0]?.length ?? 0
  if (indicators === 0) throw new FaultError([fault('WEIGHTS_NO_INDICATORS')])
  for (const row of rounds.flat()) checkCount('ratings', row.length, indicators)
  const faults = rounds.flatMap((ratings, r) => roundFaults(ratings, r + 1, names))
  if (faults.length > 0) throw new FaultError(faults)
  return indicators
}

function roundFaults(ratings: readonly Column[], round: number, names: Names | undefined): Fault[] {
  const refused = ratings.flatMap((row, e) =>
    Array.from(row, (value, j) =>
      value < 0 || value === Infinity
        ? [
            fault(
              'DELPHI_RATING_REFUSED',
              { round, expert: expertName(e, names), value: String(value) },
              { id: indicatorName(j, names) },
            ),
          ]
        : [],
    ).flat(),
  )
  const unrated = Array.from(ratings[0] ?? [], (_, j) =>
    ratings.every((row) => Number.isNaN(row[j]))
      ? [fault('DELPHI_NOT_RATED', { round }, { id: indicatorName(j, names) })]
      : [],
  ).flat()
  return [...refused, ...unrated]
}
