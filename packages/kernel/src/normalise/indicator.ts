import { Blank, type Column, type Dataset } from '../dataset.ts'
import type { IndicatorSpec } from '../framework.ts'
import { peerGroups } from '../peers.ts'
import { normaliseByBand } from './band.ts'
import { normaliseByBoolean } from './boolean.ts'
import { normaliseByLogGoalposts } from './goalposts-log.ts'
import { normaliseByGoalposts } from './goalposts.ts'
import { normaliseByLevels } from './level-map.ts'
import type { NormalisedColumn } from './method.ts'
import { panelResults } from './panel.ts'
import { normaliseByPercentile } from './percentile.ts'
import { normaliseByPieces } from './piecewise.ts'

/**
 * What an indicator reads of a dataset: a panel's ratings become its result, a column that is absent is unanswered.
 *
 * @returns Length n, in the indicator's unit of measure (expert: on the rating scale); NaN where missing.
 */
export function rawValues(dataset: Dataset, { id, normalise }: IndicatorSpec): Float64Array {
  const column = dataset.columns.get(id)
  if (!column) return new Float64Array(dataset.size).fill(NaN)
  return normalise.method === 'expert' && column.ratings
    ? panelResults(withoutBlankRatings(column), normalise)
    : column.values
}

/** Normalises one indicator by its own method. The values have passed `validateDataset`. */
export function normaliseIndicator(dataset: Dataset, spec: IndicatorSpec): NormalisedColumn {
  const raw = rawValues(dataset, spec)
  const { normalise, direction } = spec
  switch (normalise.method) {
    case 'goalposts':
      return normaliseByGoalposts(raw, normalise)
    case 'goalposts-log':
      return normaliseByLogGoalposts(raw, normalise)
    case 'piecewise':
      return normaliseByPieces(raw, normalise.points)
    case 'level-map':
      return normaliseByLevels(raw, normalise.points)
    case 'boolean':
      return normaliseByBoolean(raw, normalise)
    case 'band':
      return normaliseByBand(raw, normalise)
    case 'expert':
      return normaliseByGoalposts(raw, { worst: normalise.scale[0], best: normalise.scale[1] })
    case 'percentile':
      return normaliseByPercentile(raw, direction === 'negative' ? 'negative' : 'positive', {
        peers: peerGroups(dataset),
        minGroup: normalise.minGroup,
        fallback: normalise.fallback,
      })
  }
}

/** A cell declared not applicable stays so, whatever ratings lie beside it. */
function withoutBlankRatings(column: Column): Column {
  const ratings = new Map([...(column.ratings ?? [])].filter(([row]) => column.blanks[row] !== Blank.notApplicable))
  return { ...column, ratings }
}
