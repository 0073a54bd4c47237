import { sum } from '../../numeric/sum.ts'

/**
 * Vigna's weighted tau with additive hyperbolic weights: tau-b in which the pair of units i and j counts
 * 1 / rank(i) + 1 / rank(j), so that an exchange at the top costs most. Mean of the weights by the one and by the other
 * ranking.
 *
 * @param x - Ranks of n units, 1 the best; n at least 2, no missing value.
 * @param y - Likewise.
 * @returns From -1 to 1; null where one of the rankings ties everything.
 * @see Vigna (2015), A weighted correlation index for rankings with ties, doi:10.1145/2736277.2741088; the same as SciPy's
 *   weightedtau of the opposite ranks
 * @example weightedTau([1, 2, 3], [1, 2, 3]) // 1
 */
export function weightedTau(x: readonly number[], y: readonly number[]): number | null {
  const one = oneSided(x, y)
  const other = oneSided(y, x)
  return one === null || other === null ? null : (one + other) / 2
}

function oneSided(x: readonly number[], y: readonly number[]): number | null {
  const at = (values: readonly number[], row: number): number => values[row] ?? NaN
  const order = x.map((_, row) => row).sort((a, b) => at(x, a) - at(x, b) || at(y, a) - at(y, b))
  const balance: number[] = []
  const untiedX: number[] = []
  const untiedY: number[] = []
  order.forEach((i, place) => {
    order.slice(0, place).forEach((j, before) => {
      const weight = 1 / (place + 1) + 1 / (before + 1)
      const a = Math.sign(at(x, i) - at(x, j))
      const b = Math.sign(at(y, i) - at(y, j))
      balance.push(weight * a * b)
      untiedX.push(weight * a * a)
      untiedY.push(weight * b * b)
    })
  })
  const size = Math.sqrt(sum(untiedX) * sum(untiedY))
  return size > 0 ? sum(balance) / size : null
}
