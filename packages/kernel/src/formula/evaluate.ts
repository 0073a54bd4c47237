import { Blank } from '../dataset.ts'
import { blankAt, heavier } from './blanks.ts'
import type { Call, Expression, Reference } from './expression.ts'
import { onGrid } from './grid.ts'
import { OPERATIONS, type Lazy, type Operation } from './operations.ts'

/** Values of one expression in every row; NaN and the reason where there is none. */
export interface Cells {
  readonly values: Float64Array
  readonly blanks: Uint8Array
}

/** What an evaluation stands on. */
export interface Evaluation {
  /** Number of rows, n. */
  readonly size: number
  /** Cells of a name, length n. */
  readonly read: (reference: Reference) => Cells
  /** Told of every row in which an operator is not defined. */
  readonly fail: (failure: Failure) => void
}

/** A row in which a formula has no value, and why. */
export interface Failure {
  readonly code: string
  readonly row: number
  /** Offset of the operator in the formula's text. */
  readonly at: number
  readonly operands: readonly number[]
}

/**
 * Evaluates an expression over columns.
 *
 * Missing: an operator has no value where an operand has none. `and` and `or` are settled by one false or true (Kleene);
 * `if` needs its condition and the branch that it takes; `coalesce` takes the first value there is. A part that a row
 * does not need cannot fault in that row.
 *
 * @returns Cells of length n. A failed row is NaN and unanswered, and told to `fail`.
 * @example evaluate({ op: 'value', value: 1 }, { size: 2 }).values // [1, 1]
 */
export function evaluate(expression: Expression, evaluation: Evaluation): Cells {
  return within(expression, evaluation, new Uint8Array(evaluation.size).fill(1))
}

/** @param active - 1 in the rows that count; the others hold anything. */
function within(expression: Expression, run: Evaluation, active: Uint8Array): Cells {
  switch (expression.op) {
    case 'value':
      return { values: new Float64Array(run.size).fill(expression.value), blanks: new Uint8Array(run.size) }
    case 'column':
    case 'score':
    case 'param':
      return run.read(expression)
    case 'and':
    case 'or':
    case 'if':
    case 'coalesce':
    case 'known':
      return LAZY[expression.op](expression.args, run, active)
    default:
      return strict(OPERATIONS[expression.op], expression, { run, active })
  }
}

type Evaluate = (args: readonly Expression[], run: Evaluation, active: Uint8Array) => Cells

const LAZY: Readonly<Record<Lazy, Evaluate>> = {
  and: (args, run, active) => settle(0, args, { run, active }),
  or: (args, run, active) => settle(1, args, { run, active }),
  if: choose,
  coalesce: firstKnown,
  known: (args, run, active) => {
    const [{ blanks } = nothing(run.size)] = args.map((arg) => within(arg, run, active))
    return { values: Float64Array.from(blanks, (blank) => (blank === Blank.none ? 1 : 0)), blanks: blanks.map(() => 0) }
  },
}

interface Rows {
  readonly run: Evaluation
  readonly active: Uint8Array
}

function strict({ apply, refuse }: Operation, { args, at }: Call, { run, active }: Rows): Cells {
  const cells = nothing(run.size)
  const operands = args.map((arg) => within(arg, run, active))
  const x = new Float64Array(operands.length)
  for (let row = 0; row < run.size; row++) {
    if (!active[row]) continue
    let blank: Blank = Blank.none
    for (const [index, operand] of operands.entries()) {
      x[index] = operand.values[row] ?? NaN
      blank = heavier(blank, blankAt(operand.blanks, row))
    }
    if (blank !== Blank.none) {
      cells.blanks[row] = blank
      continue
    }
    const refused = refuse?.(x) ?? null
    const value = refused === null ? apply(x) : NaN
    if (Number.isFinite(value)) put(cells, row, value)
    else run.fail({ code: refused ?? 'FORMULA_OVERFLOW', row, at, operands: Array.from(x, onGrid) })
  }
  return cells
}

/** Kleene's `and` (settled by 0) and `or` (settled by 1); later parts are asked only where it is still open. */
function settle(settling: 0 | 1, args: readonly Expression[], { run, active }: Rows): Cells {
  const result = { values: new Float64Array(run.size).fill(1 - settling), blanks: new Uint8Array(run.size) }
  const open = Uint8Array.from(active)
  for (const arg of args) {
    const { values, blanks } = within(arg, run, open)
    for (let row = 0; row < run.size; row++) {
      if (!open[row]) continue
      if (blanks[row] === Blank.none && values[row] === settling) {
        put(result, row, settling)
        open[row] = 0
      } else result.blanks[row] = heavier(blankAt(result.blanks, row), blankAt(blanks, row))
    }
  }
  for (let row = 0; row < run.size; row++) if (result.blanks[row] !== Blank.none) result.values[row] = NaN
  return result
}

/** `if`: the condition, and in each row the branch that it takes. */
function choose(args: readonly Expression[], run: Evaluation, active: Uint8Array): Cells {
  const [condition, yes, no] = args
  const asked = condition ? within(condition, run, active) : nothing(run.size)
  const rowsWhere = (answer: number): Uint8Array =>
    active.map((on, row) => (on && asked.blanks[row] === Blank.none && asked.values[row] === answer ? 1 : 0))
  const result = { values: asked.values.map(() => NaN), blanks: Uint8Array.from(asked.blanks) }
  for (const [branch, rows] of [[yes, rowsWhere(1)] as const, [no, rowsWhere(0)] as const]) {
    if (branch) copy(within(branch, run, rows), rows, result)
  }
  return result
}

/** `coalesce`: in each row the first operand with a value; where none has one, the heaviest blank. */
function firstKnown(args: readonly Expression[], run: Evaluation, active: Uint8Array): Cells {
  const result = nothing(run.size)
  result.blanks.fill(Blank.none)
  const open = Uint8Array.from(active)
  for (const arg of args) {
    const { values, blanks } = within(arg, run, open)
    for (let row = 0; row < run.size; row++) {
      if (!open[row]) continue
      if (blanks[row] === Blank.none) {
        put(result, row, values[row] ?? NaN)
        open[row] = 0
      } else result.blanks[row] = heavier(blankAt(result.blanks, row), blankAt(blanks, row))
    }
  }
  return result
}

function copy(from: Cells, rows: Uint8Array, to: Cells): void {
  for (let row = 0; row < rows.length; row++) {
    if (!rows[row]) continue
    to.values[row] = from.values[row] ?? NaN
    to.blanks[row] = from.blanks[row] ?? Blank.unanswered
  }
}

function put({ values, blanks }: Cells, row: number, value: number): void {
  values[row] = value
  blanks[row] = Blank.none
}

/** No value anywhere. */
export const nothing = (size: number): Cells => ({
  values: new Float64Array(size).fill(NaN),
  blanks: new Uint8Array(size).fill(Blank.unanswered),
})
