/**
 * A formula as the kernel runs it: parsed and type-checked before, plain JSON, numbers only. Booleans are 1 and 0, a
 * choice is the index of its option. Total: no loops, no recursion, every operator defined or a fault.
 */
export interface FormulaSpec {
  /** As the standard writes it; offsets of the expression count in it. */
  readonly text: string
  readonly body: Expression
}

/** A formula after parsing: plain JSON, ready to be evaluated. */
export type Expression = Literal | Reference | Call

/** A number that stands in the formula; true and false are 1 and 0. */
export interface Literal {
  readonly op: 'value'
  readonly value: number
}

/** A name of the formula, with where it stands in the text. */
export interface Reference {
  /**
   * column: the raw value of an input, fact or indicator. score: a node's score, in a gate's condition alone. param: a
   * dated parameter as of the framework's date.
   */
  readonly op: 'column' | 'score' | 'param'
  readonly id: string
  readonly from: number
  readonly to: number
}

/** An operator or function with its arguments. */
export interface Call {
  readonly op: Operator
  readonly args: readonly Expression[]
  /** Offset of the operator or function name in the text. */
  readonly at: number
}

/** Every operator and function with the least and greatest number of its operands. */
export const OPERATORS = {
  negate: [1, 1],
  '+': [2, 2],
  '-': [2, 2],
  '*': [2, 2],
  '/': [2, 2],
  '**': [2, 2],
  '<': [2, 2],
  '<=': [2, 2],
  '>': [2, 2],
  '>=': [2, 2],
  '=': [2, 2],
  '!=': [2, 2],
  between: [3, 3],
  in: [2, Infinity],
  and: [1, Infinity],
  or: [1, Infinity],
  not: [1, 1],
  if: [3, 3],
  coalesce: [2, Infinity],
  known: [1, 1],
  count: [1, Infinity],
  min: [1, Infinity],
  max: [1, Infinity],
  sum: [1, Infinity],
  product: [1, Infinity],
  mean: [1, Infinity],
  median: [1, Infinity],
  stddev: [2, Infinity],
  abs: [1, 1],
  sign: [1, 1],
  floor: [1, 1],
  ceiling: [1, 1],
  truncate: [1, 1],
  round: [1, 2],
  modulo: [2, 2],
  quotient: [2, 2],
  odd: [1, 1],
  even: [1, 1],
  clamp: [3, 3],
  interpolate: [5, 5],
  sqrt: [1, 1],
  exp: [1, 1],
  ln: [1, 1],
  log10: [1, 1],
  percent: [2, 2],
  growth: [2, 2],
} as const satisfies Readonly<Record<string, readonly [number, number]>>

/** Every operator and function of the language. */
export type Operator = keyof typeof OPERATORS

/**
 * True for a name.
 *
 * @example isReference({ op: 'value', value: 1 }) // false
 */
export const isReference = (expression: Expression): expression is Reference => 'id' in expression

/**
 * True for an operator or function.
 *
 * @example isCall({ op: 'value', value: 1 }) // false
 */
export const isCall = (expression: Expression): expression is Call => 'args' in expression

/**
 * The names of an expression in reading order, repetitions included.
 *
 * @example referencesOf({ op: 'value', value: 1 }) // []
 */
export function referencesOf(expression: Expression): readonly Reference[] {
  if (isReference(expression)) return [expression]
  return isCall(expression) ? expression.args.flatMap(referencesOf) : []
}
