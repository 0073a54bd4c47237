import { fault, FaultError, type Dataset, type Result } from '@plumbline/kernel'

/** Two rows of one period. */
export interface RowPair {
  readonly first: number
  readonly second: number
}

/** Ranked rows of each period in nominal order; equal ranks in row order. */
export function nominalOrder({ rank }: Result, { periods }: Dataset): readonly (readonly number[])[] {
  const ranked = [...rank.keys()].filter((row) => rank[row] !== 0)
  const byPeriod = Map.groupBy(ranked, (row) => periods[row] ?? '')
  return [...byPeriod.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, rows]) => rows.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0)))
}

/** Each ranked row with the next of its period. */
export const neighbours = (order: readonly (readonly number[])[]): readonly RowPair[] =>
  order.flatMap((rows) => rows.slice(1).map((second, place) => ({ first: rows[place] ?? 0, second })))

/**
 * The rows of named pairs, in every period in which both are assessed.
 *
 * @throws FaultError with UNCERTAINTY_UNKNOWN_UNIT for each unit that is not in the data.
 */
export function namedPairs(
  { units, periods }: Dataset,
  pairs: readonly (readonly [string, string])[],
): readonly RowPair[] {
  const rows = Map.groupBy(units.keys(), (row) => units[row] ?? '')
  const unknown = new Set(pairs.flat().filter((unit) => !rows.has(unit)))
  if (unknown.size > 0)
    throw new FaultError([...unknown].map((unit) => fault('UNCERTAINTY_UNKNOWN_UNIT', {}, { unit })))
  return pairs.flatMap(([a, b]) =>
    (rows.get(a) ?? []).flatMap((first) =>
      (rows.get(b) ?? []).filter((second) => periods[first] === periods[second]).map((second) => ({ first, second })),
    ),
  )
}
