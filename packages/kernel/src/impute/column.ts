import { infiniteValues, lengthFaults, throwFaults } from '../screen/finite.ts'
import { meanOf, observed } from '../treat/moments.ts'
import { fillMissing, sampled, type ImputedColumn, type SampleRows } from './imputed.ts'

/** What stands for a column. */
export type Centre = 'mean' | 'median'

/**
 * Middle of the sorted values; the mean of the two middle ones of an even number.
 *
 * @param present - Length n, none missing.
 * @returns NaN for an empty column.
 * @example medianOf(Float64Array.of(4, 1, 3, 2)) // 2.5
 */
export function medianOf(present: Float64Array): number {
  const sorted = present.toSorted()
  const [low = NaN, high = NaN] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === high ? low : low / 2 + high / 2
}

/** Mean or median of values none of which is missing. */
export const centreOf = (present: Float64Array, centre: Centre): number =>
  centre === 'mean' ? meanOf(present) : medianOf(present)

/**
 * Each missing value becomes the mean or the median of the observed ones.
 *
 * @param values - Length n; NaN is missing. Not changed. All missing: all left.
 * @throws FaultError PREPARE_VALUE_INFINITE - a value is infinite.
 * @example imputeByCentre(Float64Array.of(1, NaN, 3), 'mean').values // [1, 2, 3]
 * Source: OECD/JRC (2008) Handbook, step 3, unconditional mean and median imputation.
 */
export function imputeByCentre(values: Float64Array, centre: Centre, { sample }: SampleRows = {}): ImputedColumn {
  throwFaults(infiniteValues(values))
  const present = observed(sampled(values, sample))
  const value = centreOf(present, centre)
  return fillMissing(values, () => (present.length === 0 ? null : { value, method: centre, donors: null }))
}

/**
 * Each missing value becomes the mean or the median of its group.
 *
 * @param values - Length n; NaN is missing. Not changed.
 * @param groups - Length n; null is no group: such a unit is neither filled nor read.
 * @returns A group without any value, and a unit without group, are left.
 * @throws FaultError PREPARE_VALUE_INFINITE; PREPARE_LENGTH_DIFFERS - `groups` is not of length n.
 * @example imputeByGroup(Float64Array.of(1, NaN, 10), ['a', 'a', 'b'], { centre: 'mean' }).values // [1, 1, 10]
 * Source: OECD/JRC (2008) Handbook, step 3; COINr 1.1.14, i_mean_grp and i_median_grp.
 */
export function imputeByGroup(
  values: Float64Array,
  groups: readonly (string | null)[],
  { centre, sample = [...values.keys()] }: SampleRows & { readonly centre: Centre },
): ImputedColumn {
  throwFaults([...infiniteValues(values), ...lengthFaults(values.length, [groups.length])])
  const donorsOf = Map.groupBy(
    sample.filter((row) => typeof groups[row] === 'string' && !Number.isNaN(values[row])),
    (row) => groups[row] ?? '',
  )
  const valueOf = new Map(
    [...donorsOf].map(([group, rows]) => [
      group,
      centreOf(
        Float64Array.from(rows, (row) => values[row] ?? NaN),
        centre,
      ),
    ]),
  )
  return fillMissing(values, (row) => {
    const group = groups[row] ?? ''
    const value = groups[row] === null ? undefined : valueOf.get(group)
    return value === undefined ? null : { value, method: `group-${centre}`, donors: donorsOf.get(group) ?? null }
  })
}
