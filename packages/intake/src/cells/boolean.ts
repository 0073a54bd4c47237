import { nameKey } from './normal-text.ts'
import { refused, valueOf, type Reading } from './reading.ts'
import type { Cell } from './sheet-cell.ts'

const WORDS: ReadonlyMap<string, number> = new Map([
  ...['true', '1', '是', '有', 'yes', '√', '✓', '✔'].map((word) => [word, 1] as const),
  ...['false', '0', '否', '无', 'no', '×', '✗', '✘'].map((word) => [word, 0] as const),
])

/**
 * Reads a cell that must be yes or no: 1 and 0.
 *
 * @example readBoolean('是').value // 1
 */
export function readBoolean(cell: Cell): Reading {
  if (typeof cell !== 'string') {
    if (cell.kind === 'boolean') return valueOf(cell.value ? 1 : 0)
    if (cell.kind === 'number' && (cell.value === 0 || cell.value === 1)) return valueOf(cell.value)
    if (cell.kind === 'error') return refused('CELL_SPREADSHEET_ERROR')
    if (cell.kind === 'uncalculated') return refused('CELL_FORMULA_WITHOUT_RESULT')
    return refused('CELL_NOT_A_BOOLEAN')
  }
  const value = WORDS.get(nameKey(cell))
  if (value !== undefined) return valueOf(value)
  return refused(nameKey(cell).startsWith('#') ? 'CELL_SPREADSHEET_ERROR' : 'CELL_NOT_A_BOOLEAN')
}
