import { quotedText, type Cell } from '../cells/sheet-cell.ts'
import type { Preview, PreviewColumn } from '../contract.ts'

const FIRST_ROWS = 20
const FAULTY_ROWS = 200
const CELL_LENGTH = 200

/** Keeps the first rows and the first rows with faults, as text. Bounded, whatever the file. */
export interface PreviewRows {
  readonly add: (row: number, cells: readonly (Cell | undefined)[], state: 'clean' | 'faulty') => void
  readonly finish: (header: readonly PreviewColumn[]) => Preview
}

export function previewRows(): PreviewRows {
  const rows: { readonly row: number; readonly cells: readonly string[] }[] = []
  let total = 0
  let faulty = 0
  return {
    add: (row, cells, state) => {
      total++
      if (state === 'faulty') faulty++
      if (total <= FIRST_ROWS || (state === 'faulty' && faulty <= FAULTY_ROWS))
        rows.push({ row, cells: Array.from(cells, (cell) => quotedText(cell, CELL_LENGTH)) })
    },
    finish: (header) => ({ header, rows, totalRows: total }),
  }
}
