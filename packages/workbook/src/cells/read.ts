/** What a cell says, by the kind of value that is wanted; what cannot be read is reported and undefined. */
import { workbookTexts } from '@plumbline/i18n'
import { fault } from '@plumbline/kernel'
import { cellText, shiftTwoDigits } from '@plumbline/intake'
import type { DecodeContext, PlacedCell } from './context.ts'

type Report = Pick<DecodeContext, 'report'>

const { 'zh-CN': ZH, en: EN } = workbookTexts

/** The text, trimmed; undefined where the cell is empty. */
export function readText({ cell, at }: PlacedCell, { report }: Report): string | undefined {
  if (typeof cell === 'object' && (cell.kind === 'error' || cell.kind === 'uncalculated')) {
    report(fault('WORKBOOK_CELL_ERROR', { text: cell.text }, at))
    return undefined
  }
  const text = typeof cell === 'object' && cell.kind === 'number' ? String(cell.value) : cellText(cell)
  return text === '' ? undefined : text
}

/**
 * @param share - A share of 1 may be shown as a percentage: 35% is 0.35. Any other number is taken as it is shown: 80%
 * is 80.
 */
export function readNumber(placed: PlacedCell, { report }: Report, share = false): number | undefined {
  const { cell, at } = placed
  if (typeof cell === 'object' && cell.kind === 'number')
    return cell.percent && !share ? shiftTwoDigits(cell.value) : cell.value
  const text = readText(placed, { report })
  if (text === undefined) return undefined
  const found = /^([-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?)(%?)$/i.exec(text.normalize('NFKC').replaceAll(/\s/g, ''))
  if (!found) {
    report(fault('WORKBOOK_NUMBER', { text }, at))
    return undefined
  }
  const [, digits = '', percent = ''] = found
  return percent !== '' && share && !/e/i.test(digits) ? Number(`${digits}e-2`) : Number(digits)
}

export function readBoolean(placed: PlacedCell, { report }: Report): boolean | undefined {
  const { cell, at } = placed
  if (typeof cell === 'object' && cell.kind === 'boolean') return cell.value
  const text = readText(placed, { report })
  if (text === undefined) return undefined
  const said = booleanOf(text)
  if (said === undefined) report(fault('WORKBOOK_YES_NO', { text }, at))
  return said
}

/** Yes or no in either language. */
export function booleanOf(text: string): boolean | undefined {
  const key = text.trim().toLowerCase()
  if ([ZH.words.yes, EN.words.yes, 'true', '1'].includes(key)) return true
  return [ZH.words.no, EN.words.no, 'false', '0'].includes(key) ? false : undefined
}

type Group = 'words' | 'kinds' | 'codes' | 'columns' | 'sheets' | 'basics'

/** The key of a word in either language; undefined where it is none of the group. */
export function keyOf(group: Group, word: string, prefix = ''): string | undefined {
  const wanted = word.trim()
  for (const texts of [ZH, EN]) {
    const found = Object.entries(texts[group]).find(([key, text]) => key.startsWith(prefix) && text === wanted)
    if (found) return found[0]
  }
  return undefined
}
