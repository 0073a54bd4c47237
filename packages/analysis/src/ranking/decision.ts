import { competitionRanks, fault, FaultError, type Fault, type Sample } from '@plumbline/kernel'

/** Alternatives to be ranked. */
export interface Decision {
  /** m alternatives by n criteria. NaN is missing; only the methods that say so take it. */
  readonly matrix: readonly (readonly number[])[]
  /** By criterion, not negative, not all 0; brought to a sum of 1. */
  readonly weights: readonly number[]
  /** 1 where more is better, -1 where less is; 1 for all unless told. */
  readonly objectives?: readonly (1 | -1)[]
}

/** Scores and competition ranks (1, 2, 2, 4; equal on the 1e-9 grid is equal), by alternative. */
export interface Ranked {
  readonly score: Float64Array
  readonly rank: Int32Array
}

/** A decision that has been checked: criteria as columns of length m. */
export interface Criteria {
  readonly size: number
  readonly columns: readonly Criterion[]
}

export interface Criterion {
  readonly values: Float64Array
  /** The weights sum to 1. */
  readonly weight: number
  readonly objective: 1 | -1
}

export interface Demands {
  /** Every value above 0. */
  readonly positive?: boolean
  /** Missing values are taken. */
  readonly missing?: boolean
}

/**
 * Checks a decision.
 *
 * @throws FaultError RANKING_TOO_FEW - fewer than two alternatives; RANKING_RAGGED - rows of different length or not one
 * weight and objective a criterion; RANKING_WEIGHTS - a weight below 0 or not finite, or all 0; RANKING_OBJECTIVES - one
 * is neither 1 nor -1; RANKING_VALUE - values that are infinite, missing, or not above 0 where the method divides by them
 * or takes their logarithm.
 */
export function criteriaOf(decision: Decision, demands: Demands = {}): Criteria {
  const faults = faultsOf(decision, demands)
  if (faults.length > 0) throw new FaultError(faults)
  const { matrix, weights, objectives } = decision
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const columns = weights.map((weight, column): Criterion => ({
    values: Float64Array.from(matrix, (row) => row[column] ?? NaN),
    weight: weight / total,
    objective: objectives?.[column] ?? 1,
  }))
  return { size: matrix.length, columns }
}

function faultsOf({ matrix, weights, objectives }: Decision, demands: Demands): readonly Fault[] {
  const n = weights.length
  const ragged = matrix.flatMap((row, index) => (row.length === n ? [] : [index + 1]))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const cells = matrix.flatMap((row, index) =>
    row.flatMap((value, column) => (isUsable(value, demands) ? [] : [`${index + 1}/${column + 1}: ${value}`])),
  )
  return [
    ...(matrix.length < 2 ? [fault('RANKING_TOO_FEW', { rows: matrix.length })] : []),
    ...(ragged.length > 0 || (objectives ?? weights).length !== n
      ? [fault('RANKING_RAGGED', { rows: ragged, criteria: n, objectives: objectives?.length ?? n })]
      : []),
    ...(weights.every((weight) => weight >= 0) && total > 0 && total < Infinity
      ? []
      : [fault('RANKING_WEIGHTS', { weights: weights.map(String) })]),
    ...(objectives?.some((sign: number) => sign !== 1 && sign !== -1)
      ? [fault('RANKING_OBJECTIVES', { objectives })]
      : []),
    ...(cells.length > 0 ? [fault('RANKING_VALUE', { cells })] : []),
  ]
}

function isUsable(value: number, { positive = false, missing = false }: Demands): boolean {
  if (Number.isNaN(value)) return missing
  return Number.isFinite(value) && (!positive || value > 0)
}

/**
 * A decision as the kernel's sample: columns where less is better are turned round; an alternative is measured in the
 * criteria that it has, their weights re-shared. One without any has no value at all and is refused.
 *
 * @param turn - How a column where less is better becomes one where more is; its negative unless told.
 * @throws FaultError as `criteriaOf`; RANKING_NOTHING - an alternative has no value in a criterion with weight.
 */
export function sampleOf(criteria: Criteria, turn: (value: number) => number = (value) => -value): Sample {
  const { size } = criteria
  const columns = criteria.columns.filter(({ weight }) => weight > 0)
  const values = new Float64Array(size * columns.length)
  const weights = new Float64Array(values.length)
  const empty: number[] = []
  for (let row = 0; row < size; row++) {
    const present = columns.reduce((sum, { values: own, weight }) => (Number.isNaN(own[row]) ? sum : sum + weight), 0)
    if (present === 0) empty.push(row + 1)
    for (const [column, { values: own, weight, objective }] of columns.entries()) {
      const value = own[row] ?? NaN
      const place = row * columns.length + column
      values[place] = objective === 1 ? value : turn(value)
      weights[place] = Number.isNaN(value) ? 0 : weight / present
    }
  }
  if (empty.length > 0) throw new FaultError([fault('RANKING_NOTHING', { rows: empty })])
  return {
    rows: size,
    columns: columns.length,
    values,
    weights,
    shares: Float64Array.from(columns, ({ weight }) => weight),
  }
}

/** Scores with their ranks; `lowest` where the lowest score is the best. */
export const ranked = (score: Float64Array, best: 'highest' | 'lowest' = 'highest'): Ranked => ({
  score,
  rank: competitionRanks(best === 'highest' ? score : score.map((value) => -value)),
})

/** A weighted sum over the criteria. */
export function sumOver(criteria: Criteria, of: (criterion: Criterion) => Float64Array): Float64Array {
  const sums = new Float64Array(criteria.size)
  for (const criterion of criteria.columns) {
    for (const [row, value] of of(criterion).entries()) sums[row] = (sums[row] ?? 0) + criterion.weight * value
  }
  return sums
}
