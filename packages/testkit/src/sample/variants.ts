import { Blank, type Dataset } from '@plumbline/kernel'
import type { Cell } from './row.ts'

/**
 * Every row of a dataset once for each of some values of one indicator, all else alike; value by value, the rows in their
 * order. Rows stay apart: each has a unit and a period of its own.
 */
export function variantsOf(dataset: Dataset, id: string, values: readonly Cell[]): Dataset {
  const { size, columns } = dataset
  const times = values.length
  const tiled = [...columns].map(
    ([key, { values: own, blanks, computed }]) =>
      [key, { values: tile(own, times), blanks: tile(blanks, times), ...(computed && { computed }) }] as const,
  )
  const cells = values.flatMap((value) => Array.from({ length: size }, () => value))
  return {
    size: size * times,
    units: Array.from({ length: size * times }, (_, row) => `u${row + 1}`),
    periods: Array.from({ length: size * times }, (_, row) => `p${String(row + 1).padStart(6, '0')}`),
    groups: values.flatMap(() => dataset.groups),
    columns: new Map([
      ...tiled,
      [
        id,
        {
          values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
          blanks: Uint8Array.from(cells, (cell) =>
            typeof cell === 'number' ? Blank.none : cell === null ? Blank.unanswered : Blank.notApplicable,
          ),
        },
      ],
    ]),
  }
}

function tile<T extends Float64Array | Uint8Array>(column: T, times: number): T
function tile(column: Float64Array | Uint8Array, times: number): Float64Array | Uint8Array {
  const all =
    column instanceof Float64Array ? new Float64Array(column.length * times) : new Uint8Array(column.length * times)
  for (let copy = 0; copy < times; copy++) all.set(column, copy * column.length)
  return all
}
