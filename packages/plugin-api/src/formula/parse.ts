import { FORMULA_LIMITS } from '@plumbline/kernel'
import type { FormulaProblem, Syntax, SyntaxOperator } from './syntax.ts'
import { tokensOf, type Token } from './tokens.ts'

/** Longer than any formula that a standard writes. */
export const MAX_FORMULA_LENGTH = 10_000

/** How tightly the operators between two operands bind; the higher first. All group from the left. */
const BINDING: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  in: 3,
  between: 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '**': 7,
}
const COMPARISON = 3
/** Tighter than `**`, as in FEEL and in spreadsheets: -2 ** 2 is 4. */
const UNARY = 8

/** A formula as read, or its problems. */
export interface ParsedFormula {
  /** null where there is any problem. */
  readonly syntax: Syntax | null
  readonly problems: readonly FormulaProblem[]
}

/**
 * Parses a formula (precedence climbing, Pratt 1973). Never throws: any text gives a tree or positioned problems.
 *
 * @example parseFormula('如果 甲 > 0 那么 乙 / 甲 否则 0').problems // []
 */
export function parseFormula(formula: string): ParsedFormula {
  if (formula.length > MAX_FORMULA_LENGTH) {
    const params = { length: formula.length, most: MAX_FORMULA_LENGTH }
    return { syntax: null, problems: [{ code: 'FORMULA_TOO_LONG', params, from: 0, to: 0 }] }
  }
  const { tokens, problems } = tokensOf(formula)
  if (problems.length > 0) {
    return {
      syntax: null,
      problems: problems.map(({ code, text, from, to }) => ({ code, params: { text }, from, to })),
    }
  }
  const parser = createParser(tokens)
  const syntax = parser.whole()
  return syntax instanceof Stop ? { syntax: null, problems: [syntax.problem] } : { syntax, problems: [] }
}

/** Where the parser could not go on: no token after it means anything certain. */
class Stop {
  readonly problem: FormulaProblem
  constructor(code: string, { raw, from, to }: Token, params: FormulaProblem['params'] = {}) {
    this.problem = { code, params: { text: raw, ...params }, from, to }
  }
}

function createParser(tokens: readonly Token[]): { readonly whole: () => Syntax | Stop } {
  const end: Token = tokens.at(-1) ?? { kind: 'end', text: '', raw: '', from: 0, to: 0 }
  let at = 0
  const peek = (): Token => tokens[at] ?? end
  const take = (): Token => tokens[at++] ?? end
  const isNext = (text: string): boolean => ['sign', 'word'].includes(peek().kind) && peek().text === text

  return { whole }

  function whole(): Syntax | Stop {
    if (peek().kind === 'end') return new Stop('FORMULA_EMPTY', peek())
    const syntax = expression(0, 1)
    if (syntax instanceof Stop || peek().kind === 'end') return syntax
    return new Stop(peek().kind === 'name' ? 'FORMULA_OPERATOR_WANTED' : 'FORMULA_UNEXPECTED', peek())
  }

  /** An operand, and the operators after it that bind more tightly than `above`. */
  function expression(above: number, depth: number): Syntax | Stop {
    if (depth > FORMULA_LIMITS.depth) return new Stop('FORMULA_TOO_DEEP', peek(), { most: FORMULA_LIMITS.depth })
    let left = operand(depth)
    let chain = depth
    while (!(left instanceof Stop)) {
      const binding = ['sign', 'word'].includes(peek().kind) ? (BINDING[peek().text] ?? 0) : 0
      if (binding <= above) return left
      if (++chain > FORMULA_LIMITS.depth) return new Stop('FORMULA_TOO_DEEP', peek(), { most: FORMULA_LIMITS.depth })
      left = infix(left, take(), { binding, depth })
    }
    return left
  }

  function infix(
    left: Syntax,
    operator: Token,
    { binding, depth }: { readonly binding: number; readonly depth: number },
  ): Syntax | Stop {
    if (operator.text === 'in') return membership(left, operator, depth)
    if (operator.text === 'between') return range(left, operator, depth)
    const right = expression(binding, depth + 1)
    if (right instanceof Stop) return right
    const next = peek()
    if (binding === COMPARISON && next.kind === 'sign' && BINDING[next.text] === COMPARISON) {
      return new Stop('FORMULA_COMPARISON_CHAIN', next)
    }
    return operation(operator, [left, right])
  }

  function membership(left: Syntax, operator: Token, depth: number): Syntax | Stop {
    const open = wanted('(')
    const items = open ?? list(depth)
    return items instanceof Stop ? items : operation(operator, [left, ...items])
  }

  function range(left: Syntax, operator: Token, depth: number): Syntax | Stop {
    const low = expression(COMPARISON, depth + 1)
    if (low instanceof Stop) return low
    const and = wanted('and')
    const high = and ?? expression(COMPARISON, depth + 1)
    return high instanceof Stop ? high : operation(operator, [left, low, high])
  }

  function operand(depth: number): Syntax | Stop {
    const token = take()
    const { kind, text, from, to } = token
    if (kind === 'number') return { kind, value: Number(text), from, to }
    if (kind === 'string') return { kind, value: text, from, to }
    if (kind === 'name') return isNext('(') && token.raw === text ? call(token, depth) : { kind, name: text, from, to }
    if (kind === 'word' && (text === 'true' || text === 'false')) {
      return { kind: 'boolean', value: text === 'true', from, to }
    }
    if (text === '(' && kind === 'sign') return group(depth)
    if (text === 'if' && kind === 'word') return conditional(token, depth)
    if (kind === 'sign' && text === '-') return prefix(token, UNARY, depth)
    if (kind === 'word' && text === 'not') return prefix(token, isNext('(') ? UNARY : COMPARISON - 1, depth)
    return new Stop(kind === 'end' ? 'FORMULA_ENDS' : 'FORMULA_OPERAND_WANTED', token)
  }

  function prefix(operator: Token, binding: number, depth: number): Syntax | Stop {
    const argument = expression(binding, depth + 1)
    return argument instanceof Stop
      ? argument
      : operation({ ...operator, text: NAMES[operator.text] ?? '' }, [argument])
  }

  function group(depth: number): Syntax | Stop {
    const inner = expression(0, depth + 1)
    return inner instanceof Stop ? inner : (wanted(')') ?? inner)
  }

  function call({ text: name, from }: Token, depth: number): Syntax | Stop {
    take()
    const args = isNext(')') ? [] : list(depth)
    if (args instanceof Stop) return args
    if (args.length === 0) take()
    return { kind: 'call', name, args, at: from, from, to: tokens[at - 1]?.to ?? from }
  }

  /** Operands between commas, up to and with the closing bracket. */
  function list(depth: number): Syntax[] | Stop {
    const items: Syntax[] = []
    for (;;) {
      const item = expression(0, depth + 1)
      if (item instanceof Stop) return item
      items.push(item)
      if (!isNext(',')) return wanted(')') ?? items
      take()
    }
  }

  function conditional(operator: Token, depth: number): Syntax | Stop {
    const condition = expression(0, depth + 1)
    if (condition instanceof Stop) return condition
    const yes = wanted('then') ?? expression(0, depth + 1)
    if (yes instanceof Stop) return yes
    const no = wanted('else') ?? expression(0, depth + 1)
    return no instanceof Stop ? no : operation(operator, [condition, yes, no])
  }

  /** Takes the word or sign that must stand here. */
  function wanted(text: string): Stop | undefined {
    if (!isNext(text)) return new Stop('FORMULA_WANTED', peek(), { wanted: text })
    take()
    return undefined
  }

  function operation(operator: Token, args: readonly Syntax[]): Syntax {
    const from = Math.min(operator.from, args[0]?.from ?? operator.from)
    const to = tokens[at - 1]?.to ?? operator.to
    return { kind: 'operation', op: operator.text as SyntaxOperator, args, at: operator.from, from, to }
  }
}

const NAMES: Readonly<Record<string, SyntaxOperator>> = { '-': 'negate', not: 'not' }
