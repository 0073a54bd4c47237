/**
 * Who takes part, and how good each is: the latent side of the model. Scores here are on 0 to 100 before noise of the
 * single cells; see `demonstrationCsv` for the whole model.
 */
import type { Draws } from '@plumbline/analysis'
import type { Catalogue, Term } from '@plumbline/plugin-api'

export interface Member {
  /** Number of the unit, from 0. */
  readonly unit: number
  /** Peer group, null where the standard has none. */
  readonly group: Term | null
  /** Latent level by period, in the order of the periods asked for; null in a period without this unit. */
  readonly levels: readonly (number | null)[]
}

const ABILITY = { mean: 58, spread: 16 }
const GROUP_SPREAD = 4
/** Points a period; the weak improve faster, and each unit has its own pace. */
const IMPROVEMENT = { mean: 3.5, spread: 1.5, catchUp: 0.05 }
const YEAR_NOISE = 1.2
/** Share of the units that join after the first period, and that leave after each. */
const JOINS_LATER = 0.04
const LEAVES = 0.02

/** Every unit of a file, in order. */
export function populationOf(
  catalogue: Catalogue,
  draws: Draws,
  size: { readonly units: number; readonly periods: readonly string[] },
): Member[] {
  return Array.from({ length: size.units }, (_, unit) => {
    const group = groupOf(catalogue.groups, draws, unit)
    const ability =
      ABILITY.mean +
      ABILITY.spread * draws.bell({ what: 'ability', unit }) +
      (group ? GROUP_SPREAD * draws.bell({ what: 'group effect', item: group.id }) : 0)
    const pace =
      IMPROVEMENT.mean +
      IMPROVEMENT.spread * draws.bell({ what: 'pace', unit }) +
      IMPROVEMENT.catchUp * (ABILITY.mean - ability)
    const present = presenceOf(draws, unit, size.periods)
    const levels = size.periods.map((period, step) =>
      present[step] === true ? ability + pace * step + YEAR_NOISE * draws.bell({ what: 'year', unit, period }) : null,
    )
    return { unit, group, levels }
  })
}

function groupOf(groups: readonly Term[], draws: Draws, unit: number): Term | null {
  return groups[Math.floor(draws.uniform({ what: 'group', unit }) * groups.length)] ?? null
}

/** A unit joins once and leaves once. With a single period everybody is there. */
function presenceOf(draws: Draws, unit: number, periods: readonly string[]): boolean[] {
  const first = periods.length > 1 && draws.uniform({ what: 'joins later', unit }) < JOINS_LATER ? 1 : 0
  let left = false
  return periods.map((period, step) => {
    left ||= step > first && draws.uniform({ what: 'leaves', unit, period }) < LEAVES
    return step >= first && !left
  })
}
