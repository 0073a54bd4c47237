import { FaultError, planAt, type Column, type Dataset, type Fault } from '@plumbline/kernel'
import type { App } from '../context.ts'
import { lockOfRound } from '../lock.ts'
import type { Part } from './read.ts'

/** Scores a part of a file before anything is written: data that the kernel refuses is refused with the file. */
export async function trialFaults(app: App, { plugin, round, table, rows }: Part): Promise<readonly Fault[]> {
  try {
    const asOf = round ? lockOfRound(round).asOf : app.clock().toISOString().slice(0, 10)
    await app.scorer.score({ plan: planAt(plugin.plan, asOf), dataset: selectRows(table.dataset, rows), history: null })
    return []
  } catch (error) {
    if (error instanceof FaultError) return error.faults
    throw error
  }
}

/** A copy of chosen rows, in their order. */
function selectRows(dataset: Dataset, rows: readonly number[]): Dataset {
  const pick = <T>(values: readonly T[]): T[] => rows.flatMap((row) => values.slice(row, row + 1))
  return {
    size: rows.length,
    units: pick(dataset.units),
    periods: pick(dataset.periods),
    groups: pick(dataset.groups),
    columns: new Map(Array.from(dataset.columns, ([item, column]) => [item, selectCells(column, rows)])),
  }
}

function selectCells(column: Column, rows: readonly number[]): Column {
  const values = Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN)
  const blanks = Uint8Array.from(rows, (row) => column.blanks[row] ?? 0)
  if (!column.ratings) return { values, blanks }
  const { ratings } = column
  const kept = rows.flatMap((row, index) => {
    const of = ratings.get(row)
    return of ? [[index, of] as const] : []
  })
  return { values, blanks, ratings: new Map(kept) }
}
