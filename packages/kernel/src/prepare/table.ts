import { Blank, type Column, type Dataset } from '../dataset.ts'
import { fault, FaultError, type Fault } from '../errors.ts'

/**
 * A dataset with the rows of the history that it does not have itself, at the end.
 *
 * @param history - Rows of the same unit and period as one of the dataset's are not taken.
 * @example joinHistory(dataset, undefined) === dataset // true
 */
export function joinHistory(dataset: Dataset, history: Dataset | undefined): Dataset {
  if (!history) return dataset
  const known = new Set(dataset.units.map((unit, row) => keyOf(unit, dataset.periods[row])))
  const rows = [...history.units.keys()].filter((row) => !known.has(keyOf(history.units[row], history.periods[row])))
  const ids = new Set([...dataset.columns.keys(), ...history.columns.keys()])
  const also = <T>(own: readonly T[], theirs: readonly T[]): readonly T[] => [
    ...own,
    ...theirs.filter((_, row) => rows.includes(row)),
  ]
  return {
    size: dataset.size + rows.length,
    units: also(dataset.units, history.units),
    periods: also(dataset.periods, history.periods),
    groups: also(dataset.groups, history.groups),
    columns: new Map(
      [...ids].map((id) => [
        id,
        joinColumns(dataset.columns.get(id), history.columns.get(id), { size: dataset.size, rows }),
      ]),
    ),
  }
}

function joinColumns(
  own: Column | undefined,
  theirs: Column | undefined,
  { size, rows }: { readonly size: number; readonly rows: readonly number[] },
): Column {
  const values = new Float64Array(size + rows.length).fill(NaN)
  const blanks = new Uint8Array(size + rows.length).fill(Blank.unanswered)
  const ratings = new Map(own?.ratings)
  if (own) {
    values.set(own.values)
    blanks.set(own.blanks)
  }
  for (const [place, row] of rows.entries()) {
    values[size + place] = theirs?.values[row] ?? NaN
    blanks[size + place] = theirs?.blanks[row] ?? Blank.unanswered
    const given = theirs?.ratings?.get(row)
    if (given) ratings.set(size + place, given)
  }
  return { values, blanks, ratings }
}

const keyOf = (unit: string | undefined, period: string | undefined): string => `${period}\n${unit}`

/** The values of some rows of a column, in their order. */
export const pick = (values: Float64Array, rows: readonly number[]): Float64Array =>
  Float64Array.from(rows, (row) => values[row] ?? NaN)

/**
 * Runs a step over some rows. Its faults are put in their place: the indicator and, where a row is named, the unit and
 * period of that row.
 *
 * @returns null where there were faults; they are added to `faults`.
 */
export function placed<T>(
  step: () => T,
  {
    id,
    rows,
    table,
    faults,
  }: {
    readonly id: string
    readonly rows: readonly number[]
    readonly table: Pick<Dataset, 'units' | 'periods'>
    readonly faults: Fault[]
  },
): T | null {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    faults.push(...error.faults.map((found) => inPlace(found)))
    return null
  }

  function inPlace({ code, params }: Fault): Fault {
    const row = typeof params['row'] === 'number' ? rows[params['row'] - 1] : undefined
    if (row === undefined) return fault(code, params, { id, ...periodOf(rows, table) })
    return fault(
      code,
      { ...params, row: row + 1 },
      { id, unit: table.units[row] ?? '', period: table.periods[row] ?? '' },
    )
  }
}

/** The period, where all the rows are of one. */
function periodOf(rows: readonly number[], { periods }: Pick<Dataset, 'periods'>): { readonly period?: string } {
  const [first, second] = new Set(rows.map((row) => periods[row] ?? ''))
  return first !== undefined && second === undefined ? { period: first } : {}
}
