import { Blank, type Column, type Dataset } from '../dataset.ts'
import type { IndicatorSpec } from '../framework.ts'
import { panelResults } from './panel.ts'

/**
 * What an indicator reads of a dataset: a panel's ratings become its result, a column that is absent is unanswered.
 *
 * @returns Length n, in the indicator's unit of measure (expert: on the rating scale); NaN where missing.
 * @example rawValues(dataset, plan.nodes[0].spec) // [80, 50, 20, 90]
 */
export function rawValues(dataset: Dataset, { id, normalise }: IndicatorSpec): Float64Array {
  const column = dataset.columns.get(id)
  if (!column) return new Float64Array(dataset.size).fill(NaN)
  return normalise.method === 'expert' && column.ratings
    ? panelResults(withoutBlankRatings(column), normalise)
    : column.values
}

/** A cell declared not applicable stays so, whatever ratings lie beside it. */
function withoutBlankRatings(column: Column): Column {
  const ratings = new Map([...(column.ratings ?? [])].filter(([row]) => column.blanks[row] !== Blank.notApplicable))
  return { ...column, ratings }
}
