/** What is typed into the form, as the dataset of one unit. */
import type { Catalogue, CatalogueIndicator } from '@plumbline/api/contract'
import { Blank, type Column, type Dataset } from '@plumbline/kernel'
import type { AuthorCase, Given } from './state.ts'

/** Text by item id; empty is unanswered. */
export interface FormValues {
  readonly group: string | null
  readonly texts: Readonly<Record<string, string>>
}

export const NOT_APPLICABLE = 'N/A'
export const BLANK_FORM: FormValues = { group: null, texts: {} }

/** A case, typed in. */
export const formOf = ({ group, values }: AuthorCase): FormValues => ({
  group,
  texts: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, textOf(value)])),
})

function textOf(value: Given): string {
  if (value === null) return ''
  return Array.isArray(value) ? value.join('; ') : String(value)
}

/** Indicators that are reported; the others are worked out from data items. */
export const reported = ({ nodes }: Catalogue): readonly CatalogueIndicator[] =>
  nodes.filter((node): node is CatalogueIndicator => node.kind === 'indicator' && node.formula === null)

/**
 * @returns One row. A text that is no number stays out as not a number with no blank, and scoring says so.
 * @example datasetOf({ group: null, texts: { share: '62.5' } }, catalogue).columns.get('share')?.values[0] // 62.5
 */
export function datasetOf({ group, texts }: FormValues, catalogue: Catalogue): Dataset {
  const choices = new Map(catalogue.inputs.map((input) => [input.id, input.options.map(({ id }) => id)]))
  const ids = [...reported(catalogue), ...catalogue.facts, ...catalogue.inputs].map(({ id }) => id)
  const columns = ids.map((id) => [id, columnOf(texts[id] ?? '', choices.get(id) ?? [])] as const)
  return { size: 1, units: ['form'], periods: ['1'], groups: [group], columns: new Map(columns) }
}

function columnOf(text: string, choices: readonly string[]): Column {
  const trimmed = text.trim()
  if (trimmed === '') return { values: Float64Array.of(Number.NaN), blanks: Uint8Array.of(Blank.unanswered) }
  if (trimmed === NOT_APPLICABLE)
    return { values: Float64Array.of(Number.NaN), blanks: Uint8Array.of(Blank.notApplicable) }
  const ratings = trimmed.split(/\s*[;；]\s*/).map(Number)
  const value =
    ratings.length > 1 ? ratings.reduce((sum, one) => sum + one, 0) / ratings.length : numberOf(trimmed, choices)
  const column = {
    values: Float64Array.of(value),
    blanks: Uint8Array.of(Number.isNaN(value) ? Blank.unanswered : Blank.none),
  }
  return ratings.length > 1 ? { ...column, ratings: new Map([[0, ratings]]) } : column
}

function numberOf(text: string, choices: readonly string[]): number {
  if (text === 'true') return 1
  if (text === 'false') return 0
  const choice = choices.indexOf(text)
  return choice >= 0 ? choice : Number(text)
}
