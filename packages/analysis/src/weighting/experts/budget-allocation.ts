import { fault, FaultError, type Fault } from '@plumbline/kernel'
import type { Column } from '../../numeric/column.ts'
import { quantile } from '../../numeric/quantile.ts'
import { sum } from '../../numeric/sum.ts'
import { checkCount } from '../common/check-columns.ts'
import { expertName, indicatorName } from '../common/names.ts'
import { toShares } from '../common/shares.ts'
import { shareOfExperts, type ExpertOptions } from './expert-weights.ts'

/** The budget, and the experts' own weights. */
export interface BudgetOptions extends ExpertOptions {
  /** Points each expert had to give away, 100 for example. When given, every expert's sum is checked against it. */
  readonly budget?: number
}

/** Weights, with the experts' shares. */
export interface BudgetWeights {
  /** Length m; sum 1. */
  readonly weights: readonly number[]
  /** Each expert's points as shares of that expert's own total: experts x m. */
  readonly shares: readonly (readonly number[])[]
  /** Range and quartiles of the experts' shares, one per indicator: the disagreement behind the weight. */
  readonly spread: readonly { readonly min: number; readonly q1: number; readonly q3: number; readonly max: number }[]
}

/** Relative slack for a budget handed out in thirds. */
const ROUNDING = 1e-9

/**
 * Budget allocation: each expert spreads a budget of points over the indicators; w_j is the mean over the experts of
 * their shares, weighted by the experts' own weights where given.
 *
 * @param points - One row per expert, one column per indicator; none negative or missing.
 * @returns Weights of length m, the experts' shares and their spread.
 * @throws FaultError WEIGHTS_NO_EXPERTS, WEIGHTS_NO_INDICATORS - a side of the table is empty.
 * @throws FaultError WEIGHTS_COUNT_DIFFERS - the rows differ in length.
 * @throws FaultError WEIGHTS_POINTS_REFUSED - points are negative, missing or infinite, one fault each.
 * @throws FaultError WEIGHTS_BUDGET_EMPTY - an expert gave no point at all.
 * @throws FaultError WEIGHTS_BUDGET_NOT_MET - an expert's points do not sum to the budget.
 * @throws FaultError the faults of `shareOfExperts`.
 * @see OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6, doi:10.1787/9789264043466-en
 * @example budgetAllocation([[60, 40], [20, 80]], { budget: 100 }).weights // [0.4, 0.6]
 */
export function budgetAllocation(points: readonly Column[], options: BudgetOptions = {}): BudgetWeights {
  const experts = shareOfExperts(points.length, options)
  const indicators = points[0]?.length ?? 0
  if (indicators === 0) throw new FaultError([fault('WEIGHTS_NO_INDICATORS')])
  for (const row of points) checkCount('points', row.length, indicators)
  const faults = points.flatMap((row, expert) => rowFaults(row, expert, options))
  if (faults.length > 0) throw new FaultError(faults)

  const shares = points.map((row) => toShares(Array.from(row)))
  const columns = Array.from({ length: indicators }, (_, j) => shares.map((row) => row[j] ?? 0))
  return {
    weights: toShares(columns.map((column) => sum(column.map((share, e) => share * (experts[e] ?? 0))))),
    shares,
    spread: columns.map((column) => ({
      min: quantile(column, 0),
      q1: quantile(column, 0.25),
      q3: quantile(column, 0.75),
      max: quantile(column, 1),
    })),
  }
}

function rowFaults(row: Column, index: number, { budget, names }: BudgetOptions): Fault[] {
  const expert = expertName(index, names)
  const refused = Array.from(row, (value, j) => {
    const usable = Number.isFinite(value) && value >= 0
    return usable
      ? []
      : [fault('WEIGHTS_POINTS_REFUSED', { expert, value: String(value) }, { id: indicatorName(j, names) })]
  }).flat()
  if (refused.length > 0) return refused
  const total = sum(row)
  if (total === 0) return [fault('WEIGHTS_BUDGET_EMPTY', { expert })]
  if (budget !== undefined && !(Math.abs(total - budget) <= ROUNDING * budget)) {
    return [fault('WEIGHTS_BUDGET_NOT_MET', { expert, found: total, budget })]
  }
  return []
}
