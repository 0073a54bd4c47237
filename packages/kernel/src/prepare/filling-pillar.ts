import { imputeByEm } from '../impute/em.ts'
import { sampled } from '../impute/imputed.ts'
import { imputeByNeighbours } from '../impute/neighbours.ts'
import { imputeByRow } from '../impute/row.ts'
import type { PillarImputeSpec } from '../pipeline/spec.ts'
import { isConstant } from '../treat/moments.ts'
import type { Filled, Kept, Observed } from './gaps.ts'
import { placesOf, type Part } from './samples.ts'
import { pick, placed } from './table.ts'

/**
 * Runs a method that reads several columns over the columns of one pillar and one part. A column that the sample shows
 * constant tells EM nothing and is left out of it; one without a better end is left out of the row-wise methods.
 */
export function fillPillar(
  spec: PillarImputeSpec,
  pillar: readonly Observed[],
  { part, table, faults }: Kept & { readonly part: Part },
): readonly Filled[] {
  const { rows } = part
  const sample = placesOf(part)
  const all = pillar.map(({ settings, values }) => ({ spec: settings.spec, values: pick(values, rows) }))
  const columns = all.filter(
    (column) =>
      (spec.method !== 'em' || !isConstant(sampled(column.values, sample))) &&
      (spec.method === 'em' || spec.method === 'neighbours' || column.spec.direction !== 'target'),
  )
  const gaps = columns.some(({ values }) => values.some((value) => Number.isNaN(value)))
  if (!gaps) return []
  const ids = columns.map((column) => column.spec.id)
  const values = columns.map((column) => column.values)
  const imputed = placed(
    () => {
      switch (spec.method) {
        case 'em':
          return imputeByEm(values, { sample }).columns
        case 'neighbours':
          return imputeByNeighbours(values, spec.k, { sample })
        default:
          return imputeByRow(values, {
            centre: spec.method === 'row-mean' ? 'mean' : 'median',
            directions: columns.map((column) => (column.spec.direction === 'negative' ? 'negative' : 'positive')),
            sample,
          })
      }
    },
    { id: ids[0] ?? '', rows, table, faults },
  )
  const byColumns = spec.method === 'row-mean' || spec.method === 'row-median'
  return (imputed ?? []).map((column, index) => ({
    id: ids[index] ?? '',
    column,
    rows,
    ...(byColumns && { ids }),
  }))
}
