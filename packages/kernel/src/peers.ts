import type { Dataset } from './dataset.ts'

/**
 * Numbers the peer groups of a dataset: same period and same group (rows without a group are peers of each other).
 *
 * @returns Length n: equal numbers are peers.
 */
export function peerGroups({ periods, groups }: Pick<Dataset, 'periods' | 'groups'>): Int32Array {
  return numberKeys(periods.map((period, row) => `${period}\n${groups[row] === null ? '' : `=${groups[row]}`}`))
}

/** Numbers equal keys alike, in order of appearance. */
export function numberKeys(keys: readonly string[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(keys, (key) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}
