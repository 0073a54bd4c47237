import { Blank, type Column, type Dataset } from '@plumbline/kernel'
import type { CatalogueInput } from '@plumbline/plugin-api'
import type { GoldenCase } from './schema.ts'

type Given = GoldenCase['values'][string] | undefined

/**
 * The cases as rows: null is unanswered, `N/A` not applicable, a list the ratings of a panel.
 *
 * @param inputs - Data items of the standard: a choice may be given by its option's id or name.
 */
export function caseDataset(cases: readonly GoldenCase[], inputs: readonly CatalogueInput[] = []): Dataset {
  const rows = cases.map(({ facts, values }) => ({ ...facts, ...values }))
  const ids = new Set(rows.flatMap((row) => Object.keys(row)))
  const read = (id: string, cell: Given): Given =>
    optionOf(
      inputs.find((input) => input.id === id),
      cell,
    )
  return {
    size: cases.length,
    units: cases.map(({ unit }) => unit),
    periods: cases.map(({ period }) => period),
    groups: cases.map(({ group }) => group ?? null),
    columns: new Map([...ids].map((id) => [id, columnOf(rows.map((row) => read(id, row[id])))])),
  }
}

function optionOf(input: CatalogueInput | undefined, cell: Given): Given {
  const option = input?.options.findIndex(({ id, zh, en }) => [id, zh, en].some((name) => name === cell)) ?? -1
  return option < 0 ? cell : option
}

function columnOf(cells: readonly Given[]): Column {
  const values = Float64Array.from(cells, valueOf)
  const blanks = Uint8Array.from(cells, (cell, row) =>
    Number.isNaN(values[row] ?? Number.NaN) ? blankOf(cell) : Blank.none,
  )
  const ratings = new Map(cells.flatMap((cell, row) => (Array.isArray(cell) ? [[row, cell] as const] : [])))
  return ratings.size > 0 ? { values, blanks, ratings } : { values, blanks }
}

function valueOf(cell: Given): number {
  if (typeof cell === 'number') return cell
  if (typeof cell === 'boolean') return cell ? 1 : 0
  if (Array.isArray(cell)) return cell.reduce((sum, rating) => sum + rating, 0) / cell.length
  return Number.NaN
}

const blankOf = (cell: Given): Blank => (cell === 'N/A' ? Blank.notApplicable : Blank.unanswered)
