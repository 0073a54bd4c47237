import { Blank, type Column, type Dataset } from '@plumbline/kernel'
import type { Draw } from './draw.ts'

/**
 * Columns of one draw that stand in place of the dataset's: noisy values, columns that are scores already, indicators that are
 * left out.
 *
 * @param scored - As `scoredColumns` gives them.
 */
export function drawnColumns(
  dataset: Dataset,
  draw: Draw,
  scored: ReadonlyMap<string, Float64Array>,
): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>()
  for (const replaced of [draw.values, scored]) {
    for (const [id, values] of replaced ?? []) {
      const column = dataset.columns.get(id)
      if (column) columns.set(id, { values, blanks: column.blanks })
    }
  }
  for (const id of draw.out ?? []) columns.set(id, leftOut(dataset.size))
  return columns
}

/** By size: one column for all draws, so that the kernel knows it again. */
const absent = new Map<number, Column>()

function leftOut(size: number): Column {
  const column = absent.get(size) ?? {
    values: new Float64Array(size).fill(NaN),
    blanks: new Uint8Array(size).fill(Blank.notApplicable),
  }
  absent.set(size, column)
  return column
}
