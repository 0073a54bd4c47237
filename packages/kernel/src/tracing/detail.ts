import { Blank, type Dataset } from '../dataset.ts'
import type { IndicatorSpec, NormaliseSpec } from '../framework.ts'
import { rawValues } from '../normalise/indicator.ts'
import { readPanel, type ExpertSpec } from '../normalise/panel.ts'
import { averageRanks } from '../normalise/percentile.ts'
import { segmentOf } from '../normalise/piecewise.ts'
import { snap } from '../numeric/grid.ts'
import { peerGroups } from '../peers.ts'
import type { NormaliseDetail } from '../trace.ts'
import { numberOrNull } from './values.ts'

type PercentileSpec = Extract<NormaliseSpec, { method: 'percentile' }>
const NOTHING: NormaliseDetail = { kind: 'none' }

/** What the normaliser looked at in one row, beyond its own parameters and the raw value. */
export function normaliseDetail(dataset: Dataset, spec: IndicatorSpec, row: number): NormaliseDetail {
  const { normalise } = spec
  if (normalise.method === 'expert') return panelDetail(dataset, normalise, { id: spec.id, row })
  const raw = rawValues(dataset, spec)
  const value = raw[row] ?? NaN
  if (Number.isNaN(value)) return NOTHING
  if (normalise.method === 'percentile') return peerDetail(dataset, normalise, { spec, raw, row })
  if (normalise.method !== 'piecewise') return NOTHING
  const [from, to] = segmentOf(value, normalise.points)
  return { kind: 'segment', from, to }
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
  const rows = [...raw.keys()].filter((other) => peers[other] === peers[row] && !Number.isNaN(raw[other]))
  const sign = spec.direction === 'negative' ? -1 : 1
  const ranks = averageRanks(rows.map((other) => sign * (raw[other] ?? NaN)))
  return { kind: 'peers', size: rows.length, rank: ranks[rows.indexOf(row)] ?? 0, usedFallback: rows.length < minGroup }
}
