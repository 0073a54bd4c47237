import { fault, FaultError } from '@plumbline/kernel'
import type { Column } from '../../numeric/column.ts'
import { correlationMatrix } from '../../numeric/correlation-matrix.ts'
import { correlation, type CorrelationKind } from '../../numeric/correlation.ts'
import { minimise } from '../../numeric/nelder-mead.ts'
import { leastNormSolution, leastSquaresOnSimplex } from '../../numeric/nonnegative-least-squares.ts'
import { standardDeviation } from '../../numeric/standard-deviation.ts'
import { sum } from '../../numeric/sum.ts'
import { checkColumns, checkCount } from '../common/check-columns.ts'
import { constantColumns, type DataOptions, type DataWeights } from '../common/data-weights.ts'
import { placeOf } from '../common/names.ts'
import { toShares } from '../common/shares.ts'

/** What the weights shall achieve. */
export interface OptimisedOptions extends Omit<DataOptions, 'directions'> {
  /**
   * `balance`: every indicator's correlation with the composite has its target share of their sum. `information`: the sum
   * of those correlations is as large as it can be.
   */
  readonly objective: 'balance' | 'information'
  /** For `balance`: importance wanted of each indicator; scaled to sum 1. Equal when not given. */
  readonly target?: readonly number[]
  readonly correlation?: CorrelationKind
}

/** Weights, with what they achieve. */
export interface OptimisedWeights extends DataWeights {
  /** Of each indicator with the composite under these weights; NaN for a constant indicator. */
  readonly correlations: readonly number[]
  /** The correlations over their sum; 0 for a constant indicator. */
  readonly importances: readonly number[]
  /** For `balance`, the largest |importance - target|: 0 up to rounding where the target is reached. 0 otherwise. */
  readonly gap: number
}

/** A target missed by less is reached. Rank correlations move in steps, so nothing finer is to be had of them. */
const REACHED = { pearson: 1e-12, spearman: 1e-4, kendall: 1e-4 } as const

interface Problem {
  readonly columns: readonly Column[]
  readonly target: readonly number[]
  readonly kind: CorrelationKind
  readonly objective: 'balance' | 'information'
}

/**
 * Weights by what they achieve: nominal weights are not importances, because indicators differ in spread and overlap.
 * These make each indicator's correlation with the weighted mean what it should be, or its sum as large as possible.
 *
 * Pearson without missing values is solved exactly: `information` is w_j ∝ 1 / s_j; `balance` is the linear system R u = t
 * with u_j = s_j w_j, or where that wants a negative weight, the non-negative least squares solution. Otherwise a
 * deterministic search starts from there, and `gap` says how near it came.
 *
 * @param columns - m normalised columns of n units, turned so that more is better. The composite is the weighted mean of
 *   the values a unit has; correlations are pairwise.
 * @returns Weights of length m; constant indicators weigh 0.
 * @throws FaultError WEIGHTS_NOTHING_VARIES - every indicator is constant.
 * @throws FaultError WEIGHTS_BALANCE_IMPOSSIBLE - under no weights do the indicators agree with their composite: their
 *   correlations cancel out.
 * @throws FaultError WEIGHTS_TARGET_REFUSED - a target is negative, missing or infinite, one fault each.
 * @throws FaultError the faults of `checkColumns` (at least 2 values each), WEIGHTS_COUNT_DIFFERS, WEIGHTS_ALL_ZERO.
 * @see Becker, Saisana, Paruolo and Vandecasteele (2017), Weights and importance in composite indicators: closing the gap,
 *   doi:10.1016/j.ecolind.2017.03.056
 * @example correlationOptimisedWeights([[0, 1, 2], [0, 4, 2]], { objective: 'information' }).weights // [2 / 3, 1 / 3]
 */
export function correlationOptimisedWeights(columns: readonly Column[], options: OptimisedOptions): OptimisedWeights {
  checkColumns(columns, { sign: 'any', missing: 'allowed', atLeast: 2, names: options.names })
  const wanted = targetOf(columns, options)
  const constant = constantColumns(columns)
  if (constant.length === columns.length) throw new FaultError([fault('WEIGHTS_NOTHING_VARIES')])

  const varying = columns.flatMap((_, j) => (constant.includes(j) ? [] : [j]))
  const problem: Problem = {
    columns: varying.map((j) => columns[j] ?? []),
    target: toShares(varying.map((j) => wanted[j] ?? 0)),
    kind: options.correlation ?? 'pearson',
    objective: options.objective,
  }
  const found = search(problem, exactPearson(problem))
  const reached = correlationsWith(problem, found)
  const total = sum(reached)
  if (!(total > 1e-9)) throw new FaultError([fault('WEIGHTS_BALANCE_IMPOSSIBLE')])
  const spread = (values: readonly number[], none: number): number[] =>
    columns.map((_, j) => (constant.includes(j) ? none : (values[varying.indexOf(j)] ?? NaN)))
  const importances = reached.map((r) => r / total)
  return {
    weights: spread(found, 0),
    constant,
    correlations: spread(reached, NaN),
    importances: spread(importances, 0),
    gap:
      options.objective === 'balance'
        ? Math.max(...importances.map((share, j) => Math.abs(share - (problem.target[j] ?? NaN))))
        : 0,
  }
}

function targetOf(columns: readonly Column[], { target, names }: OptimisedOptions): readonly number[] {
  const wanted = target ?? columns.map(() => 1)
  checkCount('target', wanted.length, columns.length)
  const faults = wanted.flatMap((value, j) =>
    value >= 0 && value < Infinity
      ? []
      : [fault('WEIGHTS_TARGET_REFUSED', { value: String(value) }, placeOf(names, j))],
  )
  if (faults.length > 0) throw new FaultError(faults)
  return wanted
}

/** The optimum for Pearson without missing values; a starting point for the rest. */
function exactPearson({ columns, target, objective }: Problem): number[] {
  const deviations = columns.map(standardDeviation)
  if (objective === 'information') return toShares(deviations.map((value) => 1 / value))
  const r = correlationMatrix(columns, 'pearson').map((row) => row.map((value) => (Number.isNaN(value) ? 0 : value)))
  const solution = leastNormSolution(r, target)
  const missed = r.map((row, j) => sum(row.map((value, k) => value * (solution[k] ?? NaN))) - (target[j] ?? NaN))
  const exact = solution.every((value) => value >= -1e-12) && missed.every((value) => Math.abs(value) < 1e-10)
  const importance = exact
    ? solution
    : leastSquaresOnSimplex(
        r,
        target,
        r.map((row) => sum(row)),
      )
  if (!importance) throw new FaultError([fault('WEIGHTS_BALANCE_IMPOSSIBLE')])
  // What is left of a weight of 0 after rounding is no weight.
  const least = 1e-12 * Math.max(...importance)
  return toShares(importance.map((value, j) => (value > least ? value / (deviations[j] ?? NaN) : 0)))
}

function search(problem: Problem, start: readonly number[]): readonly number[] {
  const complete = problem.columns.every((column) => column.every((value: number) => !Number.isNaN(value)))
  if ((problem.kind === 'pearson' && complete) || start.length === 1) return start
  const enough = problem.objective === 'balance' ? square(REACHED[problem.kind]) : -Infinity
  const found = minimise((point) => loss(problem, clipped(point)), start, enough)
  return clipped(found.point) ?? start
}

/** Negative entries to 0, then to sum 1; undefined where nothing is left. */
function clipped(point: readonly number[]): number[] | undefined {
  const kept = point.map((value) => Math.max(0, value))
  return kept.some((value) => value > 0) ? toShares(kept) : undefined
}

function loss(problem: Problem, weights: readonly number[] | undefined): number {
  if (!weights) return Infinity
  const reached = correlationsWith(problem, weights)
  const total = sum(reached)
  if (problem.objective === 'information') return -total
  if (!(total > 0)) return Infinity
  return sum(reached.map((r, j) => square(r / total - (problem.target[j] ?? NaN))))
}

const square = (value: number): number => value * value

function correlationsWith({ columns, kind }: Problem, weights: readonly number[]): number[] {
  const units = columns[0]?.length ?? 0
  const sums = new Float64Array(units)
  const totals = new Float64Array(units)
  columns.forEach((column, j) => {
    const weight = weights[j] ?? 0
    for (let unit = 0; unit < units; unit += 1) {
      const value = column[unit] ?? NaN
      if (Number.isNaN(value)) continue
      sums[unit] = (sums[unit] ?? 0) + weight * value
      totals[unit] = (totals[unit] ?? 0) + weight
    }
  })
  const composite = sums.map((value, unit) => (totals[unit] ? value / (totals[unit] ?? NaN) : NaN))
  return columns.map((column) => correlation(column, composite, kind))
}
