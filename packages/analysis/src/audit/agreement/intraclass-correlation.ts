import { fault } from '@plumbline/kernel'
import { isConstant } from '../../numeric/is-constant.ts'
import { mean } from '../../numeric/mean.ts'
import { sum } from '../../numeric/sum.ts'
import { fUpper } from '../../numeric/tails.ts'
import { refuse, type NamedColumn } from '../named-column.ts'
import { completeRatings } from './ratings.ts'

/**
 * Which raters (1: others for each thing; 2: the same, drawn from many; 3: these and no others), and whether of one rating
 * or, with `k`, of the mean of all of them.
 */
export type IntraclassForm = '1' | '2' | '3' | '1k' | '2k' | '3k'

/** One form of the intraclass correlation. */
export interface Intraclass {
  readonly form: IntraclassForm
  /** 1: full agreement. May be below 0. Null where the variance it would divide by is estimated as 0 or less. */
  readonly icc: number | null
  /** F test that nothing but chance sets the things apart. Infinite F where the raters differ in nothing. */
  readonly f: number
  readonly df: { readonly numerator: number; readonly denominator: number }
  readonly p: number
}

/** All six forms, with the mean squares behind them. */
export interface IntraclassCorrelations {
  /** In the order 1, 2, 3, 1k, 2k, 3k. */
  readonly forms: readonly Intraclass[]
  /** Mean squares between things, within things, between raters, and of the rest. */
  readonly meanSquares: {
    readonly between: number
    readonly within: number
    readonly raters: number
    readonly residual: number
  }
  readonly raters: number
  readonly rated: number
}

/**
 * The six intraclass correlations of Shrout and Fleiss: how much of the differences in ratings lies in what is rated and
 * not in who rates. Forms 1 and 2 count a rater's general strictness as disagreement, form 3 does not.
 *
 * @param raters - k columns, one a rater, each of length n (what is rated). Whatever one rater has not rated is left out;
 *   `rated` counts the rest.
 * @throws FaultError RATERS_TOO_FEW - fewer than two raters.
 * @throws FaultError ROWS_TOO_FEW - fewer than two things that all have rated.
 * @throws FaultError RATINGS_ALL_EQUAL - all ratings are the same.
 * @throws FaultError COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @see Shrout and Fleiss (1979), Intraclass correlations: uses in assessing rater reliability,
 *   doi:10.1037/0033-2909.86.2.420
 * @example
 * const a = { id: 'a', values: Float64Array.of(1, 2, 3) }
 * const b = { id: 'b', values: Float64Array.of(2, 3, 4) }
 * intraclassCorrelations([a, b]).forms.find(({ form }) => form === '3')?.icc // 1
 */
export function intraclassCorrelations(raters: readonly NamedColumn[]): IntraclassCorrelations {
  const { columns, rows } = completeRatings(raters)
  const [k, n] = [columns.length, rows.length]
  const ratings = rows.map((_, thing) => columns.map(({ values }) => values[thing] ?? NaN))
  if (isConstant(ratings.flat())) refuse([fault('RATINGS_ALL_EQUAL', { rating: ratings[0]?.[0] ?? null })])
  const meanSquares = analyseVariance(ratings)
  const { between, within, raters: rater, residual } = meanSquares
  const one = { f: between / within, df: { numerator: n - 1, denominator: n * (k - 1) } }
  const two = { f: between / residual, df: { numerator: n - 1, denominator: (n - 1) * (k - 1) } }
  const form = (name: IntraclassForm, [agreed, all]: readonly [number, number], test: typeof one): Intraclass => ({
    form: name,
    icc: all > 0 ? agreed / all : null,
    ...test,
    f: Number.isNaN(test.f) ? 0 : test.f,
    p: Number.isNaN(test.f) ? 1 : fUpper(test.f, test.df),
  })
  return {
    forms: [
      form('1', [between - within, between + (k - 1) * within], one),
      form('2', [between - residual, between + (k - 1) * residual + (k * (rater - residual)) / n], two),
      form('3', [between - residual, between + (k - 1) * residual], two),
      form('1k', [between - within, between], one),
      form('2k', [between - residual, between + (rater - residual) / n], two),
      form('3k', [between - residual, between], two),
    ],
    meanSquares,
    raters: k,
    rated: n,
  }
}

/** Two-way analysis of variance without replication; what is only rounding noise is 0. */
function analyseVariance(ratings: readonly (readonly number[])[]): IntraclassCorrelations['meanSquares'] {
  const [n, k] = [ratings.length, ratings[0]?.length ?? 0]
  const centre = mean(ratings.flat())
  const ofThings = ratings.map((row) => mean(row) - centre)
  const ofRaters = Array.from({ length: k }, (_, rater) => mean(ratings.map((row) => row[rater] ?? NaN)) - centre)
  const squares = (values: readonly number[]): number => sum(values.map((value) => value * value))
  const largest = ratings.flat().reduce((most, rating) => Math.max(most, Math.abs(rating)), 0)
  const noise = n * k * largest * LAST_BITS * (largest * LAST_BITS)
  const clean = (value: number): number => (value < noise ? 0 : value)
  const residual = squares(
    ratings.flatMap((row, thing) =>
      row.map((rating, rater) => rating - centre - (ofThings[thing] ?? NaN) - (ofRaters[rater] ?? NaN)),
    ),
  )
  const within = squares(
    ratings.flatMap((row, thing) => row.map((rating) => rating - centre - (ofThings[thing] ?? NaN))),
  )
  return {
    between: clean(k * squares(ofThings)) / (n - 1),
    within: clean(within) / (n * (k - 1)),
    raters: clean(n * squares(ofRaters)) / (k - 1),
    residual: clean(residual) / ((n - 1) * (k - 1)),
  }
}

/** Rounding of a mean and two differences, on the largest rating. */
const LAST_BITS = 2 ** -49
