import type { Column } from '../dataset.ts'
import type { NormaliseSpec } from '../framework.ts'

export type ExpertSpec = Extract<NormaliseSpec, { method: 'expert' }>

/** What a panel's ratings of one row come to. */
export interface PanelReading {
  /** On the rating scale; NaN where there are fewer ratings than the panel needs. */
  readonly value: number
  /** Sample standard deviation (n - 1) of the ratings, on the rating scale; NaN for fewer than two. */
  readonly dispersion: number
  readonly tooFew: boolean
}

/**
 * Reads a panel's ratings of one row.
 *
 * @param ratings - In any order, on the rating scale.
 * @example readPanel([60, 70, 80, 90, 10], { ...spec, aggregate: 'trimmed-mean', ratersMin: 5 }).value // 70
 */
export function readPanel(ratings: readonly number[], { aggregate, ratersMin }: ExpertSpec): PanelReading {
  const sorted = ratings.toSorted((a, b) => a - b)
  const tooFew = sorted.length < ratersMin
  return {
    value: tooFew
      ? NaN
      : aggregate === 'median'
        ? median(sorted)
        : mean(aggregate === 'mean' ? sorted : sorted.slice(1, -1)),
    dispersion: deviation(sorted),
    tooFew,
  }
}

/**
 * The panel's result for every row: a row with single ratings has them read, any other keeps its value.
 *
 * @returns Length n, on the rating scale; NaN where missing.
 */
export function panelResults(column: Column, spec: ExpertSpec): Float64Array {
  const results = Float64Array.from(column.values)
  for (const [row, ratings] of column.ratings ?? []) {
    if (ratings.length > 0) results[row] = readPanel(ratings, spec).value
  }
  return results
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length

function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  return mean(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1))
}

function deviation(values: readonly number[]): number {
  const centre = mean(values)
  return Math.sqrt(sum(values.map((value) => (value - centre) * (value - centre))) / (values.length - 1))
}
