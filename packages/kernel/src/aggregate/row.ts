/**
 * The children of one branch that count in one row, side by side. One such row is filled again and again, so that a
 * column of any length is aggregated without allocation.
 */
export interface CountedRow {
  /** How many children count; the arrays are read up to here. */
  size: number
  /** Which of the branch's children stands at each place. */
  readonly child: Int32Array
  /** 0 to 100. */
  readonly score: Float64Array
  /** Effective weights: for a mean they sum to 1; for `deduct` and `bonus` they are points. */
  readonly weight: Float64Array
  /** Written by the method: the points of the branch's score that each child gives; a loss is negative. */
  readonly share: Float64Array
  /** Room for the places in the order of their scores. */
  readonly order: Int32Array
}

/**
 * One way to make a branch's score from its children: reads `score` and `weight`, writes `share`, returns the score,
 * 0 to 100. But for `deduct` the shares add up to the score.
 */
export type Aggregator = (row: CountedRow) => number

/** An empty row with room for so many children. */
export function emptyRow(children: number): CountedRow {
  return {
    size: 0,
    child: new Int32Array(children),
    score: new Float64Array(children),
    weight: new Float64Array(children),
    share: new Float64Array(children),
    order: new Int32Array(children),
  }
}

/**
 * A row of given children, for use of a method by hand.
 *
 * @example arithmetic(countedRow([80, 50], [0.4, 0.6])) // 62
 */
export function countedRow(scores: readonly number[], weights: readonly number[]): CountedRow {
  const row = emptyRow(scores.length)
  row.size = scores.length
  row.child.set(Int32Array.from(scores.keys()))
  row.score.set(scores)
  row.weight.set(weights)
  return row
}

/** Reads past the end of a typed array do not happen below `size`; the type system cannot know. */
export const at = (column: Float64Array, index: number): number => column[index] ?? NaN
