import { fault } from '../errors.ts'
import type { Settings } from '../pipeline/settings.ts'
import type { ImputeSpec } from '../pipeline/spec.ts'
import { fillingsOf } from './filling.ts'
import type { Fillings, Kept, Observed } from './gaps.ts'
import type { Imputed } from './prepared.ts'

export interface Imputing extends Kept {
  /** Values from outside by indicator and row, in place of what the pipeline would put. */
  readonly given: ReadonlyMap<string, ReadonlyMap<number, number>>
}

/**
 * Fills gaps as each indicator's list of methods says: the first that has something to go by. Every method reads observed
 * values only, so neither the order of indicators nor an earlier method moves what a later one puts.
 *
 * @returns Marks by indicator and row; no entry where a gap stays.
 */
export function imputeColumns(
  columns: readonly Observed[],
  imputing: Imputing,
): ReadonlyMap<string, ReadonlyMap<number, Imputed>> {
  const fillings = new Map<string, Fillings>()
  return new Map(columns.map((column) => [column.settings.spec.id, fill(column)]))

  function fill({ settings, gaps }: Observed): ReadonlyMap<number, Imputed> {
    const marks = new Map<number, Imputed>()
    const given = imputing.given.get(settings.spec.id)
    for (const spec of gaps.length === 0 ? [] : settings.impute) {
      const found = fillingOf(spec, settings).get(settings.spec.id)
      for (const row of gaps) {
        const mark = found?.get(row)
        if (mark && !marks.has(row)) marks.set(row, mark)
      }
    }
    for (const [row, mark] of marks) {
      const value = given?.get(row)
      if (value !== undefined)
        marks.set(row, { ...mark, value: checked(value, settings, row), method: 'given', donors: null })
    }
    return marks
  }

  function fillingOf(spec: ImputeSpec, settings: Settings): Fillings {
    const key = JSON.stringify([spec, settings.reference])
    const known = fillings.get(key) ?? fillingsOf(spec, columns, { ...imputing, reference: settings.reference })
    fillings.set(key, known)
    return known
  }

  function checked(value: number, { spec }: Settings, row: number): number {
    if (!Number.isFinite(value)) {
      const { units, periods } = imputing.table
      const at = { id: spec.id, unit: units[row] ?? '', period: periods[row] ?? '' }
      imputing.faults.push(fault('IMPUTE_NOT_FINITE', { row: row + 1 }, at))
    }
    return value
  }
}
