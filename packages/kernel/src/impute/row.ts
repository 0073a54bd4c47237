import { infiniteValues, lengthFaults, throwFaults } from '../screen/finite.ts'
import { observed } from '../treat/moments.ts'
import { centreOf, type Centre } from './column.ts'
import { fillMissing, sampled, type ImputedColumn, type SampleRows } from './imputed.ts'

/** What is read of a unit, and which way each column goes. */
export interface RowOptions extends SampleRows {
  readonly centre: Centre
  /** One for each column: whether more is better. */
  readonly directions: readonly ('positive' | 'negative')[]
  /** One for each column: the pillar whose other indicators stand in. Without it all columns are one pillar. */
  readonly pillars?: readonly string[]
}

interface Scale {
  readonly worst: number
  readonly span: number
}

/**
 * A missing value becomes what the unit shows in the other indicators of its pillar: each column is put on 0 to 1 by its
 * observed extremes and its direction, the unit's mean or median there is taken, and put back into the column's own scale.
 *
 * @param columns - Each of length n; NaN is missing. Not changed.
 * @returns One a column, in their order. A cell is left where the unit has nothing else in the pillar, or the column has
 * no value. A constant column gives its constant, and says nothing about the others.
 * @throws FaultError PREPARE_VALUE_INFINITE; PREPARE_LENGTH_DIFFERS - columns, directions or pillars differ in length.
 * @example imputeByRow([Float64Array.of(0, 10, 4), Float64Array.of(0, 100, NaN)], { centre: 'mean', directions: ['positive',
 * 'positive'] })[1].values // [0, 100, 40]
 * Source: COINr 1.1.14, Impute with impute_by = "row" and normalise_first.
 */
export function imputeByRow(columns: readonly Float64Array[], options: RowOptions): readonly ImputedColumn[] {
  const { centre, directions, pillars = columns.map(() => '') } = options
  throwFaults([
    ...columns.flatMap(infiniteValues),
    ...lengthFaults(
      columns[0]?.length ?? 0,
      columns.map(({ length }) => length),
    ),
    ...lengthFaults(columns.length, [directions.length, pillars.length]),
  ])
  const scales = columns.map((values, index) =>
    scaleOf(sampled(values, options.sample), directions[index] ?? 'positive'),
  )
  const position = (column: number, row: number): number => {
    const { worst, span } = scales[column] ?? { worst: NaN, span: NaN }
    return span === 0 ? NaN : ((columns[column]?.[row] ?? NaN) - worst) / span
  }
  return columns.map((values, column) => {
    const { worst, span } = scales[column] ?? { worst: NaN, span: NaN }
    const others = columns.flatMap((_, other) => (pillars[other] === pillars[column] && other !== column ? other : []))
    return fillMissing(values, (row) => {
      if (Number.isNaN(worst)) return null
      const donors = others.filter((other) => !Number.isNaN(position(other, row)))
      const share =
        span === 0
          ? 0
          : centreOf(
              Float64Array.from(donors, (other) => position(other, row)),
              centre,
            )
      return Number.isNaN(share) ? null : { value: worst + share * span, method: `row-${centre}`, donors }
    })
  })
}

/** The worst observed value, and the signed way from it to the best; NaN where nothing is observed. */
function scaleOf(values: Float64Array, direction: 'positive' | 'negative'): Scale {
  const sorted = observed(values).sort()
  const [least = NaN, most = NaN] = [sorted[0], sorted.at(-1)]
  return direction === 'positive' ? { worst: least, span: most - least } : { worst: most, span: least - most }
}
