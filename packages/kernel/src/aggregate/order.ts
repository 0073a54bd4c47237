import { at, type CountedRow } from './row.ts'

/**
 * Puts the places of a row in the order of their scores, lowest first; equals keep the order of the children.
 *
 * @returns `row.order`, to be read up to `row.size`.
 * @example orderByScore(countedRow([80, 50, 65], [0, 0, 0])) // [1, 2, 0]
 */
export function orderByScore(row: CountedRow): Int32Array {
  const { order, score, size } = row
  for (let place = 0; place < size; place++) {
    let to = place
    while (to > 0 && at(score, order[to - 1] ?? 0) > at(score, place)) {
      order[to] = order[to - 1] ?? 0
      to--
    }
    order[to] = place
  }
  return order
}
