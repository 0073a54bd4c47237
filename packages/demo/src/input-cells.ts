import type { Draws } from '@plumbline/analysis'
import type { Catalogue, CatalogueIndicator, CatalogueInput } from '@plumbline/plugin-api'
import { drawInputs, resultOf, settle, type FormulaTable, type InputPlace, type Values } from './inputs.ts'

interface Wanted {
  readonly table: FormulaTable
  readonly place: InputPlace
  readonly draws: Draws
  /** The indicators that formulas work out, with the raw values that they are to come to. */
  readonly targets: readonly { readonly indicator: CatalogueIndicator; readonly target: number }[]
  /** Values of facts, which formulas may read too. */
  readonly known: Values
}

/** Share of the cells of numbers that are left empty. */
const EMPTY = 0.015

/**
 * The cells of one row's inputs, in the catalogue's order.
 *
 * @returns Their texts, and the values of inputs and facts for the rules of not applicable. An item whose formula would
 * not be defined is left empty.
 */
export function inputCells(
  catalogue: Catalogue,
  { table, place, draws, targets, known }: Wanted,
): { readonly texts: readonly string[]; readonly values: Values } {
  const values = new Map([...known, ...drawInputs(catalogue.inputs, place, draws)])
  const settled = new Set<string>()
  for (const { indicator, target } of targets) {
    const read = indicator.formula?.inputs ?? []
    const free = read.flatMap((id) => catalogue.inputs.filter((input) => input.id === id && !settled.has(id)))
    const set = settle(values, { table, indicator, free, target })
    if (set) values.set(...set)
    for (const id of read) settled.add(id)
  }
  for (const { indicator } of targets) {
    const [first] = indicator.formula?.inputs ?? []
    if (first !== undefined && Number.isNaN(resultOf(table.values.get(indicator.id), table, values)))
      values.delete(first)
  }
  for (const { id, type } of catalogue.inputs) {
    const { unit, period } = place
    const empty = type !== 'choice' && draws.uniform({ what: 'input missing', unit, period, item: id }) < EMPTY
    if (empty) values.delete(id)
  }
  return { values, texts: catalogue.inputs.map((input) => textOf(input, values.get(input.id))) }
}

function textOf({ type, options }: CatalogueInput, value: number | undefined): string {
  if (value === undefined) return ''
  if (type === 'choice') return options[value]?.id ?? ''
  return type === 'boolean' ? String(value === 1) : String(value)
}
