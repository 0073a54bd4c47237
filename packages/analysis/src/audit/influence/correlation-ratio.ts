import { completePairs } from '../../numeric/pairs.ts'
import type { Column } from '../../numeric/column.ts'
import { isConstant } from '../../numeric/is-constant.ts'
import { mean } from '../../numeric/mean.ts'
import { sum } from '../../numeric/sum.ts'

/**
 * Correlation ratio of y on x: the share of the variance of y between groups of rows with similar x, bias-corrected
 * (epsilon squared). The rows are cut by x into about sqrt(n) groups of equal size, equal values never apart; so any
 * curve counts, not only a line.
 *
 * @param x - Length n; rows in which either value is missing are left out (pairwise).
 * @param y - Length n.
 * @returns From 0 to 1; null below four rows, or where y or x does not vary.
 * @see Kelley (1935), An unbiased correlation ratio measure, doi:10.1073/pnas.21.9.554; used as a first-order sensitivity
 *   index by Paruolo, Saisana and Saltelli (2013)
 * @example correlationRatio([1, 1, 2, 2], [0, 0, 5, 5]) // 1
 */
export function correlationRatio(x: Column, y: Column): number | null {
  const pairs = completePairs(x, y)
  const n = pairs.x.length
  if (n < 4 || isConstant(pairs.x) || isConstant(pairs.y)) return null
  const groups = similarRows(pairs.x).map((rows) => rows.map((row) => pairs.y[row] ?? NaN))
  const between = squares(pairs.y)
  const within = sum(groups.map(squares))
  return Math.max(0, 1 - within / (n - groups.length) / (between / (n - 1)))
}

const squares = (values: readonly number[]): number => {
  const centre = mean(values)
  return sum(values.map((value) => (value - centre) * (value - centre)))
}

/** Row numbers in about sqrt(n) groups of rising x; a group ends only where x changes. */
function similarRows(x: readonly number[]): number[][] {
  const order = x.map((_, row) => row).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0))
  const size = x.length / Math.floor(Math.sqrt(x.length))
  const groups: number[][] = []
  let filled = 0
  order.forEach((row, place) => {
    const last = groups.at(-1)
    const changes = x[row] !== x[order[place - 1] ?? -1]
    if (!last || (changes && place >= Math.round(filled * size))) {
      groups.push([row])
      filled += 1
      while (Math.round(filled * size) <= place) filled += 1
    } else last.push(row)
  })
  return groups
}
