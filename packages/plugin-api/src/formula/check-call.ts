import type { Reference } from '@plumbline/kernel'
import { suggest } from '../nearest.ts'
import { oneUnit } from './check-operation.ts'
import { BOOLEAN, expectType, NUMBER, unknown, type CheckContext, type Checked } from './checked.ts'
import { functionNamed, functionNames, SCORE_NAMES, UNIT_NAMES, type FormulaFunction } from './functions.ts'
import { itemsNamed, writtenNames } from './scope.ts'
import type { Syntax } from './syntax.ts'
import { unify } from './unify.ts'
import { parseUnit, PERCENT, type Unit } from './units.ts'

type Call = Extract<Syntax, { kind: 'call' }>

/**
 * Types and units of a call.
 *
 * @param check - Checks an operand.
 */
export function checkCall(syntax: Call, context: CheckContext, check: (part: Syntax) => Checked): Checked {
  if (SCORE_NAMES.includes(syntax.name)) return scoreOf(syntax, context)
  if (UNIT_NAMES.includes(syntax.name)) return measured(syntax, context, check)
  const parts = syntax.args.map(check)
  const called = functionNamed(syntax.name)
  if (!called) {
    const params = { name: syntax.name, suggestions: suggest(syntax.name, functionNames()) }
    context.report({ code: 'FORMULA_FUNCTION_UNKNOWN', params, ...nameSpan(syntax) })
    return unknown(syntax)
  }
  if (parts.length < called.least || parts.length > called.most) {
    arity(syntax, context, { least: called.least, most: called.most })
    return { ...unknown(syntax), type: called.gives === 'number' ? NUMBER : BOOLEAN }
  }
  return called.op === 'coalesce' || called.op === 'known'
    ? anyType(called, parts, { syntax, context })
    : typed(called, parts, { syntax, context })
}

interface Here {
  readonly syntax: Call
  readonly context: CheckContext
}

function typed(called: FormulaFunction, parts: readonly Checked[], { syntax, context }: Here): Checked {
  for (const part of parts) expectType(part, called.takes, context)
  const unit = unitOf(called, parts, { syntax, context })
  return made(called, parts, { syntax, unit, type: called.gives === 'number' ? NUMBER : BOOLEAN })
}

/** `known` and `coalesce` take values of any one type. */
function anyType(called: FormulaFunction, parts: readonly Checked[], { syntax, context }: Here): Checked {
  const same = unify(parts, context)
  if (!same) return { ...unknown(syntax), ...(called.op === 'known' && { type: BOOLEAN }) }
  if (called.op === 'known') return made(called, same.parts, { syntax, unit: null, type: BOOLEAN })
  return made(called, same.parts, { syntax, unit: oneUnit(same.parts, syntax, context), type: same.type })
}

interface Made {
  readonly syntax: Call
  readonly unit: Unit
  readonly type: Checked['type']
}

function made({ op }: FormulaFunction, parts: readonly Checked[], { syntax, unit, type }: Made): Checked {
  const { at, from, to } = syntax
  return { expression: { op, args: parts.map(({ expression }) => expression), at }, type, unit, from, to }
}

function unitOf({ unit }: FormulaFunction, parts: readonly Checked[], { syntax, context }: Here): Unit {
  if (unit === 'open') return null
  if (unit === 'first') return parts[0]?.unit ?? null
  const common = oneUnit(parts, syntax, context)
  return unit === 'percent' ? PERCENT : common
}

/** `score(…)`: the score of a node, in a gate's condition. */
function scoreOf(syntax: Call, context: CheckContext): Checked {
  const [node] = syntax.args
  const { scores } = context.scope
  if (syntax.args.length !== 1 || node?.kind !== 'name') {
    arity(syntax, context, { least: 1, most: 1 })
    return unknown(syntax)
  }
  if (scores.length === 0) {
    context.report({ code: 'FORMULA_SCORE_HERE', params: { name: syntax.name }, ...nameSpan(syntax) })
    return unknown(syntax)
  }
  const [found, second] = itemsNamed(node.name, scores)
  if (!found || second) {
    const params = { name: node.name, suggestions: suggest(node.name, writtenNames(scores)) }
    context.report({ code: 'FORMULA_NODE_UNKNOWN', params, from: node.from, to: node.to })
    return unknown(syntax)
  }
  const expression: Reference = { op: 'score', id: found.id, from: syntax.from, to: syntax.to }
  return { expression, type: NUMBER, unit: null, from: syntax.from, to: syntax.to }
}

/** `measure(x, "万元")`: the same number, in a unit of measure that the author vouches for. */
function measured(syntax: Call, context: CheckContext, check: (part: Syntax) => Checked): Checked {
  const [value, unit] = syntax.args
  if (syntax.args.length !== 2 || !value || unit?.kind !== 'string') {
    arity(syntax, context, { least: 2, most: 2 })
    return { ...unknown(syntax), type: NUMBER }
  }
  const part = check(value)
  expectType(part, 'number', context)
  return { ...part, unit: parseUnit(unit.value) }
}

function arity(
  syntax: Call,
  { report }: CheckContext,
  { least, most }: { readonly least: number; readonly most: number },
): void {
  const params = { name: syntax.name, least, most, count: syntax.args.length }
  report({ code: 'FORMULA_ARITY', params, ...nameSpan(syntax) })
}

const nameSpan = ({ name, at }: Call): { readonly from: number; readonly to: number } => ({
  from: at,
  to: at + name.length,
})
