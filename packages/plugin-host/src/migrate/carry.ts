import { Blank, fault, type Column, type Dataset, type Fault } from '@plumbline/kernel'
import type { MigrationStep } from '@plumbline/plugin-api'

/** A column carried over, with what could not be. */
export interface Carried {
  readonly column: Column
  readonly faults: readonly Fault[]
}

/** One column by a step of the migration: as it is, by its levels, or several merged. */
export function carry(step: Exclude<MigrationStep, { drop: string }>, dataset: Dataset): Carried {
  if ('weights' in step) return { column: merge(step, dataset), faults: [] }
  const column = columnOf(dataset, step.from)
  return step.levels ? relevel(column, step.levels, { dataset, id: step.to }) : { column, faults: [] }
}

export const columnOf = ({ columns, size }: Dataset, id: string): Column => columns.get(id) ?? unansweredColumn(size)

export const unansweredColumn = (size: number): Column => ({
  values: new Float64Array(size).fill(Number.NaN),
  blanks: new Uint8Array(size).fill(Blank.unanswered),
})

function relevel(
  { values, blanks }: Column,
  levels: Readonly<Record<string, number>>,
  { dataset, id }: { readonly dataset: Dataset; readonly id: string },
): Carried {
  const faults: Fault[] = []
  const mapped = values.map((value, row) => {
    if (Number.isNaN(value)) return value
    const level = levels[String(value)]
    if (level !== undefined) return level
    faults.push(
      fault(
        'MIGRATION_VALUE_UNMAPPED',
        { value },
        { id, unit: dataset.units[row] ?? '', period: dataset.periods[row] ?? '' },
      ),
    )
    return Number.NaN
  })
  return { column: { values: mapped, blanks }, faults }
}

/**
 * The weighted mean of several columns. A part that is not applicable counts no more, the others share its weight; where
 * every part is, the whole is. A part that is missing leaves the whole missing, for the first such part's reason.
 */
function merge({ from, weights }: Extract<MigrationStep, { weights: unknown }>, dataset: Dataset): Column {
  const parts = from.map((id, place) => ({ column: columnOf(dataset, id), weight: weights[place] ?? 0 }))
  const values = new Float64Array(dataset.size)
  const blanks = new Uint8Array(dataset.size)
  for (let row = 0; row < dataset.size; row++) {
    const applicable = parts.filter(({ column }) => column.blanks[row] !== Blank.notApplicable)
    const missing = applicable.find(({ column }) => Number.isNaN(column.values[row] ?? Number.NaN))
    const total = applicable.reduce((sum, { weight }) => sum + weight, 0)
    const whole = applicable.reduce(
      (sum, { column, weight }) => sum + (weight / total) * (column.values[row] ?? Number.NaN),
      0,
    )
    blanks[row] = applicable.length === 0 ? Blank.notApplicable : (missing?.column.blanks[row] ?? Blank.none)
    values[row] = blanks[row] === Blank.none ? whole : Number.NaN
  }
  return { values, blanks }
}
