import { criteriaOf, ranked, type Criteria, type Decision, type Ranked } from './decision.ts'
import { extremes, linear, unitVector } from './normal.ts'

/** Weighted columns of a decision. */
const weighted = (
  { columns }: Criteria,
  of: (criterion: Criteria['columns'][number]) => Float64Array,
): readonly Float64Array[] => columns.map((criterion) => of(criterion).map((value) => value * criterion.weight))

const lengthOf = (gaps: readonly number[]): number => Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0))

/**
 * CODAS: Euclidean distance from the worst of every criterion, and taxicab distance where two are nearly equal in it.
 *
 * @param threshold - From which difference of Euclidean distances on the taxicab distance counts too.
 * @throws FaultError as `criteriaOf`; values above 0.
 * @example rankByCodas({ matrix: [[1], [2]], weights: [1] }).rank // [2, 1]
 * @see Keshavarz Ghorabaee et al. (2016), Economic Computation and Economic Cybernetics 50(3)
 */
export function rankByCodas(decision: Decision, threshold = 0.02): Ranked {
  const criteria = criteriaOf(decision, { positive: true })
  const gaps = weighted(criteria, linear).map((column) => {
    const { low } = extremes(column)
    return column.map((value) => value - low)
  })
  const rows = Array.from({ length: criteria.size }, (_, row) => gaps.map((column) => column[row] ?? NaN))
  const euclidean = rows.map(lengthOf)
  const taxicab = rows.map((row) => row.reduce((sum, gap) => sum + gap, 0))
  const score = euclidean.map((own, row) =>
    euclidean.reduce((sum, other, place) => {
      const lead = own - other
      const second = Math.abs(lead) >= threshold ? (taxicab[row] ?? NaN) - (taxicab[place] ?? NaN) : 0
      return sum + lead + second
    }, 0),
  )
  return ranked(Float64Array.from(score))
}

/**
 * PROBID: distances from every tier of ideals, from the best of all columns down to the worst, and from the mean. Since
 * being far from the mean counts for it on either side, the worst may pass one that is middling.
 *
 * @throws FaultError as `criteriaOf`.
 * @example rankByProbid({ matrix: [[1], [2], [4]], weights: [1] }).rank // [2, 3, 1]
 * @see Wang et al. (2021), doi:10.1016/j.compchemeng.2021.107513
 */
export function rankByProbid(decision: Decision): Ranked {
  const criteria = criteriaOf(decision)
  const { size } = criteria
  const columns = weighted(criteria, unitVector)
  const tiers = columns.map((column, place) => {
    const sorted = column.toSorted()
    return criteria.columns[place]?.objective === 1 ? sorted.reverse() : sorted
  })
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / size)
  const score = Array.from({ length: size }, (_, row) => {
    const from = (point: (column: number) => number): number =>
      lengthOf(columns.map((column, place) => (column[row] ?? NaN) - point(place)))
    const tier = (index: number): number => from((column) => tiers[column]?.[index] ?? NaN)
    const middle = Math.ceil(size / 2) - 1 // the middle tier counts on both sides, of an even number the upper one
    let [best, worst] = [0, 0]
    for (let index = 0; index < size; index++) {
      if (index <= middle) best += tier(index) / (index + 1)
      if (index >= middle) worst += tier(index) / (size - index)
    }
    const ratio = worst === 0 ? 1 : best / worst // nobody differs
    return 1 / (1 + ratio * ratio) + from((column) => means[column] ?? NaN)
  })
  return ranked(Float64Array.from(score))
}
