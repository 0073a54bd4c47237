import { Blank, type Dataset } from '../dataset.ts'
import type { IndicatorSpec, NormaliseSpec } from '../framework.ts'
import { rawValues } from '../normalise/raw.ts'
import { readPanel, type ExpertSpec } from '../normalise/panel.ts'
import { averageRanks } from '../normalise/percentile.ts'
import { segmentOf } from '../normalise/piecewise.ts'
import { readsSample } from '../normalise/sample/spec.ts'
import { snap } from '../numeric/grid.ts'
import { peerGroups } from '../peers.ts'
import type { Prepared, PreparedColumn } from '../prepare/prepared.ts'
import type { NormaliseDetail } from '../trace.ts'
import { numberOrNull } from './values.ts'

type PercentileSpec = Extract<NormaliseSpec, { method: 'percentile' }>
const NOTHING: NormaliseDetail = { kind: 'none' }

/** What the normaliser looked at in one row, beyond its own parameters and the raw value. */
export function normaliseDetail(
  dataset: Dataset,
  spec: IndicatorSpec,
  { row, prepared }: { readonly row: number; readonly prepared: Prepared | undefined },
): NormaliseDetail {
  const { normalise } = spec
  const column = prepared?.columns.get(spec.id)
  if (normalise.method === 'expert') return panelDetail(dataset, normalise, { id: spec.id, row })
  if (prepared && column && readsSample(normalise)) return sampleDetail(column, prepared, row)
  const raw = column?.values ?? rawValues(dataset, spec)
  const value = raw[row] ?? NaN
  if (Number.isNaN(value)) return NOTHING
  if (normalise.method === 'percentile') return peerDetail(dataset, normalise, { spec, raw, row })
  if (normalise.method !== 'piecewise') return NOTHING
  const [from, to] = segmentOf(value, normalise.points)
  return { kind: 'segment', from, to }
}

function sampleDetail(
  { settings, values, parts, partOf }: PreparedColumn,
  { units }: Prepared,
  row: number,
): NormaliseDetail {
  const value = values[row] ?? NaN
  const part = parts[partOf[row] ?? -1]
  if (Number.isNaN(value) || !part?.statistics) return NOTHING
  const { count, minimum, maximum, mean, deviation, sorted } = part.statistics
  const { direction, normalise } = settings.spec
  const isKept = sorted.length === count
  const unit = normalise.method === 'distance-to-reference' ? normalise.reference : null
  const referenceRow = part.sample.find((other) => units[other] === unit)
  return {
    kind: 'sample',
    direction,
    count,
    minimum,
    maximum,
    mean,
    deviation: numberOrNull(deviation),
    beaten: isKept ? sorted.filter((other) => (direction === 'negative' ? other > value : other < value)).length : null,
    equal: isKept ? sorted.filter((other) => other === value).length : null,
    referenceValue: referenceRow === undefined ? null : numberOrNull(values[referenceRow]),
  }
}

function panelDetail(
  dataset: Dataset,
  spec: ExpertSpec,
  { id, row }: { readonly id: string; readonly row: number },
): NormaliseDetail {
  const column = dataset.columns.get(id)
  const ratings = column?.ratings?.get(row) ?? []
  if (ratings.length === 0 || column?.blanks[row] === Blank.notApplicable) return NOTHING
  const { dispersion, tooFew } = readPanel(ratings, spec)
  const spread = snap(dispersion)
  return { kind: 'panel', ratings, dispersion: numberOrNull(spread), alert: spread >= spec.dispersionAlert, tooFew }
}

function peerDetail(
  dataset: Dataset,
  { minGroup }: PercentileSpec,
  { spec, raw, row }: { readonly spec: IndicatorSpec; readonly raw: Float64Array; readonly row: number },
): NormaliseDetail {
  const peers = peerGroups(dataset)
  const rows = [...peers.keys()].filter((other) => peers[other] === peers[row] && !Number.isNaN(raw[other]))
  const sign = spec.direction === 'negative' ? -1 : 1
  const ranks = averageRanks(rows.map((other) => sign * (raw[other] ?? NaN)))
  return { kind: 'peers', size: rows.length, rank: ranks[rows.indexOf(row)] ?? 0, usedFallback: rows.length < minGroup }
}
