import { snap } from '../numeric/grid.ts'
import { at, type Aggregator, type CountedRow } from './row.ts'

/**
 * Bonus above a floor: the first child is the base; once it scores more than `above`, each other child adds points x
 * score / 100. The sum is held at `max`.
 *
 * Share of a child: what it gives, cut in proportion where the sum is held. Below the floor a bonus has weight 0.
 *
 * @param above - The base must be above it, on the 1e-9 grid.
 * @example bonus(80, 100)(countedRow([90, 50], [1, 10])) // 95
 * Source: 政府网站与政务新媒体检查指标 (国办秘函〔2019〕19号), 加分指标.
 */
export function bonus(above: number, max: number): Aggregator {
  return (row: CountedRow): number => {
    const base = at(row.score, 0)
    const open = snap(base) > snap(above)
    row.share[0] = base
    let sum = base
    for (let i = 1; i < row.size; i++) {
      if (!open) row.weight[i] = 0
      const points = (at(row.weight, i) * at(row.score, i)) / 100
      row.share[i] = points
      sum += points
    }
    if (sum <= max) return sum
    for (let i = 0; i < row.size; i++) row.share[i] = at(row.share, i) * (max / sum)
    return max
  }
}
