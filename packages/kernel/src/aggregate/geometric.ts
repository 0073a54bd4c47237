import { exp, ln } from '../numeric/exp-ln.ts'
import { isZero } from '../numeric/grid.ts'
import { at, type CountedRow } from './row.ts'

/**
 * Weighted geometric mean: the product of s^w. A weak child costs more than a strong one gives; a child at 0 gives 0.
 *
 * Share of a child: w times the score (Euler; the score grows by w per cent with one per cent of the child).
 *
 * @example geometric(countedRow([90, 40], [0.5, 0.5])) // 60
 * Source: OECD/JRC (2008) Handbook, step 7; UNDP HDR technical note 1.
 */
export function geometric(row: CountedRow): number {
  let sum = 0
  let zero = false
  for (let i = 0; i < row.size; i++) {
    if (isZero(at(row.score, i))) zero = true
    else sum += at(row.weight, i) * ln(at(row.score, i))
  }
  const mean = zero ? 0 : exp(sum)
  for (let i = 0; i < row.size; i++) row.share[i] = at(row.weight, i) * mean
  return mean
}
