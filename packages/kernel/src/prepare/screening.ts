import { Blank, type Dataset } from '../dataset.ts'
import type { Settings } from '../pipeline/settings.ts'
import type { ReferenceSpec, ScreenSpec } from '../pipeline/spec.ts'
import { sift, type Dropped } from '../screen/availability.ts'
import { partsOf } from './samples.ts'

export interface Screening {
  readonly units: ReadonlyMap<number, Dropped>
  /** By indicator id, the rows for which it is left out. */
  readonly indicators: ReadonlyMap<string, ReadonlyMap<number, Dropped>>
}

/** One raw column with its blanks, as it was reported. */
export interface RawColumn {
  readonly settings: Settings
  readonly values: Float64Array
  readonly blanks: Uint8Array | undefined
}

export interface ScreenRules {
  readonly screen: ScreenSpec
  readonly reference: ReferenceSpec | null
}

/**
 * Indicators first, over the units of the sample; then every unit over the indicators that are kept. A cell that does not
 * apply is no cell at all.
 */
export function screenTable(
  table: Dataset,
  columns: readonly RawColumn[],
  { screen, reference }: ScreenRules,
): Screening {
  const units = new Map<number, Dropped>()
  const indicators = new Map<string, Map<number, Dropped>>(columns.map(({ settings }) => [settings.spec.id, new Map()]))
  const forcedIndicators = new Map(
    columns.flatMap(({ settings }, index) => (settings.screen ? [[index, settings.screen] as const] : [])),
  )
  for (const { rows, sample } of partsOf(table, [...table.units.keys()], reference)) {
    const series = columns.map((column) => cellsOf(sample, (row) => [column, row]))
    const sifted = sift(series, screen.indicators ?? {}, forcedIndicators)
    for (const dropped of sifted.dropped) {
      const marks = indicators.get(columns[dropped.index]?.settings.spec.id ?? '')
      for (const row of rows) marks?.set(row, dropped)
    }
    const kept = sifted.kept.flatMap((index) => columns[index] ?? [])
    const unitSeries = rows.map((row) => cellsOf(kept, (column) => [column, row]))
    for (const dropped of sift(unitSeries, screen.units ?? {}, forcedUnits(rows, table.units, screen)).dropped) {
      const row = rows[dropped.index] ?? -1
      units.set(row, { ...dropped, index: row })
    }
  }
  return { units, indicators }
}

function cellsOf<T>(items: readonly T[], cell: (item: T) => readonly [RawColumn, number]): Float64Array {
  return Float64Array.from(
    items.flatMap((item) => {
      const [{ values, blanks }, row] = cell(item)
      return blanks?.[row] === Blank.notApplicable ? [] : (values[row] ?? NaN)
    }),
  )
}

function forcedUnits(
  rows: readonly number[],
  units: readonly string[],
  { keep = [], drop = [] }: ScreenSpec,
): ReadonlyMap<number, 'keep' | 'drop'> {
  const forced = new Map<number, 'keep' | 'drop'>()
  for (const [place, row] of rows.entries()) {
    const unit = units[row] ?? ''
    if (keep.includes(unit)) forced.set(place, 'keep')
    if (drop.includes(unit)) forced.set(place, 'drop')
  }
  return forced
}
