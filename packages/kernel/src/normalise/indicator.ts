import type { Dataset } from '../dataset.ts'
import type { IndicatorSpec } from '../framework.ts'
import { peerGroups } from '../peers.ts'
import { normaliseByBand } from './band.ts'
import { normaliseByBoolean } from './boolean.ts'
import { normaliseByLogGoalposts } from './goalposts-log.ts'
import { normaliseByGoalposts } from './goalposts.ts'
import { normaliseByLevels } from './level-map.ts'
import type { NormalisedColumn } from './method.ts'
import { normaliseByPercentile } from './percentile.ts'
import { normaliseByPieces } from './piecewise.ts'
import { rawValues } from './raw.ts'

/** Normalises one indicator by its own method. The values have passed `validateDataset`; no method reads a sample. */
export const normaliseIndicator = (dataset: Dataset, spec: IndicatorSpec): NormalisedColumn =>
  normaliseValues(dataset, spec, rawValues(dataset, spec))

/** The same of values that may have been prepared; a method that reads a sample leaves them all missing. */
export function normaliseValues(
  dataset: Dataset,
  { normalise, direction }: IndicatorSpec,
  raw: Float64Array,
): NormalisedColumn {
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
    default:
      return { scores: new Float64Array(raw.length).fill(NaN), held: new Int8Array(raw.length) }
  }
}
