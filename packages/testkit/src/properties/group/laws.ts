import { fault, FaultError, type Dataset, type Fault, type IndicatorSpec, type Result } from '@plumbline/kernel'
import { shortly } from '../../sample/describe.ts'
import { withCells, type SampleRow } from '../../sample/row.ts'
import { EPSILON } from '../gain.ts'
import { bitsOf } from '../same.ts'
import { outOfBounds, unbalanced } from '../total.ts'
import { turned, type Group } from './group.ts'
import { keepsPeriodsApart, ordersUnits, risesWithValue, treatsTwinsAlike } from './holds.ts'

/** A law of units that are scored together. */
export interface GroupLaw {
  readonly id: string
  /** Counterexamples; null where the standard's methods do not promise it. */
  readonly check: (group: Group) => readonly Fault[] | null
}

/** A whole group of allowed values is scored: nobody's values stop everybody. */
export const groupTotal: GroupLaw = {
  id: 'group-totality',
  check: ({ trial, rows, lay }) => {
    try {
      trial.score(trial.plan, lay(rows))
      return []
    } catch (error) {
      if (!(error instanceof FaultError)) return [fault('PROPERTY_GROUP_REFUSED', { reason: String(error) })]
      const codes = [...new Set(error.faults.map(({ code }) => code))].join(', ')
      const { id } = error.faults[0]?.at ?? {}
      return [fault('PROPERTY_GROUP_REFUSED', { reason: codes }, id === undefined ? {} : { id })]
    }
  },
}

const groupBounds: GroupLaw = {
  id: 'group-bounds',
  check: ({ trial, rows, lay }) => {
    const found = outOfBounds(trial.score(trial.plan, lay(rows)))
    const example = found ? exampleOf({ trial }, rows[found.row]) : ''
    return found ? [fault('PROPERTY_OUT_OF_BOUNDS', { score: found.score, example }, { id: found.id })] : []
  },
}

const groupContributions: GroupLaw = {
  id: 'group-contributions',
  check: ({ trial, rows, lay }) => {
    const found = unbalanced(trial.score(trial.plan, lay(rows)))
    const example = found ? exampleOf({ trial }, rows[found.row]) : ''
    return found ? [fault('PROPERTY_CONTRIBUTIONS', { sum: found.sum, score: found.score, example })] : []
  },
}

/** The order in which units stand moves nothing. */
const groupOrder: GroupLaw = {
  id: 'group-order',
  check: ({ trial, rows, lay }) => {
    const data = lay(rows)
    const [result, other] = [trial.score(trial.plan, data), trial.score(trial.plan, turned(data))]
    const place = rows.findIndex((_, row) => !alike([result, row], [other, rows.length - 1 - row]))
    return place < 0 ? [] : [fault('PROPERTY_GROUP_ORDER', { example: exampleOf({ trial }, rows[place]) })]
  },
}

/** Two units that report the same score the same. */
const groupTwins: GroupLaw = {
  id: 'group-twins',
  check: ({ trial, rows, lay }) => {
    if (!treatsTwinsAlike(trial.plan)) return null
    const result = trial.score(trial.plan, lay([...rows, ...rows]))
    const place = rows.findIndex((_, row) => !alike([result, row], [result, row + rows.length]))
    if (place < 0) return []
    const { score: scores } = result
    const values = { first: known(scores[place]), second: known(scores[place + rows.length]) }
    return [fault('PROPERTY_TWINS_DIFFER', { ...values, example: exampleOf({ trial }, rows[place]) })]
  },
}

/** Of two units that are alike but for one better value, the better one is not behind. */
const groupLead: GroupLaw = {
  id: 'group-lead',
  check: (group) => {
    const indicators = ordersUnits(group.trial.plan)
    return indicators.length === 0
      ? null
      : indicators.flatMap((spec) => some(tried(group).map((row) => behind(group, spec, row))))
  },
}

/** A better value does not lower the unit's own score while all others stay as they are. */
const groupRise: GroupLaw = {
  id: 'group-rise',
  check: (group) => {
    const indicators = risesWithValue(group.trial.plan)
    return indicators.length === 0
      ? null
      : indicators.flatMap((spec) => some(tried(group).map((row) => falls(group, spec, row))))
  },
}

/** Units of another period move no bit. */
const groupPeriods: GroupLaw = {
  id: 'group-periods',
  check: ({ trial, rows, lay }) => {
    if (!keepsPeriodsApart(trial.plan)) return null
    const data = lay(rows)
    const later = lay(rows.slice(Math.floor(rows.length / 2)))
    const alone = bitsOf(trial.score(trial.plan, data), rows.length)
    const beside = bitsOf(trial.score(trial.plan, below(data, later)), rows.length)
    const place = alone.findIndex((bits, row) => bits !== beside[row])
    return place < 0 ? [] : [fault('PROPERTY_PERIODS_MIX', { example: exampleOf({ trial }, rows[place]) })]
  },
}

/** In the order in which they are told. */
export const GROUP_LAWS: readonly GroupLaw[] = [
  groupBounds,
  groupContributions,
  groupOrder,
  groupTwins,
  groupLead,
  groupRise,
  groupPeriods,
]

type Place = readonly [result: Result, row: number]

/** Everything of a row that is published, but for its rank: figures but for rounding, all else exactly. */
function alike([a, row]: Place, [b, other]: Place): boolean {
  const figures = ({ nodes, score: scores }: Result, at: number) => [
    scores[at],
    ...nodes.flatMap((column) => [column.score[at], column.contribution[at]]),
  ]
  const others = figures(b, other)
  return (
    a.status[row] === b.status[other] &&
    a.grade[row] === b.grade[other] &&
    a.gates.every((outcomes, gate) => outcomes[row] === b.gates[gate]?.[other]) &&
    figures(a, row).every((figure, place) => near(figure, others[place]))
  )
}

const near = (a = Number.NaN, b = Number.NaN): boolean => Object.is(a, b) || Math.abs(a - b) <= EPSILON
const known = (score: number | undefined): number | null => (score === undefined || Number.isNaN(score) ? null : score)
const exampleOf = ({ trial }: Pick<Group, 'trial'>, row: SampleRow | undefined): string =>
  row ? shortly(trial.space, row) : '–'

/** The first that was found. */
const some = (found: readonly (Fault | null)[]): readonly Fault[] => found.filter((one) => one !== null).slice(0, 1)

/** Places of the units that are moved: a poor, a middling and a good one, and an odd one. */
const tried = ({ rows }: Group): readonly number[] => [0, 1, Math.floor(rows.length / 2), rows.length - 2]

/** One unit once for each value of an indicator, all of them beside the others. */
function behind({ trial, rows, lay }: Group, spec: IndicatorSpec, place: number): Fault | null {
  const domain = trial.space.domains.get(spec.id) ?? []
  const unit = rows[place]
  if (!unit) return null
  const steps = domain.map((value) => withCells(unit, [[spec.id, value]]))
  const { score: scores } = trial.score(trial.plan, lay([...rows.toSpliced(place, 1), ...steps]))
  const of = (step: number): number => scores[rows.length - 1 + step] ?? Number.NaN
  const step = domain.findIndex((_, at) => at > 0 && of(at) < of(at - 1) - EPSILON)
  if (step < 0) return null
  const figures = figuresOf(trial, { spec, unit, step, scores: [of(step - 1), of(step)] })
  return fault('PROPERTY_BETTER_BEHIND', figures, { id: spec.id })
}

/** One unit among the same others, once with each value of an indicator. */
function falls({ trial, rows, lay }: Group, spec: IndicatorSpec, place: number): Fault | null {
  const domain = trial.space.domains.get(spec.id) ?? []
  const unit = rows[place]
  if (!unit) return null
  const scores = domain.map((value) =>
    scoreOf(trial, lay(rows.with(place, withCells(unit, [[spec.id, value]]))), place),
  )
  const step = scores.findIndex((score, at) => at > 0 && score < (scores[at - 1] ?? Number.NaN) - EPSILON)
  const pair = [scores[step - 1] ?? Number.NaN, scores[step] ?? Number.NaN] as const
  if (step < 0) return null
  return fault('PROPERTY_RISE_LOWERS', figuresOf(trial, { spec, unit, step, scores: pair }), { id: spec.id })
}

/** NaN where the group can no longer be scored, for example because all units are alike in something. */
function scoreOf({ plan, score }: Group['trial'], data: Dataset, row: number): number {
  try {
    return score(plan, data).score[row] ?? Number.NaN
  } catch (error) {
    if (error instanceof FaultError) return Number.NaN
    throw error
  }
}

interface Breach {
  readonly spec: IndicatorSpec
  readonly unit: SampleRow
  readonly step: number
  readonly scores: readonly [number, number]
}

function figuresOf({ catalogue, space }: Group['trial'], { spec, unit, step, scores }: Breach): Fault['params'] {
  const { zh, en } = catalogue.nodes.find(({ id }) => id === spec.id) ?? { zh: spec.id, en: spec.id }
  const domain = space.domains.get(spec.id) ?? []
  const [from, to] = [domain[step - 1] ?? null, domain[step] ?? null]
  const example = shortly(space, withCells(unit, [[spec.id, domain[0] ?? null]]))
  return { zh, en, from, to, before: scores[0], after: scores[1], example }
}

/** The rows of a period with those of a later one below them. */
function below(top: Dataset, bottom: Dataset): Dataset {
  const columns = [...top.columns].map(([id, { values, blanks }]) => {
    const under = bottom.columns.get(id)
    const own = {
      values: Float64Array.from([...values, ...(under?.values ?? [])]),
      blanks: Uint8Array.from([...blanks, ...(under?.blanks ?? [])]),
    }
    return [id, own] as const
  })
  return {
    size: top.size + bottom.size,
    units: [...top.units, ...bottom.units],
    periods: [...top.periods, ...bottom.periods.map((period) => `${period}~`)],
    groups: [...top.groups, ...bottom.groups],
    columns: new Map(columns),
  }
}
