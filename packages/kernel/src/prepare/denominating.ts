import { denominate } from '../denominate/denominate.ts'
import type { Settings } from '../pipeline/settings.ts'
import type { Kept } from './gaps.ts'
import type { Denominated } from './prepared.ts'
import { pick, placed } from './table.ts'

export interface DenominatedColumn {
  /** Length of the table. */
  readonly values: Float64Array
  readonly cells: ReadonlyMap<number, Denominated>
}

/**
 * Divides an indicator by its fact, over the rows that were kept. The host has checked the units of measure.
 *
 * @returns NaN where the figure or its denominator is missing; null where there were faults.
 */
export function denominateColumn(
  { spec, denominate: by }: Settings,
  values: Float64Array,
  { table, rows, faults }: Kept,
): DenominatedColumn | null {
  if (!by) return { values, cells: new Map() }
  const fact = table.columns.get(by.by)?.values ?? new Float64Array(table.size).fill(NaN)
  const divisors = pick(fact, rows)
  const quotients = placed(
    () => denominate(pick(values, rows), { values: divisors, measure: '' }, { measure: '', per: by.per }),
    { id: spec.id, rows, table, faults },
  )
  if (!quotients) return null
  const divided = new Float64Array(values.length).fill(NaN)
  const cells = new Map<number, Denominated>()
  for (const [place, row] of rows.entries()) {
    const after = quotients[place] ?? NaN
    divided[row] = after
    if (!Number.isNaN(after)) {
      cells.set(row, { denominator: divisors[place] ?? NaN, before: values[row] ?? NaN, after })
    }
  }
  return { values: divided, cells }
}
