import { Blank } from '../dataset.ts'

/** By `Blank`: what says most about what is still to be done comes last. */
const RANK = [0, 4, 1, 3, 2]

/**
 * The blank of a value that needs several: unanswered before not available before withheld before not applicable. So a
 * result is not applicable only where nothing but that is missing; an open question stays an open question.
 *
 * @example heavier(Blank.notApplicable, Blank.unanswered) // 1
 */
export function heavier(a: Blank, b: Blank): Blank {
  return (RANK[a] ?? 0) >= (RANK[b] ?? 0) ? a : b
}

const BLANKS: readonly Blank[] = [Blank.none, Blank.unanswered, Blank.notApplicable, Blank.notAvailable, Blank.withheld]

/** A cell's blank as stored in a column. */
export const blankAt = (blanks: Uint8Array, row: number): Blank => BLANKS[blanks[row] ?? 0] ?? Blank.none
