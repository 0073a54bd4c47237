import { Blank, isBranch, type Column, type Dataset, type Plan } from '@plumbline/kernel'
import type { Draw } from './draw.ts'
import { isSampleNormaliser, normaliseBySample, type SampleNormaliser } from './sample-normaliser.ts'

/** Columns that a sample normaliser has made of the data as they are, kept for all draws. */
export type SampleCache = Map<SampleNormaliser, Map<string, Float64Array>>

/**
 * The dataset of one draw: noisy values, columns of a sample normaliser, indicators that are left out. Other columns are
 * those of the dataset itself.
 */
export function drawnDataset(
  plan: Plan,
  dataset: Dataset,
  { draw, cache }: { draw: Draw; cache: SampleCache },
): Dataset {
  const columns = new Map(dataset.columns)
  for (const [id, values] of draw.values ?? []) {
    const column = columns.get(id)
    if (column) columns.set(id, { values, blanks: column.blanks })
  }
  for (const [id, option] of draw.normalisers ?? []) {
    const column = columns.get(id)
    if (option === 'declared' || !isSampleNormaliser(option) || !column) continue
    const make = (): Float64Array => normaliseBySample(option, column.values, signOf(plan, id))
    columns.set(id, {
      values: draw.values?.has(id) ? make() : cached(cache, { option, id, make }),
      blanks: column.blanks,
    })
  }
  for (const id of draw.out ?? []) columns.set(id, leftOut(dataset.size))
  return { ...dataset, columns }
}

const leftOut = (size: number): Column => ({
  values: new Float64Array(size).fill(NaN),
  blanks: new Uint8Array(size).fill(Blank.notApplicable),
})

function signOf({ nodes, indexOf }: Plan, id: string): 1 | -1 {
  const node = nodes[indexOf.get(id) ?? -1]
  return node && !isBranch(node) && node.spec.direction === 'negative' ? -1 : 1
}

interface Wanted {
  readonly option: SampleNormaliser
  readonly id: string
  readonly make: () => Float64Array
}

function cached(cache: SampleCache, { option, id, make }: Wanted): Float64Array {
  const columns = cache.get(option) ?? new Map<string, Float64Array>()
  cache.set(option, columns)
  const values = columns.get(id) ?? make()
  columns.set(id, values)
  return values
}
