import { suggest } from '../nearest.ts'
import { checkCall } from './check-call.ts'
import { checkOperation } from './check-operation.ts'
import { BOOLEAN, NUMBER, unknown, type CheckContext, type Checked } from './checked.ts'
import { itemsNamed, writtenNames } from './scope.ts'
import type { Syntax } from './syntax.ts'
import { KEYWORDS } from './tokens.ts'

/** Finds what the names of a formula stand for, and the type and unit of measure of every part. Reports all problems. */
export function checkSyntax(syntax: Syntax, context: CheckContext): Checked {
  const { from, to } = syntax
  switch (syntax.kind) {
    case 'number':
      return { expression: { op: 'value', value: syntax.value }, type: NUMBER, unit: null, from, to }
    case 'boolean':
      return { expression: { op: 'value', value: syntax.value ? 1 : 0 }, type: BOOLEAN, unit: null, from, to }
    case 'string':
      return { ...unknown(syntax), type: { kind: 'string', value: syntax.value } }
    case 'name':
      return checkName(syntax, context)
    case 'operation':
      return checkOperation(
        syntax,
        syntax.args.map((arg) => checkSyntax(arg, context)),
        context,
      )
    case 'call':
      return checkCall(syntax, context, (arg) => checkSyntax(arg, context))
  }
}

function checkName(syntax: Extract<Syntax, { kind: 'name' }>, { scope, report }: CheckContext): Checked {
  const { name, from, to } = syntax
  const [item, second] = itemsNamed(name, scope.items)
  if (!item) {
    const glued = [...KEYWORDS.keys()].find((word) => /\p{Script=Han}/u.test(word) && name.includes(word))
    const suggestions = suggest(name, writtenNames(scope.items)).slice(0, MOST_SUGGESTIONS)
    report({ code: 'FORMULA_NAME_UNKNOWN', params: { name, suggestions, keyword: glued ?? null }, from, to })
    return unknown(syntax)
  }
  if (second) {
    const ids = itemsNamed(name, scope.items).map(({ id }) => id)
    report({ code: 'FORMULA_NAME_AMBIGUOUS', params: { name, ids }, from, to })
    return unknown(syntax)
  }
  return { expression: { op: item.kind, id: item.id, from, to }, type: item.type, unit: item.unit, from, to }
}

const MOST_SUGGESTIONS = 8
