/**
 * Facts: quiet nearly always. Incidents are rare, strike weak and strong alike, and now and then one makes a veto or a
 * cap fire. A fact with a lower limit, such as a completeness in per cent, moves around that limit with the unit's level.
 */
import type { Draws } from '@plumbline/analysis'
import type { CatalogueFact } from '@plumbline/plugin-api'
import type { Harm } from './conditions.ts'

/** Share of the rows that gates of a kind act on in the long run, all facts together and the look-back counted in. */
const STRUCK = { veto: 0.034, entry: 0.01, cap: 0.045 }
/** How far above its limit a fact with a lower limit lies on average, in spreads, at level 0 and at level 100. */
const LIMIT_ROOM = { weak: 0.1, strong: 0.7 }
const GOLDEN = (Math.sqrt(5) - 1) / 2

export interface FactCell {
  readonly unit: number
  readonly period: string
  /** The unit's latent level, about 0 to 100. */
  readonly level: number
}

/** Values of one fact as the file has them: figures, or `true` and `false`. */
export type FactWriter = (cell: FactCell) => string

/** What the facts of one file have in common. */
export interface FactSetting {
  readonly harms: readonly Harm[]
  readonly draws: Draws
  readonly periodMonths: number
}

export function factWriter(fact: CatalogueFact, setting: FactSetting): FactWriter {
  const harm = setting.harms.find(({ on, id }) => on === 'fact' && id === fact.id)
  if (!harm) return () => writeFact(fact, 0)
  if (fact.type === 'number' && isFloor(harm)) return floorWriter(fact, harm.value, setting.draws)

  const { quiet, offending } = incidentValues(fact, harm)
  const chance = STRUCK[harm.gate.kind] / sharers(setting.harms, harm) / periodsStruck(harm, setting)
  return ({ unit, period }) => {
    // Equally spaced along the units instead of drawn one by one: a short file has its share of incidents too.
    const offset = setting.draws.uniform({ what: 'incident', period, item: fact.id })
    return writeFact(fact, (offset + unit * GOLDEN) % 1 < chance ? offending : quiet)
  }
}

/** Facts that tell of incidents for the same kind of gate. */
const sharers = (harms: readonly Harm[], harm: Harm): number =>
  new Set(harms.filter((h) => h.on === 'fact' && h.gate.kind === harm.gate.kind && !isFloor(h)).map((h) => h.id)).size

/** In how many periods one incident makes the gate act: its own, and those that look back to it. */
const periodsStruck = ({ gate }: Harm, { periodMonths }: FactSetting): number =>
  Math.max(1, Math.ceil((gate.lookbackMonths ?? 0) / periodMonths))

const isFloor = (harm: Harm): boolean => harm.op === '<' || harm.op === '<='

/**
 * A value with a lower limit lies between half the room below the limit and all of it above. A limit under 100 is read
 * as a percentage with 100 as its end.
 */
function floorWriter(fact: CatalogueFact, limit: number, draws: Draws): FactWriter {
  const room = limit > 0 && limit < 100 ? 100 - limit : Math.max(1, Math.abs(limit) * 0.1)
  return ({ unit, period, level }) => {
    const share = Math.min(1, Math.max(0, level / 100))
    const centre = LIMIT_ROOM.weak + (LIMIT_ROOM.strong - LIMIT_ROOM.weak) * share
    const value = limit + room * (centre + 0.25 * draws.bell({ what: 'fact', unit, period, item: fact.id }))
    return writeFact(fact, Math.min(limit + room, Math.max(limit - room / 2, value)))
  }
}

function incidentValues(fact: CatalogueFact, { op, value }: Harm): { quiet: number; offending: number } {
  const other = fact.type === 'boolean' ? 1 - value : value + 1
  switch (op) {
    case '==':
      return { quiet: other, offending: value }
    case '!=':
      return { quiet: value, offending: other }
    case '>=':
      return { quiet: value > 0 ? 0 : value - 1, offending: value }
    case '>':
      return { quiet: Math.min(0, value), offending: value + 1 }
    case '<':
    case '<=':
      return { quiet: value + 1, offending: value - 1 }
  }
}

const writeFact = (fact: CatalogueFact, value: number): string =>
  fact.type === 'boolean' ? String(value !== 0) : String(Math.round(value * 10) / 10)
