/**
 * Data items that formulas read. Subjects' attributes stay as they are for a unit; sizes differ from unit to unit; then one
 * item of each formula is set so that the formula comes to the raw value that the unit's score asks for.
 */
import type { Draws } from '@plumbline/analysis'
import {
  Blank,
  evaluate,
  formulasOf,
  paramAt,
  type Cells,
  type FormulaSpec,
  type Framework,
  type PlacedFormula,
  type Reference,
} from '@plumbline/kernel'
import type { CatalogueIndicator, CatalogueInput } from '@plumbline/plugin-api'

/** Raw values by column id; a name that has none is missing. */
export type Values = ReadonlyMap<string, number>

export interface InputPlace {
  readonly unit: number
  readonly period: string
  /** The unit's latent level, about 0 to 100. */
  readonly level: number
}

/** Orders of size between the smallest and the largest unit, and where they lie. */
const SIZE = { smallest: 80, ratio: 60 }
/** How far an item that is set may be from its size, and in how many steps it is looked for. */
const SEARCH = { reach: 1000, coarse: 96, fine: 40 }
/** Well after any value: a demonstration reads the latest parameters. */
const LATEST = '9999-12-31'

/** Draws the inputs of one row, each by what it is for. */
export function drawInputs(inputs: readonly CatalogueInput[], place: InputPlace, draws: Draws): Map<string, number> {
  return new Map(inputs.map((input) => [input.id, drawInput(input, place, draws)] as const))
}

function drawInput(input: CatalogueInput, { unit, level }: InputPlace, draws: Draws): number {
  const draw = draws.uniform({ what: 'input', unit, item: input.id })
  if (input.type === 'choice') return Math.floor(draw * input.options.length)
  if (input.type === 'boolean') return draw < Math.min(0.97, Math.max(0.05, level / 100)) ? 1 : 0
  return possible(input, SIZE.smallest * SIZE.ratio ** draw)
}

/** A number that the item can be: whole where it counts, within its range. */
function possible({ type, min, max }: CatalogueInput, value: number): number {
  const held = Math.min(max ?? Infinity, Math.max(min ?? 0, value))
  return type === 'integer' ? Math.round(held) : Number(held.toPrecision(4))
}

/** A standard's formulas by what they decide, and its parameters at their latest. */
export interface FormulaTable {
  readonly values: ReadonlyMap<string, FormulaSpec>
  readonly rules: ReadonlyMap<string, FormulaSpec>
  readonly params: Values
}

export function formulaTable(framework: Framework): FormulaTable {
  const placed = formulasOf(framework)
  const byId = (role: PlacedFormula['role']): ReadonlyMap<string, FormulaSpec> =>
    new Map(placed.filter((one) => one.role === role).map(({ id, formula }) => [id, formula] as const))
  const params = (framework.params ?? []).map((param) => [param.id, paramAt(param, LATEST)?.value ?? NaN] as const)
  return { values: byId('value'), rules: byId('not-applicable'), params: new Map(params) }
}

interface Aim {
  readonly table: FormulaTable
  readonly indicator: CatalogueIndicator
  /** Inputs that may be set, in the order in which the formula reads them. */
  readonly free: readonly CatalogueInput[]
  /** Raw value that the formula is to come to. */
  readonly target: number
}

/**
 * The item of a formula that is set, and its value: the first number among the free, at the value where the formula comes
 * nearest to the target.
 *
 * @returns null where no number is free, or no value gives the formula one.
 */
export function settle(values: Values, { table, indicator, free, target }: Aim): readonly [string, number] | null {
  const input = free.find(({ type }) => type === 'integer' || type === 'number')
  const formula = table.values.get(indicator.id)
  if (!input || !formula) return null
  const near = (tried: readonly number[]): number | null => {
    const candidates = Float64Array.from(new Set(tried.map((value) => possible(input, value))))
    const results = resultsOf(formula, table, { values, size: candidates.length, varied: [input.id, candidates] })
    const off = results.map((value) => Math.abs(value - target))
    const known = [...off.keys()].filter((at) => !Number.isNaN(off[at]))
    const [best] = known.sort((one, other) => (off[one] ?? 0) - (off[other] ?? 0))
    return best === undefined ? null : (candidates[best] ?? null)
  }
  const size = values.get(input.id) ?? 1
  const found = near([0, ...ladder(size, SEARCH.reach, SEARCH.coarse)])
  return found === null ? null : [input.id, near([found, ...ladder(found, RUNG, SEARCH.fine)]) ?? found]
}

/** Two neighbours of the coarse search lie so far apart, as a factor. */
const RUNG = SEARCH.reach ** (2 / (SEARCH.coarse - 1))

/** Values about one, from 1 / reach of it to reach times it, in equal factors. */
const ladder = (about: number, reach: number, steps: number): readonly number[] =>
  Array.from({ length: steps }, (_, step) => (about / reach) * reach ** ((2 * step) / (steps - 1)))

/** What a formula comes to in one row; NaN where it has no value. */
export const resultOf = (formula: FormulaSpec | undefined, table: FormulaTable, values: Values): number =>
  formula ? (resultsOf(formula, table, { values, size: 1 })[0] ?? NaN) : NaN

interface Rows {
  readonly values: Values
  readonly size: number
  /** One name with a value of its own in each row. */
  readonly varied?: readonly [string, Float64Array]
}

function resultsOf({ body }: FormulaSpec, { params }: FormulaTable, { values, size, varied }: Rows): Float64Array {
  const read = ({ op, id }: Reference): Cells => {
    const same = (op === 'param' ? params : values).get(id) ?? NaN
    const cells = id === varied?.[0] ? varied[1] : new Float64Array(size).fill(same)
    return { values: cells, blanks: Uint8Array.from(cells, (value) => (Number.isNaN(value) ? Blank.unanswered : 0)) }
  }
  return evaluate(body, { size, read, fail: () => undefined }).values
}
