import { fault } from '../errors.ts'
import { snap } from '../numeric/grid.ts'
import { infiniteValues, lengthFaults, throwFaults } from '../screen/finite.ts'
import { deviationOf, meanOf, observed } from '../treat/moments.ts'
import { fillMissing, sampled, type ImputedColumn, type SampleRows } from './imputed.ts'

/**
 * A missing value becomes the mean of the k units nearest to its own that have it.
 *
 * Distance: root mean square of the differences in standard deviations, over the columns that both units have. Units as
 * near as the k-th, on the 1e-9 grid, all count, so the order of units never decides.
 *
 * @param columns - Each of length n; NaN is missing. Not changed. Constant columns tell no distance.
 * @returns One a column, in their order. A cell is left where no unit with a value shares a column with its own.
 * @throws FaultError PREPARE_VALUE_INFINITE; PREPARE_LENGTH_DIFFERS; IMPUTE_NEIGHBOURS_COUNT - k is not a whole number from 1.
 * @example imputeByNeighbours([Float64Array.of(1, 2, 9), Float64Array.of(5, NaN, 50)], 1)[1].values // [5, 5, 50]
 * Source: Troyanskaya et al. (2001), Missing value estimation methods for DNA microarrays, Bioinformatics 17(6).
 */
export function imputeByNeighbours(
  columns: readonly Float64Array[],
  k: number,
  { sample }: SampleRows = {},
): readonly ImputedColumn[] {
  const size = columns[0]?.length ?? 0
  throwFaults([
    ...columns.flatMap(infiniteValues),
    ...lengthFaults(
      size,
      columns.map(({ length }) => length),
    ),
    ...(Number.isInteger(k) && k >= 1 ? [] : [fault('IMPUTE_NEIGHBOURS_COUNT', { k: String(k) })]),
  ])
  // of the sorted values, so that the order of units does not reach the last bit
  const deviations = columns.map((values) => deviationOf(observed(sampled(values, sample)).sort()))
  const distance = (one: number, other: number): number => {
    let [squares, shared] = [0, 0]
    for (const [index, values] of columns.entries()) {
      const deviation = deviations[index] ?? NaN
      const difference = ((values[one] ?? NaN) - (values[other] ?? NaN)) / deviation
      if (!(deviation > 0) || Number.isNaN(difference)) continue
      squares += difference * difference
      shared++
    }
    return snap(Math.sqrt(squares / shared))
  }
  return columns.map((values) =>
    fillMissing(values, (row) => {
      const near = (sample ?? [...values.keys()])
        .filter((other) => !Number.isNaN(values[other]))
        .map((other) => ({ other, away: distance(row, other) }))
        .filter(({ away }) => !Number.isNaN(away))
        .sort((a, b) => a.away - b.away || a.other - b.other)
      const reach = near[Math.min(k, near.length) - 1]?.away
      if (reach === undefined) return null
      const donors = near.filter(({ away }) => away <= reach).map(({ other }) => other)
      // sorted, so that the order of units does not reach the last bit of the mean
      const given = Float64Array.from(donors, (donor) => values[donor] ?? NaN).sort()
      return { value: meanOf(given), method: 'neighbours', donors }
    }),
  )
}
