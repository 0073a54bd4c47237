/** Cells of an expert panel: the ratings one by one (`82;85;79;90;76`), or only the panel's result. */
import type { Draws } from '@plumbline/analysis'
import type { NormaliseSpec } from '@plumbline/kernel'
import { invert } from './invert.ts'
import { writeNumber } from './numbers.ts'

type Expert = Extract<NormaliseSpec, { readonly method: 'expert' }>

export interface PanelPlace {
  readonly unit: number
  readonly period: string
  readonly score: number
  readonly id: string
}

/** Share of the units whose panel reports single ratings, and of those panels that do not agree. */
const REPORTS_RATINGS = 0.65
const DISAGREES = 0.04
/** Standard deviation of one rating about the panel's view, as a share of the scale. */
const RATER_SPREAD = { agreeing: 0.04, disagreeing: 0.2 }

export function panelCell(spec: Expert, place: PanelPlace, draws: Draws): string {
  const { unit, period, id } = place
  const [low, high] = spec.scale
  const decimals = high - low >= 20 ? 0 : 1
  const view = invert(spec, place.score)
  if (draws.uniform({ what: 'reports ratings', unit, item: id }) >= REPORTS_RATINGS)
    return writeNumber(view, decimals + 1)

  const disagrees = draws.uniform({ what: 'disagrees', unit, period, item: id }) < DISAGREES
  const spread = (high - low) * (disagrees ? RATER_SPREAD.disagreeing : RATER_SPREAD.agreeing)
  const raters = spec.ratersMin + Math.floor(3 * draws.uniform({ what: 'raters', unit, period, item: id }))
  return Array.from({ length: raters }, (_, rater) => {
    const rating = view + spread * draws.bell({ what: `rater ${rater}`, unit, period, item: id })
    return writeNumber(Math.min(high, Math.max(low, rating)), decimals)
  }).join(';')
}
