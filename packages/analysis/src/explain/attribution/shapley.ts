import { fault, FaultError, snap } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'

/** Most players whose coalitions are all evaluated: 2^12 = 4096. */
export const MOST_PLAYERS = 12

/**
 * Exact Shapley shares: what each player adds on average over all orders of joining.
 *
 * @param players - k, from 0 to `MOST_PLAYERS`.
 * @param worth - What a coalition brings, for each of n rows; bit i of `members` says whether player i is in. Called once
 * for each of the 2^k coalitions.
 * @returns k columns of length n. In every row they add up to worth(all) - worth(none) on the 1e-9 grid.
 * @throws FaultError PLAYERS_TOO_MANY.
 * @example shapley(2, (members) => Float64Array.of(members === 3 ? 10 : 0)) // [Float64Array.of(5), Float64Array.of(5)]
 * Source: Shapley (1953) A value for n-person games, doi:10.1515/9781400881970-018.
 */
export function shapley(players: number, worth: (members: number) => Float64Array): readonly Float64Array[] {
  if (players > MOST_PLAYERS) throw new FaultError([fault('PLAYERS_TOO_MANY', { players, most: MOST_PLAYERS })])
  const worths = Array.from({ length: 2 ** players }, (_, members) => worth(members))
  const none = worths[0] ?? new Float64Array()
  const all = worths.at(-1) ?? none
  const orders = ordersBySize(players)
  const shares = Array.from({ length: players }, (_, player) =>
    none.map((_value, row) => shareOf(worths, orders, { player, row })),
  )
  return settle(
    shares,
    all.map((worthOfAll, row) => worthOfAll - (none[row] ?? 0)),
  )
}

/** By the size s of a coalition without the player: the share of orders in which exactly those come first, s!(k-1-s)!/k!. */
function ordersBySize(players: number): readonly number[] {
  const orders = [1 / players]
  for (let size = 1; size < players; size++) orders.push(((orders[size - 1] ?? 0) * size) / (players - size))
  return orders
}

function shareOf(
  worths: readonly Float64Array[],
  orders: readonly number[],
  { player, row }: { readonly player: number; readonly row: number },
): number {
  const bit = 1 << player
  const terms: number[] = []
  for (let members = 0; members < worths.length; members++) {
    if (members & bit) continue
    const added = (worths[members | bit]?.[row] ?? NaN) - (worths[members]?.[row] ?? NaN)
    terms.push((orders[sizeOf(members)] ?? 0) * added)
  }
  return sum(terms)
}

function sizeOf(members: number): number {
  let size = 0
  for (let rest = members; rest > 0; rest >>= 1) size += rest & 1
  return size
}

/** Puts the shares on the grid; what rounding leaves over goes to the largest, where it weighs least. */
function settle(shares: readonly Float64Array[], totals: Float64Array): readonly Float64Array[] {
  const settled = shares.map((share) => share.map(snap))
  for (const [row, total] of totals.entries()) {
    const rest = snap(total - sum(settled.map((share) => share[row] ?? 0)))
    if (rest === 0 || Number.isNaN(rest)) continue
    const sizes = settled.map((share) => Math.abs(share[row] ?? 0))
    const largest = settled[sizes.indexOf(Math.max(...sizes))]
    if (largest) largest[row] = snap((largest[row] ?? 0) + rest)
  }
  return settled
}
