/**
 * Numbers as people write them in tables: half or full width, with thousands separators. What could mean two things, or
 * is not quite a number, is refused with the reason; nothing is guessed.
 */
import { normalText } from './normal-text.ts'
import { refused, valueOf, type Reading } from './reading.ts'
import { shiftTwoDigits, type Cell } from './sheet-cell.ts'

export interface NumberRules {
  /** The unit of measure is per cent: `85%` means 85. */
  readonly percent: boolean
  /** In a file separated by semicolons a comma may be the decimal sign. */
  readonly commaIsUnclear: boolean
}

/** No number is written with more characters; patterns need not look at more. */
const LONGEST_NUMBER = 400
const PLAIN = /^-?\d+(?:\.\d+)?$/
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?(?:e[+-]?\d+)?$/i

/**
 * Reads a cell that must be a number.
 *
 * @example readNumber('1,234.5', { percent: false, commaIsUnclear: false }).value // 1234.5
 * @example readNumber('约30', rules).problem?.code // 'CELL_APPROXIMATE'
 */
export function readNumber(cell: Cell, rules: NumberRules): Reading {
  if (typeof cell === 'string') return readNumberText(cell, rules)
  switch (cell.kind) {
    case 'number':
      if (!cell.percent) return valueOf(cell.value)
      return rules.percent ? valueOf(shiftTwoDigits(cell.value)) : refused('CELL_PERCENT_SIGN')
    case 'boolean':
      return refused('CELL_NOT_A_NUMBER')
    case 'date':
      return refused('CELL_IS_A_DATE')
    case 'error':
      return refused('CELL_SPREADSHEET_ERROR')
    case 'uncalculated':
      return refused('CELL_FORMULA_WITHOUT_RESULT')
  }
}

function readNumberText(raw: string, rules: NumberRules): Reading {
  if (raw.length > LONGEST_NUMBER) return refused('CELL_NOT_A_NUMBER')
  if (PLAIN.test(raw)) return finite(Number(raw))

  const text = normalText(raw)
  const isPercent = text.endsWith('%')
  const digits = isPercent ? text.slice(0, -1).trimEnd() : text
  if (!NUMBER.test(digits) || !/\d/.test(digits.split(/e/i)[0] ?? '')) return refused(reasonFor(text))
  if (isPercent && !rules.percent) return refused('CELL_PERCENT_SIGN')
  if (rules.commaIsUnclear && digits.includes(',')) return refused('CELL_COMMA_UNCLEAR')
  return finite(Number(digits.replaceAll(',', '')))
}

const finite = (value: number): Reading =>
  Number.isFinite(value) ? valueOf(value === 0 ? 0 : value) : refused('CELL_NUMBER_TOO_LARGE')

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^#(?:null!|div\/0!|value!|ref!|name\?|num!|n\/a|spill!|calc!|getting_data)$/i, 'CELL_SPREADSHEET_ERROR'],
  [/^[-–—/\\.*?·]+$/, 'CELL_PLACEHOLDER'],
  [
    /^\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月)?(?:[ t]\d.*)?$|^\d{1,2}月\d{1,2}日$|^\d{1,2}\/\d{1,2}\/\d{2,4}$/i,
    'CELL_IS_A_DATE',
  ],
  [/^[+-]?[\d.,]+\s*%?\s*(?:-|–|—|~|～|至|到|to)\s*[+-]?[\d.,]+\s*%?$/i, 'CELL_IS_A_RANGE'],
  [
    /^(?:约|大约|近|超过?|不足|[<>≤≥≈~]=?|about |over |under |circa |ca\.? )\s*[\d.,]+|[\d.,]+\s*(?:左右|上下|以上|以下|余|多|\+)$/i,
    'CELL_APPROXIMATE',
  ],
  [/^[+-]?\d[\d,]*(?:\.\d+)?\s*[^\d\s.,:;|/、a-z-][^\d]*$|^[+-]?\d[\d,]*(?:\.\d+)?\s+[a-z]+$/i, 'CELL_UNIT_IN_NUMBER'],
  [/^[+-]?[\d.]*,[\d,.]*$/, 'CELL_COMMA_UNCLEAR'],
]

const reasonFor = (text: string): string => REASONS.find(([pattern]) => pattern.test(text))?.[1] ?? 'CELL_NOT_A_NUMBER'
