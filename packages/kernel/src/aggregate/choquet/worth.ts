import type { Coalition, Interaction } from '../../framework.ts'
import { at, type CountedRow } from '../row.ts'
import type { Capacity } from './capacity.ts'
import type { Worth } from './choquet.ts'

/**
 * A capacity from its sets, by bits in the order of the children. Sets that are not named are worth 0.
 *
 * @param children - Ids, in tree order.
 * @example capacityOfSets(['a', 'b'], [{ of: ['a'], value: 0.3 }, { of: ['b'], value: 0.5 }]) // [0, 0.3, 0.5, 1]
 */
export function capacityOfSets(children: readonly string[], sets: readonly Coalition[]): Capacity {
  const capacity = new Float64Array(2 ** children.length)
  capacity[capacity.length - 1] = 1
  for (const { of, value } of sets) capacity[setOf(children, of)] = value
  return capacity
}

/**
 * A set of children as bits, the first child the lowest.
 *
 * @example setOf(['a', 'b', 'c'], ['a', 'c']) // 5
 */
export const setOf = (children: readonly string[], ids: readonly string[]): number =>
  ids.reduce((set, id) => set | (1 << children.indexOf(id)), 0)

/**
 * Worth by a whole capacity. Where some children do not count, a set is worth its share of what those that count are
 * worth; where these are worth nothing together, it is the sum of its members' Shapley values.
 *
 * The row's weights are the Shapley values.
 * @example worthOfSets(Float64Array.of(0, 0.3, 0.5, 1))(countedRow([80, 40], [0.5, 0.5]), 0) // 1
 */
export function worthOfSets(capacity: Capacity): Worth {
  return (row, from) => {
    const all = capacity[placesFrom(row, 0)] ?? 0
    if (all > 0) return (capacity[placesFrom(row, from)] ?? 0) / all
    return weightFrom(row, from)
  }
}

/**
 * Worth by weights (Shapley values) and pairwise interactions. Where some children do not count, the others' weights are
 * re-shared as everywhere, and the interactions among them grow alike; those with the absent fall away.
 *
 * @param children - Ids and declared weights, in tree order.
 * @example choquet(worthOfPairs([{ id: 'a', weight: 0.5 }, { id: 'b', weight: 0.5 }], []))(countedRow([80, 40], [0.5, 0.5])) // 60
 */
export function worthOfPairs(
  children: readonly { readonly id: string; readonly weight: number }[],
  interactions: readonly Interaction[],
): Worth {
  const ids = children.map(({ id }) => id)
  const pairs = interactions.map(({ between, value }) => ({ pair: setOf(ids, between), value }))
  return (row, from) => {
    const present = placesFrom(row, 0)
    const set = placesFrom(row, from)
    const grown = at(row.weight, 0) / (children[row.child[0] ?? 0]?.weight ?? NaN)
    let worth = weightFrom(row, from)
    // A set holds half of each interaction twice within itself, and gives it once; half of one that leads outside is lost.
    for (const { pair, value } of pairs) {
      const within = pair & set
      if ((pair & present) === pair && within !== 0 && within !== pair) worth -= (value * grown) / 2
    }
    return worth
  }
}

const weightFrom = (row: CountedRow, from: number): number => {
  let sum = 0
  for (let place = from; place < row.size; place++) sum += at(row.weight, row.order[place] ?? 0)
  return sum
}

function placesFrom(row: CountedRow, from: number): number {
  let set = 0
  for (let place = from; place < row.size; place++) set |= 1 << (row.child[row.order[place] ?? 0] ?? 0)
  return set
}
