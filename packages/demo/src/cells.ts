/** One indicator's cells: from the score a unit aims at to the text that stands in the file. */
import type { Draws } from '@plumbline/analysis'
import type { NormaliseSpec } from '@plumbline/kernel'
import type { CatalogueIndicator } from '@plumbline/plugin-api'
import { holds, type Harm } from './conditions.ts'
import { invert, invertBandFromAbove, nearestLevel } from './invert.ts'
import { decimalsFor, plausible, writeNumber } from './numbers.ts'
import { panelCell } from './panel.ts'

export interface CellPlace {
  readonly unit: number
  readonly period: string
  /** The unit's latent level, about 0 to 100. */
  readonly level: number
  /** The score this cell aims at; may lie a little outside 0 to 100. */
  readonly score: number
}

/** Share of the units that keep clear of a limit on a raw value: `weak` at level 0, `strong` at level 100. */
const COMPLIANCE = {
  cap: { weak: 0.3, strong: 0.93 },
  veto: { weak: 0.98, strong: 1 },
  entry: { weak: 0.98, strong: 1 },
}

/** The cell's text: a figure, `true` or `false`, or a panel's ratings with semicolons between. */
export function cellText(
  indicator: CatalogueIndicator,
  place: CellPlace,
  { draws, harms }: { readonly draws: Draws; readonly harms: readonly Harm[] },
): string {
  const { normalise: spec, id } = indicator
  if (spec.method === 'expert') return panelCell(spec, { ...place, id }, draws)
  const kept = harms.filter((harm) => harm.on === 'leaf' && harm.id === id && complies(harm, place, draws))
  const value = kept.reduce((raw, harm) => clear(indicator, raw, harm), rawValue(indicator, place, draws))
  return spec.method === 'boolean' ? String(value === 1) : writeNumber(value, decimalsFor(indicator))
}

function rawValue(indicator: CatalogueIndicator, place: CellPlace, draws: Draws): number {
  const spec: NormaliseSpec = indicator.normalise
  const { unit, period, score } = place
  const item = indicator.id
  switch (spec.method) {
    case 'level-map':
      return nearestLevel(spec.points, score)
    case 'boolean': {
      // The same draw in every period: what a unit once has it keeps as it improves. Most meet what is basic.
      const lacking = (1 - Math.min(100, Math.max(0, score)) / 100) ** (indicator.basic ? 3 : 1)
      const has = draws.uniform({ what: 'boolean', unit, item }) >= lacking
      return has === spec.whenTrue >= spec.whenFalse ? 1 : 0
    }
    case 'band': {
      const [from, to] = spec.ideal
      if (score >= 100) return from + (to - from) * draws.uniform({ what: 'ideal', unit, period, item })
      const above = draws.uniform({ what: 'side', unit, item }) < 0.5
      return above ? invertBandFromAbove(spec, score) : invert(spec, score)
    }
    default:
      return plausible(indicator, invert(spec, score))
  }
}

function complies({ gate, id }: Harm, { unit, level }: CellPlace, draws: Draws): boolean {
  const { weak, strong } = COMPLIANCE[gate.kind]
  const share = weak + (strong - weak) * Math.min(1, Math.max(0, level / 100))
  return draws.uniform({ what: `complies ${gate.id}`, unit, item: id }) < share
}

/** The nearest value at which the comparison does not hold: the limit itself, or one step of the last digit past it. */
function clear(indicator: CatalogueIndicator, value: number, { op, value: limit }: Harm): number {
  if (!holds(value, op, limit)) return value
  const spec = indicator.normalise
  if (spec.method === 'level-map' || spec.method === 'boolean') {
    const listed = spec.method === 'boolean' ? [0, 1] : spec.points.map(([level]) => level)
    const safe = listed.filter((level) => !holds(level, op, limit))
    return safe.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0] ?? value
  }
  const step = 10 ** -decimalsFor(indicator)
  return [limit, limit + step, limit - step].find((candidate) => !holds(candidate, op, limit)) ?? value
}
