import type { Column, Dataset, Result } from '@plumbline/kernel'
import type { Draw } from '../uncertainty/draw.ts'
import { scoreDraw, type UncertaintyModel } from '../uncertainty/model.ts'

/** The order of the others when one row is not there. */
export interface Reversal {
  readonly removed: number
  /** Pairs of the other rows, ranked both times, that stand strictly the other way round. */
  readonly reversedPairs: number
  /** Whether another row than before is first among the others. */
  readonly changesBest: boolean
}

/**
 * Leaves out each row in turn and scores the others anew. A standard with fixed marks never reverses; percentiles and
 * marks from the sample may.
 *
 * @param draw - Alternatives to be in force, for example normalisers from the sample; the declared standard unless told.
 * @returns One entry for each row.
 * @see Belton and Gear (1983), doi:10.1016/0305-0483(83)90047-6
 * @example rankReversals(model).filter(({ reversedPairs }) => reversedPairs > 0) // []
 */
export function rankReversals(model: UncertaintyModel, draw: Draw = {}): readonly Reversal[] {
  const { rank } = scoreDraw(model, draw)
  return model.dataset.units.map((_, removed) => {
    const kept = [...model.dataset.units.keys()].filter((row) => row !== removed)
    const after = withoutRow(model, kept, draw).rank
    const ranked = kept.flatMap((row, place) =>
      rank[row] && after[place] ? [{ row, before: rank[row] ?? 0, after: after[place] ?? 0 }] : [],
    )
    return {
      removed,
      reversedPairs: reversed(model.dataset, ranked),
      changesBest: bestOf(ranked, 'before') !== bestOf(ranked, 'after'),
    }
  })
}

interface Place {
  readonly row: number
  readonly before: number
  readonly after: number
}

function withoutRow({ dataset, ...model }: UncertaintyModel, rows: readonly number[], draw: Draw): Result {
  const values = new Map([...(draw.values ?? [])].map(([id, column]) => [id, pickRows(column, rows)]))
  return scoreDraw({ ...model, dataset: subset(dataset, rows), cache: new Map() }, { ...draw, values })
}

const pickRows = (values: Float64Array, rows: readonly number[]): Float64Array =>
  Float64Array.from(rows, (row) => values[row] ?? NaN)

function subset({ units, periods, groups, columns }: Dataset, rows: readonly number[]): Dataset {
  return {
    size: rows.length,
    units: rows.map((row) => units[row] ?? ''),
    periods: rows.map((row) => periods[row] ?? ''),
    groups: rows.map((row) => groups[row] ?? null),
    columns: new Map([...columns].map(([id, column]) => [id, columnOf(column, rows)])),
  }
}

function columnOf({ values, blanks, ratings }: Column, rows: readonly number[]): Column {
  const kept = new Map(rows.flatMap((row, place) => (ratings?.has(row) ? [[place, ratings.get(row) ?? []]] : [])))
  return {
    values: pickRows(values, rows),
    blanks: Uint8Array.from(rows, (row) => blanks[row] ?? 0),
    ...(ratings ? { ratings: kept } : {}),
  }
}

function reversed({ periods }: Dataset, places: readonly Place[]): number {
  let count = 0
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      if (periods[one.row] !== periods[other.row]) continue
      if ((one.before - other.before) * (one.after - other.after) < 0) count++
    }
  }
  return count
}

const bestOf = (places: readonly Place[], when: 'before' | 'after'): string => {
  const best = places.reduce((least, place) => Math.min(least, place[when]), Infinity)
  return places
    .filter((place) => place[when] === best)
    .map(({ row }) => row)
    .join(' ')
}
