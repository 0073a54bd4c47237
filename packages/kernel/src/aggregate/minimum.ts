import { snap } from '../numeric/grid.ts'
import { at, type CountedRow } from './row.ts'

/**
 * The weakest child; weights are not read. All of the score is the weakest child's share, split evenly among equals.
 *
 * @example minimum(countedRow([80, 50, 65], [0, 0, 0])) // 50
 */
export function minimum(row: CountedRow): number {
  let lowest = at(row.score, 0)
  for (let i = 1; i < row.size; i++) lowest = Math.min(lowest, at(row.score, i))
  let ties = 0
  for (let i = 0; i < row.size; i++) if (snap(at(row.score, i)) === snap(lowest)) ties++
  for (let i = 0; i < row.size; i++) row.share[i] = snap(at(row.score, i)) === snap(lowest) ? lowest / ties : 0
  return lowest
}
