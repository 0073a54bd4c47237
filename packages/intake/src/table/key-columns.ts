import type { RowKeys } from './keys.ts'

/** The keys of all rows so far, a column each. */
export interface KeyColumns {
  readonly units: string[]
  readonly names: string[]
  readonly periods: string[]
  readonly groups: (string | null)[]
  readonly areas: (string | null)[]
  /** Row numbers in the file. */
  readonly numbers: number[]
}

export const keyColumns = (): KeyColumns => ({ units: [], names: [], periods: [], groups: [], areas: [], numbers: [] })

export function keepKeys(columns: KeyColumns, row: number, keys: RowKeys): void {
  columns.units.push(keys.unit)
  columns.names.push(keys.name)
  columns.periods.push(keys.period)
  columns.groups.push(keys.group)
  columns.areas.push(keys.area)
  columns.numbers.push(row)
}
