import { Blank, type Column, type Dataset } from '@plumbline/kernel'
import type { Draw } from './draw.ts'

/**
 * The dataset of one draw: noisy values, columns that are scores already, indicators that are left out. Other columns are
 * those of the dataset itself.
 *
 * @param scored - As `scoredColumns` gives them.
 */
export function drawnDataset(dataset: Dataset, draw: Draw, scored: ReadonlyMap<string, Float64Array>): Dataset {
  const columns = new Map(dataset.columns)
  for (const [id, values] of [...(draw.values ?? []), ...scored]) {
    const column = columns.get(id)
    if (column) columns.set(id, { values, blanks: column.blanks })
  }
  for (const id of draw.out ?? []) columns.set(id, leftOut(dataset.size))
  return { ...dataset, columns }
}

const leftOut = (size: number): Column => ({
  values: new Float64Array(size).fill(NaN),
  blanks: new Uint8Array(size).fill(Blank.notApplicable),
})
