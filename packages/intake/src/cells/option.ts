import type { Term } from '@plumbline/plugin-api'
import { nameKey } from './normal-text.ts'
import { refused, valueOf, type CellReader } from './reading.ts'
import { cellText } from './sheet-cell.ts'

/**
 * A reader of choices: an option's id or its word in either language, as the number of the option, from 0.
 *
 * @example optionReader([{ id: 'a', zh: '甲', en: 'A' }])('甲').value // 0
 */
export function optionReader(options: readonly Term[]): CellReader {
  const numbers = new Map(
    options.flatMap(({ id, zh, en }, number) => [id, zh, en].map((word) => [nameKey(word), number] as const)),
  )
  const params = { allowed: options.map(({ zh }) => zh), allowedEn: options.map(({ en }) => en) }
  return (cell) => {
    if (typeof cell === 'object' && cell.kind === 'error') return refused('CELL_SPREADSHEET_ERROR')
    if (typeof cell === 'object' && cell.kind === 'uncalculated') return refused('CELL_FORMULA_WITHOUT_RESULT')
    const number = numbers.get(nameKey(cellText(cell)))
    return number === undefined ? refused('CELL_NOT_AN_OPTION', params) : valueOf(number)
  }
}
