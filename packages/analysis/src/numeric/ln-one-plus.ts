import { ln } from './elementary.ts'

/**
 * ln(1 + x) without losing the digits of a small x.
 *
 * @param x - Above -1.
 * @example lnOnePlus(1e-20) // 1e-20
 */
export function lnOnePlus(x: number): number {
  const sum = 1 + x
  return sum === 1 ? x : (ln(sum) * x) / (sum - 1)
}
