import { isCall, type Expression, type FormulaSpec } from '@plumbline/kernel'
import { functionNamed } from './functions.ts'
import { parseFormula } from './parse.ts'
import type { Syntax } from './syntax.ts'

/** A number that stands in a formula as such; words that became numbers (true, an option of a choice) are none. */
export interface FormulaLiteral {
  readonly value: number
  /** Offsets in the formula's text. */
  readonly from: number
  readonly to: number
  /** The way to its value in the formula's body. */
  readonly path: readonly (string | number)[]
}

/**
 * The numbers of a compiled formula, in reading order.
 *
 * @example literalsOf(compileFormula('甲 / 乙 * 100', wanted).formula).map(({ value }) => value) // [100]
 */
export function literalsOf({ text, body }: FormulaSpec): readonly FormulaLiteral[] {
  const { syntax } = parseFormula(text)
  return syntax ? literalsIn(syntax, body, []) : []
}

/** Body and text have one shape, but for calls that only say in which unit of measure a value is. */
function literalsIn(syntax: Syntax, body: Expression, path: FormulaLiteral['path']): readonly FormulaLiteral[] {
  if (syntax.kind === 'number') {
    const { value, from, to } = syntax
    return body.op === 'value' ? [{ value, from, to, path: [...path, 'value'] }] : []
  }
  if (!('args' in syntax)) return []
  const [first] = syntax.args
  if (syntax.kind === 'call' && !functionNamed(syntax.name)) return first ? literalsIn(first, body, path) : []
  if (!isCall(body)) return []
  return syntax.args.flatMap((part, place) => {
    const own = body.args[place]
    return own ? literalsIn(part, own, [...path, 'args', place]) : []
  })
}
