import { fault } from '@plumbline/kernel'
import { completeRows, directedColumns, refuse, type NamedColumn } from '../named-column.ts'

/**
 * Ratings of two and more raters, on the rows that all have rated.
 *
 * @param raters - One column a rater, each of length n (what is rated); NaN where a rater gave none.
 * @returns `rows` from 0: those that stay.
 * @throws FaultError RATERS_TOO_FEW - fewer than two raters.
 * @throws FaultError ROWS_TOO_FEW - fewer than two rows that all have rated.
 * @throws FaultError COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 */
export function completeRatings(raters: readonly NamedColumn[]): {
  readonly columns: readonly NamedColumn[]
  readonly rows: readonly number[]
} {
  return completeRows(checkedRaters(raters), 2)
}

/** Raters with columns of one length and finite ratings; at least two. */
export function checkedRaters(raters: readonly NamedColumn[]): readonly NamedColumn[] {
  if (raters.length < 2) refuse([fault('RATERS_TOO_FEW', { given: raters.length, least: 2 })])
  return directedColumns(raters, 2)
}
