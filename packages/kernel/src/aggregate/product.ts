import { at, type CountedRow } from './row.ts'

/**
 * Product of factors: 100 x product of (score / 100). A factor at 0 gives 0; a system that nobody uses scores nothing.
 *
 * Share of a child: the score in equal parts (Euler; every factor is raised to the same power).
 *
 * @example product(countedRow([80, 50, 90], [0, 0, 0])) // 36
 * Source: 电子病历系统应用水平分级评价标准 (2018): 功能评分 x 实际应用 x 数据质量.
 */
export function product(row: CountedRow): number {
  let score = 100
  for (let i = 0; i < row.size; i++) score *= at(row.score, i) / 100
  row.share.fill(score / row.size, 0, row.size)
  return score
}
