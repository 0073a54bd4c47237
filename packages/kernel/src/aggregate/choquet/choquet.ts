import { orderByScore } from '../order.ts'
import { at, type Aggregator, type CountedRow } from '../row.ts'
import { endOfTie } from '../ties.ts'

/** What the children from `from` on in the order of scores are worth together, as a share of all that count. */
export type Worth = (row: CountedRow, from: number) => number

/** One step of the integral: the score rises from the step before to `score`, and so much of it counts. */
export interface ChoquetStep {
  readonly score: number
  readonly worth: number
}

/**
 * Choquet integral: the scores in ascending order, each rise counting with what the children that reach it are worth
 * together. With an additive capacity it is the weighted mean.
 *
 * Share of a child: its score times what the set loses without it (Euler); equals on the grid share by their weights.
 *
 * @example choquet(worthOfSets(Float64Array.of(0, 0.3, 0.5, 1)))(countedRow([40, 90], [0.4, 0.6])) // 65
 * Source: Choquet (1954); Grabisch (1996), doi:10.1016/0377-2217(95)00176-X
 */
export function choquet(worth: Worth): Aggregator {
  return (row: CountedRow): number => {
    let sum = 0
    let from = 0
    let left = 1
    orderByScore(row)
    while (from < row.size) {
      const end = endOfTie(row, from)
      const next = end === row.size ? 0 : worth(row, end)
      let weights = 0
      for (let place = from; place < end; place++) weights += at(row.weight, row.order[place] ?? 0)
      for (let place = from; place < end; place++) {
        const i = row.order[place] ?? 0
        row.share[i] = at(row.score, i) * (left - next) * (at(row.weight, i) / weights)
        sum += at(row.share, i)
      }
      from = end
      left = next
    }
    return sum
  }
}

/** The steps of a row, lowest first. */
export function choquetSteps(row: CountedRow, worth: Worth): readonly ChoquetStep[] {
  const steps: ChoquetStep[] = []
  orderByScore(row)
  for (let from = 0; from < row.size; from = endOfTie(row, from)) {
    steps.push({ score: at(row.score, row.order[from] ?? 0), worth: from === 0 ? 1 : worth(row, from) })
  }
  return steps
}
