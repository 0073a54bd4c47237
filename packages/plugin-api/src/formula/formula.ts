import type { FormulaSpec } from '@plumbline/kernel'
import type { CheckContext } from './checked.ts'
import { checkSyntax } from './check.ts'
import type { BasicType } from './functions.ts'
import { parseFormula } from './parse.ts'
import type { FormulaScope } from './scope.ts'
import type { FormulaProblem } from './syntax.ts'
import { isSameUnit, NONE, PERCENT, unitText, type Unit } from './units.ts'

/** What a formula may name, and what it must give. */
export interface WantedFormula {
  readonly scope: FormulaScope
  /** What the formula must come to. */
  readonly type: BasicType
  /** Unit of measure that the result is declared in; null where none is. */
  readonly unit?: Unit
}

/** A formula ready for the kernel, or its problems. */
export interface CompiledFormula {
  /** What the kernel runs; null where there is any problem. */
  readonly formula: FormulaSpec | null
  readonly problems: readonly FormulaProblem[]
}

/**
 * Parses and type-checks a formula, once.
 *
 * @returns The formula as plain JSON, or every problem with its place in the text. Never throws.
 * @example compileFormula('甲 / 乙', { scope, type: 'number' }).formula?.body
 */
export function compileFormula(text: string, { scope, type, unit = null }: WantedFormula): CompiledFormula {
  const { syntax, problems: syntaxProblems } = parseFormula(text)
  if (!syntax) return { formula: null, problems: syntaxProblems }
  const problems: FormulaProblem[] = []
  const context: CheckContext = { scope, report: (problem) => problems.push(problem) }
  const checked = checkSyntax(syntax, context)
  const { kind } = checked.type
  const span = { from: checked.from, to: checked.to }
  if (kind !== type && kind !== 'unknown') {
    problems.push({ code: 'FORMULA_RESULT_TYPE', params: { expected: type, actual: kind }, ...span })
  } else problems.push(...resultUnit(checked.unit, unit).map((problem) => ({ ...problem, ...span })))
  return problems.length > 0 ? { formula: null, problems } : { formula: { text, body: checked.expression }, problems }
}

/** A share where a percentage is declared is told apart: it is the slip that moves every score. */
function resultUnit(actual: Unit, declared: Unit): readonly Pick<FormulaProblem, 'code' | 'params'>[] {
  if (isSameUnit(actual, declared)) return []
  const isShare = isSameUnit(actual, NONE) && isSameUnit(declared, PERCENT)
  const params = { actual: unitText(actual), declared: unitText(declared) }
  return [{ code: isShare ? 'FORMULA_SHARE_NOT_PERCENT' : 'FORMULA_RESULT_UNIT', params }]
}
