import { fault, type Fault } from '@plumbline/kernel'
import type { Binding } from '../header/bind-header.ts'
import { cellAddress, sheetPlace } from './address.ts'
import type { RowKeys } from './keys.ts'

/** Refuses a second row for the same unit and period, and names both. */
export interface UniqueRows {
  readonly check: (row: number, keys: RowKeys, binding: Binding) => readonly Fault[]
}

export function uniqueRows(sheet: string | null): UniqueRows {
  const seen = new Map<string, number>()
  return {
    check: (row, { unit, period }, { keys }) => {
      if (unit === '' || period === '' || !keys.unit || !keys.period) return []
      const key = JSON.stringify([unit, period])
      const first = seen.get(key)
      if (first === undefined) {
        seen.set(key, row)
        return []
      }
      return [
        fault(
          'FILE_ROW_TWICE',
          { row, first },
          { ...sheetPlace(sheet), cell: cellAddress(row, keys.unit.index), unit, period },
        ),
      ]
    },
  }
}
