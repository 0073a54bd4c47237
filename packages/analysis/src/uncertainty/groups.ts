import type { UncertaintyModel } from './model.ts'
import { nominalOrder } from './pairs.ts'

/** From this share on an order is taken as settled. */
const SETTLED = 0.95

/** Neighbours of the nominal ranking, best first, whose order is not settled from one to the next. */
export interface UnitGroup {
  readonly period: string
  readonly rows: readonly number[]
}

interface Order {
  readonly first: number
  readonly second: number
  readonly firstBefore: number
}

/**
 * Cuts the nominal ranking where a unit is before the next in at least 95 % of the draws.
 *
 * @param pairs - With every pair of neighbours.
 * @returns All ranked rows, each in one group; a group of one is told apart from both sides.
 */
export function groupsOf({ dataset, nominal }: UncertaintyModel, pairs: readonly Order[]): readonly UnitGroup[] {
  const order = new Map(pairs.map(({ first, second, firstBefore }) => [`${first} ${second}`, firstBefore]))
  return nominalOrder(nominal, dataset).flatMap((ranked) => {
    const groups: number[][] = []
    for (const [place, row] of ranked.entries()) {
      const isSettled = (order.get(`${ranked[place - 1]} ${row}`) ?? 1) >= SETTLED
      if (isSettled) groups.push([row])
      else groups.at(-1)?.push(row)
    }
    return groups.map((rows) => ({ period: dataset.periods[rows[0] ?? 0] ?? '', rows }))
  })
}
