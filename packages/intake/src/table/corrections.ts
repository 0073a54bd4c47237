import { fault, type Fault } from '@plumbline/kernel'
import type { Cell } from '../cells/sheet-cell.ts'
import type { Correction } from '../contract.ts'
import { parseAddress } from './address.ts'

/** Puts what the user corrected on screen over what the file says. */
export interface Corrections {
  readonly apply: (row: number, cells: readonly (Cell | undefined)[]) => readonly (Cell | undefined)[]
  /** Faults of corrections whose cell the file does not have. Asked at the end. */
  readonly unused: () => readonly Fault[]
}

export function corrections(list: readonly Correction[]): Corrections {
  const byRow = new Map<number, Map<number, Correction>>()
  const unused = new Set(list)
  for (const correction of list) {
    const position = parseAddress(correction.cell)
    if (!position) continue
    const row = byRow.get(position.row) ?? new Map<number, Correction>()
    byRow.set(position.row, row.set(position.column, correction))
  }

  return {
    apply: (row, cells) => {
      const corrected = byRow.get(row)
      if (!corrected) return cells
      const next = [...cells]
      for (const [column, correction] of corrected) {
        next[column] = correction.value
        unused.delete(correction)
      }
      return next
    },
    unused: () => [...unused].map((correction) => fault('CORRECTION_WITHOUT_CELL', { text: correction.cell })),
  }
}
