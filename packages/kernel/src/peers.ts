import type { Dataset } from './dataset.ts'

/**
 * Numbers the peer groups of a dataset: same period and same group (rows without a group are peers of each other).
 *
 * @returns Length n: equal numbers are peers, counted from 0.
 */
export function peerGroups({ periods, groups }: Pick<Dataset, 'periods' | 'groups'>): Int32Array {
  const [inPeriod, inGroup] = [numberKeys(periods), numberKeys(groups)]
  const count = inGroup.reduce((most, number) => Math.max(most, number), 0) + 1
  return numberKeys(Float64Array.from(inPeriod, (period, row) => period * count + (inGroup[row] ?? 0)))
}

/** Numbers equal keys alike, from 0 in order of appearance. */
export function numberKeys<T>(keys: Iterable<T> & { readonly length: number }): Int32Array {
  const found = new Map<T, number>()
  const numbers = new Int32Array(keys.length)
  let row = 0
  for (const key of keys) {
    const number = found.get(key) ?? found.size
    if (number === found.size) found.set(key, number)
    numbers[row++] = number
  }
  return numbers
}
