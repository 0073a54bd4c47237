import { Blank, isBranch, isSampleAggregate, settingsOf, type Column, type Dataset, type Plan } from '@plumbline/kernel'

/** One row of a dataset. */
export interface RowOf {
  readonly dataset: Dataset
  readonly row: number
}

/** Raw values by indicator or fact id that take the place of what a row has; null makes it unanswered. */
export type Changes = ReadonlyMap<string, number | null>

/** Whom a row's score depends on beside its own unit: its peer group, its period, or everybody. */
export type Reach = 'unit' | 'group' | 'period' | 'all'

/**
 * How far a plan looks around when it scores a row: at nobody else, at the peers where an indicator is scored by its place
 * among them, at all of the period where a branch compares them. At everybody where the data are prepared: what a value
 * is made into depends on the whole sample.
 *
 * @example reachOf(plan) // 'unit'
 */
export function reachOf({ framework, nodes }: Plan): Reach {
  if (settingsOf(framework)) return 'all'
  const withins = nodes.flatMap((node): readonly ('period' | 'group')[] => {
    if (!isBranch(node)) return node.spec.normalise.method === 'percentile' ? ['group'] : []
    return isSampleAggregate(node.spec.aggregate) ? [node.spec.aggregate.within] : []
  })
  if (withins.includes('period')) return 'period'
  return withins.length > 0 ? 'group' : 'unit'
}

/**
 * The least part of a dataset in which a row scores as it does in the whole: its unit's rows of all periods (gates look
 * back), and those that `reachOf` its plan.
 *
 * @returns The part, and the row's place in it.
 */
export function neighbourhood(plan: Plan, { dataset, row }: RowOf): RowOf {
  const reach = reachOf(plan)
  if (reach === 'all') return { dataset, row }
  const { units, periods, groups } = dataset
  const rows = Array.from(units.keys()).filter(
    (other) =>
      units[other] === units[row] ||
      (periods[other] === periods[row] && (reach === 'period' || (reach === 'group' && groups[other] === groups[row]))),
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
