/** The columns of indicators, facts and inputs: how each is read, what it holds so far, and what is odd about it as a whole. */
import { fault, type Fault } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import { factReader, indicatorReader, inputReader, isPercent, type FileHabits } from '../cells/cell-reader.ts'
import { goalposts } from '../cells/plausible.ts'
import type { CellReader, Reading } from '../cells/reading.ts'
import type { BoundColumn } from '../header/bind-header.ts'
import type { Item } from '../header/names.ts'
import { columnLetter, sheetPlace } from './address.ts'
import { fractionWatch, type FractionWatch } from './fraction-watch.ts'
import { growingColumn, type GrowingColumn } from './growing-column.ts'

export interface ItemColumn extends BoundColumn<Item> {
  readonly read: CellReader
  readonly column: GrowingColumn
  readonly watch: FractionWatch
}

export function itemColumn(bound: BoundColumn<Item>, catalogue: Catalogue, habits: FileHabits): ItemColumn {
  const item = bound.of
  const marks = item.kind === 'indicator' && isPercent(item.unitOfMeasure.zh) ? goalposts(item.normalise) : []
  return { ...bound, read: readerOf(item, catalogue, habits), column: growingColumn(), watch: fractionWatch(marks) }
}

function readerOf(item: Item, catalogue: Catalogue, habits: FileHabits): CellReader {
  if (item.kind === 'indicator') return indicatorReader(item, catalogue, habits)
  return item.kind === 'fact' ? factReader(item, habits) : inputReader(item, habits)
}

export function keepReading({ column, watch }: ItemColumn, reading: Reading): void {
  column.push(reading)
  watch.see(reading.value)
}

/** What only the whole column shows; asked when the file is read. */
export const columnFaults = (columns: readonly ItemColumn[], sheet: string | null): readonly Fault[] =>
  columns
    .filter(({ watch }) => watch.suspicious())
    .map(({ index, header, of }) => ({
      ...fault('COLUMN_OF_FRACTIONS', { header }, { ...sheetPlace(sheet), cell: columnLetter(index), id: of.id }),
      severity: 'warning',
    }))
