import {
  Blank,
  readsHistory,
  referencesOf,
  settingsOf,
  type Column,
  type Condition,
  type Dataset,
  type Framework,
} from '@plumbline/kernel'
import type { Cell, InputRow } from '@plumbline/db'

/** Columns from stored rows, in their order; an item that a row has no cell for is unanswered there. */
export function datasetOf(rows: readonly InputRow[]): Dataset {
  const columns = new Map<string, MutableColumn>()
  for (const [row, { cells }] of rows.entries())
    for (const cell of cells) {
      const column = columns.get(cell.item) ?? emptyColumn(rows.length)
      columns.set(cell.item, column)
      writeCell(column, row, cell)
    }
  return {
    size: rows.length,
    units: rows.map(({ code }) => code),
    periods: rows.map(({ period }) => period),
    groups: rows.map(({ group }) => group),
    columns: new Map(
      Array.from(columns, ([item, { ratings, ...column }]) => [
        item,
        ratings.size > 0 ? { ...column, ratings } : column,
      ]),
    ),
  }
}

type MutableColumn = Omit<Column, 'ratings'> & { readonly ratings: Map<number, readonly number[]> }

function emptyColumn(size: number): MutableColumn {
  return {
    values: new Float64Array(size).fill(Number.NaN),
    blanks: new Uint8Array(size).fill(Blank.unanswered),
    ratings: new Map(),
  }
}

function writeCell(column: MutableColumn, row: number, cell: Cell): void {
  column.values[row] = cell.value ?? Number.NaN
  column.blanks[row] = cell.blank
  if (cell.ratings) column.ratings.set(row, cell.ratings)
}

/** What a run reads of earlier rounds. */
export interface EarlierNeed {
  /** Ids of facts and indicators; undefined for all of them. */
  readonly items?: readonly string[]
  /** Units that are not in the round any more are read too: they belong to a reference sample. */
  readonly everyUnit: boolean
}

/**
 * What a run under this framework needs of earlier rounds: the facts that gates look back on, or everything where the
 * pipeline fills over periods or has a reference period. Null for nothing.
 */
export function earlierNeed(framework: Framework): EarlierNeed | null {
  const settings = settingsOf(framework) ?? []
  if (readsHistory(settings)) return { everyUnit: settings.some(({ reference }) => reference?.period !== undefined) }
  const items = lookbackFacts(framework)
  return items.length > 0 ? { items, everyUnit: false } : null
}

/** Facts that some gate looks back on. */
function lookbackFacts(framework: Framework): readonly string[] {
  const gates = framework.gates.filter((gate) => gate.lookbackMonths !== undefined)
  const known = new Set(framework.facts.map(({ id }) => id))
  return Array.from(new Set(gates.flatMap((gate) => factsIn(gate.when))))
    .filter((id) => known.has(id))
    .sort()
}

function factsIn(condition: Condition): readonly string[] {
  if ('fact' in condition) return [condition.fact]
  if ('all' in condition) return condition.all.flatMap(factsIn)
  if ('any' in condition) return condition.any.flatMap(factsIn)
  if ('not' in condition) return factsIn(condition.not)
  if ('formula' in condition) return referencesOf(condition.formula.body).map(({ id }) => id)
  return []
}
