import type { TraceFormula, TraceName } from '@plumbline/kernel'

/**
 * A formula with its names replaced by what stands for them.
 *
 * @param show - The text of a name's value.
 * @example filledText(formula, ({ value }) => String(value)) // '60 / 200'
 */
export function filledText({ text, names }: TraceFormula, show: (name: TraceName) => string): string {
  let filled = ''
  let at = 0
  for (const name of names) {
    filled += text.slice(at, name.from) + show(name)
    at = name.to
  }
  return filled + text.slice(at)
}
