import type { PreparedColumn, Result } from '@plumbline/kernel'
import { imputeMultiply } from '../imputation/multiple.ts'
import type { ImputationFactor } from './spec.ts'

/** Imputations that are made where a factor does not say how many. */
const IMPUTATIONS = 20

interface Wanted {
  readonly factor: ImputationFactor
  readonly ids: readonly string[]
  readonly seed: number
}

type Imputations = Map<string, Map<number, number>>

/**
 * Multiple imputations of the cells that the standard imputes, period by period, from all quantities that have spread.
 * Cells of a column without spread keep the standard's own value.
 *
 * @returns One a imputation: values by indicator and row.
 */
export function multipleDraws(
  { prepared, size }: Result,
  { factor, ids, seed }: Wanted,
): readonly ReadonlyMap<string, ReadonlyMap<number, number>>[] {
  const { imputations = IMPUTATIONS, least = -Infinity, most = Infinity } = factor
  const draws: Imputations[] = Array.from({ length: imputations }, () => new Map(ids.map((id) => [id, new Map()])))
  if (!prepared) return draws
  const rowsOf = Map.groupBy(
    [...prepared.periods.keys()].filter((row) => row < size && !prepared.droppedUnits.has(row)),
    (row) => prepared.periods[row] ?? '',
  )
  for (const rows of rowsOf.values()) {
    const columns = [...prepared.columns]
      .map(([id, column]) => ({ id, column, values: observedOf(column, rows) }))
      .filter(({ values }) => hasSpread(values))
    const wanted = columns.filter(({ id, column }) => ids.includes(id) && rows.some((row) => column.imputed.has(row)))
    if (wanted.length === 0) continue
    const complete = imputeMultiply(
      columns.map(({ values }) => values),
      { seed, imputations, least, most },
    )
    for (const { id, column } of wanted) {
      const place = columns.findIndex((one) => one.id === id)
      for (const [index, draw] of draws.entries()) {
        const cells = draw.get(id)
        for (const [at, row] of rows.entries())
          if (column.imputed.has(row)) cells?.set(row, complete[index]?.[place]?.[at] ?? NaN)
      }
    }
  }
  return draws
}

/** Observed values before treatment; NaN where imputed or missing. */
const observedOf = ({ values, imputed, treated }: PreparedColumn, rows: readonly number[]): Float64Array =>
  Float64Array.from(rows, (row) => (imputed.has(row) ? NaN : (treated.get(row)?.before ?? values[row] ?? NaN)))

function hasSpread(values: Float64Array): boolean {
  const present = values.filter((value) => !Number.isNaN(value))
  return present.some((value) => value !== present[0])
}
