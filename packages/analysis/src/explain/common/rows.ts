import { Blank, isBranch, isSampleAggregate, settingsOf, type Column, type Dataset, type Plan } from '@plumbline/kernel'

/** One row of a dataset. */
export interface RowOf {
  readonly dataset: Dataset
  readonly row: number
}

/** Raw values by indicator or fact id that take the place of what a row has; null makes it unanswered. */
export type Changes = ReadonlyMap<string, number | null>

/**
 * The least part of a dataset in which a row scores as it does in the whole: its unit's rows of all periods (gates look
 * back), its peers where an indicator is scored by its place among them, and all of its period where a branch compares
 * them. All of it where the data are prepared: what a value is made into depends on everybody.
 *
 * @returns The part, and the row's place in it.
 */
export function neighbourhood(plan: Plan, { dataset, row }: RowOf): RowOf {
  if (settingsOf(plan.framework)) return { dataset, row }
  const { units, periods, groups } = dataset
  const byPeriod = plan.nodes.some(
    (node) => isBranch(node) && isSampleAggregate(node.spec.aggregate) && node.spec.aggregate.within === 'period',
  )
  const byPeers = plan.nodes.some((node) =>
    isBranch(node) ? isSampleAggregate(node.spec.aggregate) : node.spec.normalise.method === 'percentile',
  )
  const rows = Array.from(units.keys()).filter(
    (other) =>
      units[other] === units[row] ||
      (periods[other] === periods[row] && (byPeriod || (byPeers && groups[other] === groups[row]))),
  )
  return { dataset: takeRows(dataset, rows), row: rows.indexOf(row) }
}

/**
 * The rows asked for, in the order asked for.
 *
 * @example takeRows(dataset, [3, 0]).units // ['D', 'A']
 */
export function takeRows(dataset: Dataset, rows: readonly number[]): Dataset {
  return {
    size: rows.length,
    units: rows.map((row) => dataset.units[row] ?? ''),
    periods: rows.map((row) => dataset.periods[row] ?? ''),
    groups: rows.map((row) => dataset.groups[row] ?? null),
    columns: new Map(Array.from(dataset.columns, ([id, column]) => [id, takeCells(column, rows)])),
  }
}

function takeCells({ values, blanks, ratings, computed }: Column, rows: readonly number[]): Column {
  const kept = rows.flatMap((row, place) => {
    const found = ratings?.get(row)
    return found ? [[place, found] as const] : []
  })
  return {
    values: Float64Array.from(rows, (row) => values[row] ?? NaN),
    blanks: Uint8Array.from(rows, (row) => blanks[row] ?? Blank.unanswered),
    ...(kept.length > 0 && { ratings: new Map(kept) }),
    ...(computed && { computed }),
  }
}

/** The same dataset with other values in one row. A panel's ratings give way to the value. */
export function withChanges({ dataset, row }: RowOf, changes: Changes): Dataset {
  const columns = new Map(dataset.columns)
  for (const [id, value] of changes) columns.set(id, changeCell(columns.get(id), { size: dataset.size, row, value }))
  return { ...dataset, columns }
}

function changeCell(
  column: Column | undefined,
  { size, row, value }: { readonly size: number; readonly row: number; readonly value: number | null },
): Column {
  const values = column ? Float64Array.from(column.values) : new Float64Array(size).fill(NaN)
  const blanks = column ? Uint8Array.from(column.blanks) : new Uint8Array(size).fill(Blank.unanswered)
  values[row] = value ?? NaN
  blanks[row] = value === null ? Blank.unanswered : Blank.none
  const cells = column?.computed ? { values, blanks, computed: column.computed } : { values, blanks }
  if (!column?.ratings) return cells
  return { ...cells, ratings: new Map([...column.ratings].filter(([other]) => other !== row)) }
}
