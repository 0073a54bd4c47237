import { BOOLEAN, expectType, NUMBER, unknown, type CheckContext, type Checked } from './checked.ts'
import type { Syntax } from './syntax.ts'
import { unify } from './unify.ts'
import { isSameUnit, timesUnit, unitText, type Unit } from './units.ts'

type Operation = Extract<Syntax, { kind: 'operation' }>

/** Types and units of an operator over its checked operands. */
export function checkOperation(syntax: Operation, parts: readonly Checked[], context: CheckContext): Checked {
  switch (syntax.op) {
    case 'and':
    case 'or':
    case 'not':
      for (const part of parts) expectType(part, 'boolean', context)
      return joined(syntax, parts, BOOLEAN, null)
    case '=':
    case '!=':
    case 'in':
      return alike(syntax, parts, context)
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'between':
      return { ...arithmetic(syntax, parts, context), type: BOOLEAN, unit: null }
    case 'if':
      return conditional(syntax, parts, context)
    default:
      return arithmetic(syntax, parts, context)
  }
}

type Span = Pick<Operation, 'op' | 'at' | 'from' | 'to'>

// oxlint-disable-next-line max-params -- an operator, its operands, and what they make
function joined({ op, at, from, to }: Span, parts: readonly Checked[], type: Checked['type'], unit: Unit): Checked {
  return { expression: { op, args: parts.map(({ expression }) => expression), at }, type, unit, from, to }
}

function alike(syntax: Operation, parts: readonly Checked[], context: CheckContext): Checked {
  const same = unify(parts, context)
  if (!same) return { ...unknown(syntax), type: BOOLEAN }
  oneUnit(same.parts, syntax, context)
  return joined(syntax, same.parts, BOOLEAN, null)
}

function conditional(syntax: Operation, [condition, ...branches]: readonly Checked[], context: CheckContext): Checked {
  if (condition) expectType(condition, 'boolean', context)
  const same = unify(branches, context)
  if (!same || !condition) return unknown(syntax)
  return joined(syntax, [condition, ...same.parts], same.type, oneUnit(same.parts, syntax, context))
}

function arithmetic(syntax: Operation, parts: readonly Checked[], context: CheckContext): Checked {
  for (const part of parts) expectType(part, 'number', context)
  return joined(syntax, parts, NUMBER, unitOf(syntax, parts, context))
}

function unitOf(syntax: Operation, parts: readonly Checked[], context: CheckContext): Unit {
  const [left, right] = parts
  if (syntax.op === '**') return null
  if (syntax.op === '*' || syntax.op === '/') {
    return timesUnit(left?.unit ?? null, right?.unit ?? null, syntax.op === '*' ? 1 : -1)
  }
  return oneUnit(parts, syntax, context)
}

/** The unit of measure that parts have together; parts of different units are reported once. */
export function oneUnit(parts: readonly Checked[], at: { readonly at: number }, { report }: CheckContext): Unit {
  const known = parts.filter(({ unit }) => unit !== null)
  const [first] = known
  const other = known.find(({ unit }) => !isSameUnit(unit, first?.unit ?? null))
  if (!first || !other) return first?.unit ?? null
  const params = { left: unitText(first.unit), right: unitText(other.unit) }
  report({ code: 'FORMULA_UNITS_DIFFER', params, from: at.at, to: at.at + 1 })
  return null
}
