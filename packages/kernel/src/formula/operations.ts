import { exp, ln, power } from '../numeric/exp-ln.ts'
import { roundHalfEven } from '../numeric/round.ts'
import type { Operator } from './expression.ts'
import { onGrid } from './grid.ts'
import { mean, median, product, standardDeviation, sum } from './lists.ts'

/** An operator over the numbers of one row, none of them missing. */
export interface Operation {
  readonly apply: (x: Float64Array) => number
  /** The fault that these operands are; null where the operator is defined. */
  readonly refuse?: (x: Float64Array) => string | null
}

/** Operators that decide by themselves which operands a row needs. */
export type Lazy = 'and' | 'or' | 'if' | 'coalesce' | 'known'

const at = (x: Float64Array, index: number): number => x[index] ?? NaN
const grid = (x: Float64Array, index: number): number => onGrid(at(x, index))
const yes = (holds: boolean): number => (holds ? 1 : 0)

const one = (apply: (a: number) => number): Operation => ({ apply: (x) => apply(at(x, 0)) })
const two = (apply: (a: number, b: number) => number): Operation => ({ apply: (x) => apply(at(x, 0), at(x, 1)) })
/** Over operands on the grid. */
const compared = (apply: (a: number, b: number) => boolean): Operation => ({
  apply: (x) => yes(apply(grid(x, 0), grid(x, 1))),
})
const whole = (apply: (a: number) => number): Operation => ({ apply: (x) => apply(grid(x, 0)) })

const byZero = (x: Float64Array): string | null => (grid(x, 1) === 0 ? 'FORMULA_DIVIDE_BY_ZERO' : null)
const notPositive = (x: Float64Array): string | null => (grid(x, 0) <= 0 ? 'FORMULA_LOG_NOT_POSITIVE' : null)

const MOST_DECIMALS = 9

/** Each operator that needs all its operands. */
export const OPERATIONS: Readonly<Record<Exclude<Operator, Lazy>, Operation>> = {
  negate: one((a) => 0 - a),
  '+': two((a, b) => a + b),
  '-': two((a, b) => a - b),
  '*': two((a, b) => a * b),
  '/': { ...two((a, b) => a / b), refuse: byZero },
  '**': { ...two(raise), refuse: (x) => refusePower(grid(x, 0), grid(x, 1)) },
  '<': compared((a, b) => a < b),
  '<=': compared((a, b) => a <= b),
  '>': compared((a, b) => a > b),
  '>=': compared((a, b) => a >= b),
  '=': compared((a, b) => a === b),
  '!=': compared((a, b) => a !== b),
  between: { apply: (x) => yes(grid(x, 0) >= grid(x, 1) && grid(x, 0) <= grid(x, 2)) },
  in: { apply: (x) => yes(x.subarray(1).some((item) => onGrid(item) === grid(x, 0))) },
  not: one((a) => 1 - a),
  count: { apply: sum },
  min: { apply: (x) => Math.min(...x) },
  max: { apply: (x) => Math.max(...x) },
  sum: { apply: sum },
  product: { apply: product },
  mean: { apply: mean },
  median: { apply: median },
  stddev: { apply: standardDeviation },
  abs: one(Math.abs),
  sign: whole((a) => (a > 0 ? 1 : a < 0 ? -1 : 0)),
  floor: whole(Math.floor),
  ceiling: whole((a) => Math.ceil(a) + 0),
  truncate: whole((a) => Math.trunc(a) + 0),
  round: {
    apply: (x) => roundHalfEven(at(x, 0), x.length > 1 ? at(x, 1) : 0),
    refuse: (x) => (x.length < 2 || isDecimals(at(x, 1)) ? null : 'FORMULA_ROUND_DIGITS'),
  },
  modulo: { apply: (x) => onGrid(at(x, 0) - at(x, 1) * Math.floor(ratio(x))), refuse: byZero },
  quotient: { apply: (x) => Math.floor(ratio(x)), refuse: byZero },
  odd: { apply: (x) => yes(Math.abs(grid(x, 0) % 2) === 1), refuse: notWhole },
  even: { apply: (x) => yes(grid(x, 0) % 2 === 0), refuse: notWhole },
  clamp: {
    apply: (x) => Math.min(Math.max(at(x, 0), at(x, 1)), at(x, 2)),
    refuse: (x) => (grid(x, 1) > grid(x, 2) ? 'FORMULA_CLAMP_ENDS' : null),
  },
  interpolate: {
    apply: ([x = NaN, x0 = NaN, y0 = NaN, x1 = NaN, y1 = NaN]) => y0 + ((x - x0) / (x1 - x0)) * (y1 - y0),
    refuse: (x) => (grid(x, 1) === grid(x, 3) ? 'FORMULA_DIVIDE_BY_ZERO' : null),
  },
  sqrt: {
    ...one((a) => Math.sqrt(Math.max(a, 0))),
    refuse: (x) => (grid(x, 0) < 0 ? 'FORMULA_SQRT_NEGATIVE' : null),
  },
  exp: one(exp),
  ln: { ...one(ln), refuse: notPositive },
  log10: { ...one((a) => ln(a) / Math.LN10), refuse: notPositive },
  percent: { ...two((a, b) => (a / b) * 100), refuse: byZero },
  growth: { ...two((now, before) => ((now - before) / before) * 100), refuse: byZero },
}

const ratio = (x: Float64Array): number => onGrid(at(x, 0) / at(x, 1))

const isDecimals = (digits: number): boolean => Number.isInteger(digits) && digits >= 0 && digits <= MOST_DECIMALS

function notWhole(x: Float64Array): string | null {
  return Number.isInteger(grid(x, 0)) ? null : 'FORMULA_NOT_WHOLE'
}

function refusePower(base: number, exponent: number): string | null {
  if (base === 0 && exponent < 0) return 'FORMULA_DIVIDE_BY_ZERO'
  return base < 0 && !Number.isInteger(exponent) ? 'FORMULA_POWER_ROOT' : null
}

/** Exponents up to here are multiplied out, so that 3 ** 2 is 9. */
const MULTIPLIED = 1024

function raise(base: number, exponent: number): number {
  const times = onGrid(exponent)
  if (Number.isInteger(times) && Math.abs(times) <= MULTIPLIED) {
    const raised = product(new Float64Array(Math.abs(times)).fill(base))
    return times < 0 ? 1 / raised : raised
  }
  const size = power(Math.abs(base), exponent)
  return base < 0 && Math.abs(times % 2) === 1 ? -size : size
}
