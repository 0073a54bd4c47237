/** Score of a unit's values under weights. */
export function dot(row: Float64Array, weights: ArrayLike<number>): number {
  let total = 0
  for (let r = 0; r < row.length; r += 1) total += (row[r] ?? 0) * (weights[r] ?? 0)
  return total
}
