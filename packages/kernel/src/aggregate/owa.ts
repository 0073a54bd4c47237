import { orderByScore } from './order.ts'
import { at, type Aggregator, type CountedRow } from './row.ts'
import { endOfTie } from './ties.ts'

/**
 * Ordered weighted average: weights belong to places, the best child's first. [1, 0, 0] is the maximum, [0, 0, 1] the
 * minimum, equal weights the plain mean. Where fewer children count, the weights are stretched over them: as a curve of
 * the weight given to the best share of the children, read at k instead of n steps (Yager's quantifier).
 *
 * Share of a child: the weight of its place times its score; equals on the grid have equal weights. The row's weights
 * become those of the places.
 *
 * @param weights - One for each child of the branch, best place first; sum 1.
 * @example owa([0.2, 0.3, 0.5])(countedRow([80, 50, 65], [0, 0, 0])) // 60.5
 * Source: Yager (1988), doi:10.1109/21.87068
 */
export function owa(weights: readonly number[]): Aggregator {
  const reached = [0]
  for (const weight of weights) reached.push((reached.at(-1) ?? 0) + weight)
  const total = reached.at(-1) ?? 1
  return (row: CountedRow): number => {
    orderByScore(row)
    const { size } = row
    let sum = 0
    for (let from = 0; from < size;) {
      const end = endOfTie(row, from)
      const weight = (curve(reached, size - from, size) - curve(reached, size - end, size)) / (end - from) / total
      for (let place = from; place < end; place++) {
        const i = row.order[place] ?? 0
        row.weight[i] = weight
        row.share[i] = weight * at(row.score, i)
        sum += at(row.share, i)
      }
      from = end
    }
    return sum
  }
}

/** Weight of the best `places` of `size`, read from a curve over other steps; straight between its points. */
function curve(reached: readonly number[], places: number, size: number): number {
  const exact = (places * (reached.length - 1)) / size
  const low = Math.floor(exact)
  const before = reached[low] ?? 0
  return before + (exact - low) * ((reached[low + 1] ?? before) - before)
}
