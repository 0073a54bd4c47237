import { fault, FaultError } from '@plumbline/kernel'
import type { Column } from '../../numeric/column.ts'

/**
 * The units that have a value in every column.
 *
 * @throws FaultError WEIGHTS_TOO_FEW_COMPLETE_UNITS - fewer than 2 units have a value in every column.
 */
export function completeUnits(columns: readonly Column[]): {
  readonly columns: number[][]
  readonly unitsUsed: number
} {
  const units = Array.from(columns[0] ?? [], (_, unit) => unit).filter((unit) =>
    columns.every((column) => !Number.isNaN(column[unit])),
  )
  if (units.length < 2) {
    throw new FaultError([fault('WEIGHTS_TOO_FEW_COMPLETE_UNITS', { found: units.length, needed: 2 })])
  }
  return { columns: columns.map((column) => units.map((unit) => column[unit] ?? NaN)), unitsUsed: units.length }
}
