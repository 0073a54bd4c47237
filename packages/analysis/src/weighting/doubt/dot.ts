/** Score of a unit's values under weights. */
export function dot(row: Float64Array, weights: ArrayLike<number>): number {
  let total = 0
  for (let r = 0; r < row.length; r += 1) total += (row[r] ?? 0) * (weights[r] ?? 0)
  return total
}

/**
 * Scores of all units under weights, indicator by indicator: one whose weight is 0 is passed over.
 *
 * @param columns - m columns of n values.
 */
export function scoresOf(columns: readonly Float64Array[], weights: ArrayLike<number>): Float64Array {
  const scores = new Float64Array(columns[0]?.length ?? 0)
  for (const [r, column] of columns.entries()) {
    const weight = weights[r] ?? 0
    if (weight === 0) continue
    for (let unit = 0; unit < scores.length; unit += 1)
      scores[unit] = (scores[unit] ?? 0) + weight * (column[unit] ?? 0)
  }
  return scores
}
