import { inputsBefore } from '@plumbline/db'
import { FaultError, joinHistory, planAt, type Column, type Dataset, type Fault } from '@plumbline/kernel'
import { withCode } from '@plumbline/sandbox'
import type { App } from '../context.ts'
import { lockOfRound } from '../lock.ts'
import { datasetOf, earlierNeed } from '../runs/dataset.ts'
import type { Part } from './read.ts'

/** Scores a part of a file before anything is written: data that the kernel refuses is refused with the file. */
export async function trialFaults(app: App, part: Part): Promise<readonly Fault[]> {
  const { plugin, round, table, rows } = part
  try {
    const asOf = round ? lockOfRound(round).asOf : app.clock().toISOString().slice(0, 10)
    const history = earlierNeed(plugin.plan.framework) ? await earlierRows(app, part) : null
    const dataset = await withCode(app.sandbox, plugin, selectRows(table.dataset, rows))
    await app.scorer.score({ plan: planAt(plugin.plan, asOf), dataset, history })
    return []
  } catch (error) {
    if (error instanceof FaultError) return error.faults
    throw error
  }
}

/** What the run will find of earlier periods: those of the same file, then those that are stored. */
async function earlierRows(app: App, { plugin, period, table }: Part): Promise<Dataset> {
  const inFile = [...table.dataset.periods.keys()].filter((row) => (table.dataset.periods[row] ?? '') < period)
  const stored = await inputsBefore(app.database.db, plugin.ref.id, period)
  return joinHistory(selectRows(table.dataset, inFile), datasetOf(stored))
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
