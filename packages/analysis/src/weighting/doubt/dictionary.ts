/**
 * A simplex dictionary in doubles: basic_i = b_i - Σ_j a_ij nonbasic_j, all variables >= 0; the objective is a row of the
 * same form whose value is to be as small as it can be. Changed in place: one is made for each unit.
 */
export interface Dictionary {
  readonly objective: Float64Array
  /** b_i first, then a_ij. */
  readonly rows: Float64Array[]
  /** Variable of each row, and of each column after the first. */
  readonly basic: number[]
  readonly nonbasic: number[]
}

/** Entries this small are rounding; the data are scaled to a largest value of 1. */
const ZERO = 1e-11
/** Entries smaller than this are not divided by: they may be rounding of larger ones. */
const PIVOT = 1e-9
/** After so many pivots in a row that do not move, Bland's rule, which cannot cycle, takes over until one does. */
const PATIENCE = 200

/** A row without entries that is below 0 by less says the same as a row that already holds: two bounds that meet. */
const NOISE = 1e-8
/** Ratios this near each other are equal. */
const TIE = 1e-13

type Rule = 'steepest' | 'bland'

/** From a feasible dictionary to an optimal one. */
export function primal(dictionary: Dictionary): void {
  for (let idle = 0; ;) {
    const rule = idle > PATIENCE ? 'bland' : 'steepest'
    const column = enteringColumn(dictionary, rule)
    if (column === 0) return
    const row = leavingRow(dictionary, column, rule)
    if (row < 0) return
    idle = at(dictionary.rows[row], 0) > ZERO ? 0 : idle + 1
    pivot(dictionary, row, column)
  }
}

/**
 * From a dictionary that is optimal but for rows below 0 to an optimal one.
 *
 * @returns False where a row cannot be raised to 0 by any means.
 */
export function dual(dictionary: Dictionary): boolean {
  for (let idle = 0; ;) {
    const rule = idle > PATIENCE ? 'bland' : 'steepest'
    const row = violatedRow(dictionary, rule)
    if (row < 0) return true
    const column = dualColumn(dictionary, row, rule)
    if (column === 0) {
      const [line, value] = [dictionary.rows[row], at(dictionary.rows[row], 0)]
      if (!line || value < -NOISE) return false
      line[0] = 0
      continue
    }
    idle = at(dictionary.objective, column) < -ZERO ? 0 : idle + 1
    pivot(dictionary, row, column)
  }
}

/** coefficients · w <= limit, on the variables 0, 1, ... */
export interface Constraint {
  readonly coefficients: Float64Array
  readonly limit: number
}

/** Adds a constraint whose slack is the variable `slack`. */
export function addConstraint(dictionary: Dictionary, slack: number, constraint: Constraint): void {
  dictionary.rows.push(rowOf(dictionary, constraint))
  dictionary.basic.push(slack)
}

/** The slack of a constraint, in terms of the nonbasic variables. */
export function rowOf({ rows, basic, nonbasic }: Dictionary, { coefficients, limit }: Constraint): Float64Array {
  const row = new Float64Array(nonbasic.length + 1)
  row[0] = limit
  nonbasic.forEach((k, j) => {
    if (k < coefficients.length) row[j + 1] = at(coefficients, k)
  })
  basic.forEach((k, i) => {
    const factor = k < coefficients.length ? at(coefficients, k) : 0
    if (factor !== 0) subtract(row, factor, rows[i])
  })
  return row
}

const at = (values: Float64Array | undefined, index: number): number => values?.[index] ?? 0

function subtract(from: Float64Array, factor: number, row: Float64Array | undefined): void {
  if (!row) return
  for (let j = 0; j < from.length; j += 1) from[j] = (from[j] ?? 0) - factor * (row[j] ?? 0)
}

function enteringColumn({ objective, nonbasic }: Dictionary, rule: Rule): number {
  let column = 0
  for (let j = 1; j < objective.length; j += 1) {
    if (!(at(objective, j) > ZERO)) continue
    const better =
      rule === 'bland'
        ? (nonbasic[j - 1] ?? 0) < (nonbasic[column - 1] ?? Infinity)
        : column === 0 || at(objective, j) > at(objective, column)
    if (better) column = j
  }
  return column
}

/** The row that reaches 0 first; among ties the largest entry, the safest to divide by, or by Bland's rule. */
function leavingRow({ rows, basic }: Dictionary, column: number, rule: Rule): number {
  return first(rule, {
    count: rows.length,
    entry: (i) => at(rows[i], column),
    ratio: (i, entry) => Math.max(0, at(rows[i], 0)) / entry,
    variable: (i) => basic[i] ?? 0,
  })
}

interface Candidates {
  readonly count: number
  /** A candidate only where it is above 0. */
  readonly entry: (place: number) => number
  readonly ratio: (place: number, entry: number) => number
  readonly variable: (place: number) => number
}

/** Place of the least ratio, -1 where there is no candidate. */
function first(rule: Rule, { count, entry, ratio, variable }: Candidates): number {
  const ratios = new Float64Array(count).fill(Infinity)
  let least = Infinity
  for (let place = 0; place < count; place += 1) {
    const size = entry(place)
    if (!(size > PIVOT)) continue
    const found = ratio(place, size)
    ratios[place] = found
    if (found < least) least = found
  }
  if (least === Infinity) return -1
  let best = -1
  for (let place = 0; place < count; place += 1) {
    if (at(ratios, place) > least + TIE) continue
    const better = best < 0 || (rule === 'bland' ? variable(place) < variable(best) : entry(place) > entry(best))
    if (better) best = place
  }
  return best
}

function violatedRow({ rows, basic }: Dictionary, rule: Rule): number {
  let worst = -1
  rows.forEach((row, i) => {
    if (at(row, 0) >= -ZERO / 10) return
    const better =
      worst < 0 || (rule === 'bland' ? (basic[i] ?? 0) < (basic[worst] ?? 0) : at(row, 0) < at(rows[worst], 0))
    if (better) worst = i
  })
  return worst
}

/** The column that keeps the objective optimal; ties as in `leavingRow`. 0 where there is none. */
function dualColumn({ rows, objective, nonbasic }: Dictionary, row: number, rule: Rule): number {
  const line = rows[row]
  return (
    first(rule, {
      count: nonbasic.length,
      entry: (j) => -at(line, j + 1),
      ratio: (j, entry) => Math.max(0, -at(objective, j + 1)) / entry,
      variable: (j) => nonbasic[j] ?? 0,
    }) + 1
  )
}

function pivot({ rows, objective, basic, nonbasic }: Dictionary, row: number, column: number): void {
  const pivotRow = rows[row]
  if (!pivotRow) return
  const entry = at(pivotRow, column)
  for (let j = 0; j < pivotRow.length; j += 1) pivotRow[j] = (pivotRow[j] ?? 0) / entry
  pivotRow[column] = 1 / entry
  eliminate(objective, pivotRow, column)
  for (const other of rows) if (other !== pivotRow) eliminate(other, pivotRow, column)
  const leaving = basic[row] ?? 0
  basic[row] = nonbasic[column - 1] ?? 0
  nonbasic[column - 1] = leaving
}

function eliminate(from: Float64Array, pivotRow: Float64Array, column: number): void {
  const factor = at(from, column)
  if (factor === 0) return
  from[column] = 0
  subtract(from, factor, pivotRow)
}
