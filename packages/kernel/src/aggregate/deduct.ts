import { at, type Aggregator, type CountedRow } from './row.ts'

/**
 * Deduction from full marks: `full` minus each child's loss, points x (100 - score) / 100, never below 0. The points cap
 * what one child can cost.
 *
 * Share of a child: minus its loss. Where the losses exceed the full marks they are cut in proportion, so that full marks
 * and losses still add up to 0.
 *
 * @param full - Marks to begin with, above 0, at most 100.
 * @example deduct(100)(countedRow([100, 60], [30, 70])) // 72
 * Source: 政府网站与政务新媒体检查指标 (国办秘函〔2019〕19号), 扣分指标.
 */
export function deduct(full: number): Aggregator {
  return (row: CountedRow): number => {
    let losses = 0
    for (let i = 0; i < row.size; i++) {
      const loss = (at(row.weight, i) * (100 - at(row.score, i))) / 100
      row.share[i] = 0 - loss
      losses += loss
    }
    if (losses <= full) return full - losses
    for (let i = 0; i < row.size; i++) row.share[i] = at(row.share, i) * (full / losses)
    return 0
  }
}
