import { snap } from '../numeric/grid.ts'

/**
 * Competition ranks, the highest score first: 1, 2, 2, 4. Equal on the 1e-9 grid is equal.
 *
 * @param scores - Length n; NaN is not ranked.
 * @returns Length n; 0 where not ranked.
 * @example competitionRanks(Float64Array.of(70, 90, 70, NaN, 60)) // [2, 1, 2, 0, 4]
 */
export function competitionRanks(scores: Float64Array): Int32Array {
  const keys = scores.map(snap)
  const ranked = Int32Array.from(keys.keys()).filter((row) => !Number.isNaN(keys[row]))
  ranked.sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0))
  const ranks = new Int32Array(scores.length)
  for (const [place, row] of ranked.entries()) {
    const above = place > 0 ? ranked[place - 1] : undefined
    ranks[row] = above !== undefined && keys[above] === keys[row] ? (ranks[above] ?? 0) : place + 1
  }
  return ranks
}

/**
 * Competition ranks within each group.
 *
 * @param groups - Length n: rows with the same number compete; -1 is not ranked.
 * @returns Length n; 0 where not ranked.
 */
export function ranksWithin(scores: Float64Array, groups: Int32Array): Int32Array {
  const ranks = new Int32Array(scores.length)
  for (const rows of rowsByGroup(groups).values()) {
    const places = competitionRanks(Float64Array.from(rows, (row) => scores[row] ?? NaN))
    for (const [place, row] of rows.entries()) ranks[row] = places[place] ?? 0
  }
  return ranks
}

function rowsByGroup(groups: Int32Array): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>()
  for (const [row, group] of groups.entries()) {
    if (group < 0) continue
    const found = rows.get(group)
    if (found) found.push(row)
    else rows.set(group, [row])
  }
  return rows
}
