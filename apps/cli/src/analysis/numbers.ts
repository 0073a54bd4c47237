import { fillText } from '@plumbline/i18n'
import type { Call } from '../command.ts'
import { UsageError } from '../exit.ts'
import type { Terminal } from '../terminal.ts'

/**
 * A whole number that an option gives.
 *
 * @throws UsageError - it is no whole number, or below the least.
 */
export function wholeOption(
  call: Call,
  { option, usual, least }: { readonly option: string; readonly usual: number; readonly least: number },
  { texts }: Terminal,
): number {
  const value = call.text(option)
  if (value === null) return usual
  const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN
  if (!(number >= least)) throw new UsageError(fillText(texts.uncertainty.wholeNumber, { option, least, value }))
  return number
}

/** Items of an option that is a list parted by commas. */
export const listOption = (call: Call, option: string): readonly string[] =>
  (call.text(option) ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)
