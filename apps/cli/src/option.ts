import { fillText } from '@plumbline/i18n'
import type { Call } from './command.ts'
import { UsageError } from './exit.ts'
import type { Terminal } from './terminal.ts'

/**
 * An option that is a count.
 *
 * @throws UsageError - it is not a positive whole number.
 */
export function wholeNumber(
  call: Call,
  option: string,
  { fallback, terminal }: { readonly fallback: number; readonly terminal: Terminal },
): number {
  const value = call.text(option)
  if (value === null) return fallback
  const number = Number(value)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new UsageError(fillText(terminal.texts.test.numberNeeded, { option, value }))
}
