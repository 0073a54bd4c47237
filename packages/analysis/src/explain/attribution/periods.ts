import {
  Blank,
  compile,
  fault,
  FaultError,
  score,
  snap,
  type Column,
  type Dataset,
  type Fault,
  type Plan,
} from '@plumbline/kernel'
import { takeRows, type RowOf } from '../common/rows.ts'
import { shapley } from './shapley.ts'

/** One period of a standard: its method and its data. */
export interface PeriodData {
  readonly plan: Plan
  readonly dataset: Dataset
  readonly period: string
}

/** A unit in two periods. */
export interface PeriodChange {
  readonly unit: string
  readonly before: PeriodData
  readonly after: PeriodData
  /** The earlier period's data as they were first published, where they have been revised since. */
  readonly published?: Dataset
  /** The earlier period's data as the later method reads them, where it asks for other items or on other scales. */
  readonly carried?: CarriedData
}

/** Data of an earlier version of a standard, carried over to a later one. */
export interface CarriedData {
  /** The rows of the earlier dataset, in its order, with the items of the later version. */
  readonly dataset: Dataset
  /** Items that the earlier version did not ask for. */
  readonly asked: readonly string[]
}

/** Points of the root score; the four shares add up to `to - from` on the 1e-9 grid. */
export interface PeriodAttribution {
  /** Score of the earlier period as it was published, and of the later one. */
  readonly from: number
  readonly to: number
  /** The unit's own values moved. */
  readonly own: number
  /** Others' values moved, and with them the place among peers. 0 where no indicator is scored among peers. */
  readonly others: number
  /** Weights, goalposts or formulas changed. */
  readonly method: number
  /** The earlier period's data were corrected after publication. */
  readonly revision: number
}

/**
 * Why a unit's score differs between two periods. A revision comes first and stands for itself: what the correction alone
 * does to the earlier score. What remains is shared among own data, others' data and method by exact Shapley shares.
 *
 * With `carried` data the method comes first and the two kinds of data share the rest, because later data cannot be read
 * by the earlier method: the exact shares under the precedence of the method. Items that were not asked for before count
 * with their later values, so that asking for them is the method's doing and not the unit's.
 *
 * @throws FaultError UNIT_NOT_IN_PERIOD - the unit has no row in a period.
 * @throws FaultError ATTRIBUTION_NO_SCORE - a mix of the two periods has no score, for example where the later method asks
 * for an indicator that the earlier data lack and its absence means no result.
 * @throws FaultError ATTRIBUTION_UNREADABLE - the method of one period cannot read the data of the other; with what it
 * cannot read.
 * @example attributePeriods({ unit: 'A', before, after }) // { from: 60, to: 68, own: 4.5, others: 0, method: 3.5, revision: 0 }
 * Source: Shapley (1953), doi:10.1515/9781400881970-018; precedence: Faigle and Kern (1992), doi:10.1007/BF01258278.
 */
export function attributePeriods(change: PeriodChange): PeriodAttribution {
  const { unit, before, after, published, carried } = change
  const rows = [
    findRow(before.dataset, unit, before.period),
    findRow(after.dataset, unit, after.period),
    findRow(published ?? before.dataset, unit, before.period),
  ]
  const faults = rows.filter((row) => 'code' in row)
  if (faults.length > 0) throw new FaultError(faults)
  const [old, latest, first] = rows.filter((row) => 'dataset' in row)
  if (!old || !latest || !first) throw new FaultError(faults)

  const [earlier, later] = [bare(before.plan), bare(after.plan)]
  const from = scoreOf(earlier, first, first)
  const start = scoreOf(earlier, old, old)
  const shares = carried
    ? methodFirst({ start, later, latest, given: { dataset: withAsked(carried, after), row: old.row } })
    : together({ earlier, later, old, latest })
  const attribution = { from, ...shares, revision: snap(start - from) }
  if (Object.values(attribution).some(Number.isNaN)) throw new FaultError([fault('ATTRIBUTION_NO_SCORE', {}, { unit })])
  return attribution
}

type Shares = Pick<PeriodAttribution, 'to' | 'own' | 'others' | 'method'>

interface Periods {
  readonly earlier: Plan
  readonly later: Plan
  readonly old: RowOf
  readonly latest: RowOf
}

/** Own data, others' data and method in all their orders. */
function together({ earlier, later, old, latest }: Periods): Shares {
  const worth = (members: number): number =>
    scoreOf(members & 4 ? later : earlier, members & 1 ? latest : old, members & 2 ? latest : old)
  const [own, others, method] = shapley(3, (members) => Float64Array.of(readable(worth, members)))
  return { to: worth(7), own: own?.[0] ?? NaN, others: others?.[0] ?? NaN, method: method?.[0] ?? NaN }
}

/** The method on the earlier data, then own and others' data in both orders. */
function methodFirst(given: {
  readonly start: number
  readonly later: Plan
  readonly given: RowOf
  readonly latest: RowOf
}): Shares {
  const { start, later, latest, given: old } = given
  const worth = (members: number): number => scoreOf(later, members & 1 ? latest : old, members & 2 ? latest : old)
  const [own, others] = shapley(2, (members) => Float64Array.of(readable(worth, members)))
  return { to: worth(3), own: own?.[0] ?? NaN, others: others?.[0] ?? NaN, method: snap(worth(0) - start) }
}

/** A mix that cannot be read is a fault of the mix, not of anybody's data. */
function readable(worth: (members: number) => number, members: number): number {
  try {
    return worth(members)
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    throw new FaultError([fault('ATTRIBUTION_UNREADABLE'), ...error.faults])
  }
}

/** Carried data with the later values of the items that were not asked for before; a unit that left has none. */
function withAsked({ dataset, asked }: CarriedData, { dataset: later, period }: PeriodData): Dataset {
  const rows = dataset.units.map((unit) =>
    later.units.findIndex((other, at) => other === unit && later.periods[at] === period),
  )
  const { columns } = takeRows(later, rows)
  const answered = asked.flatMap((id) => {
    const column = columns.get(id)
    return column ? [[id, column] as const] : []
  })
  return { ...dataset, columns: new Map([...dataset.columns, ...answered]) }
}

function findRow(dataset: Dataset, unit: string, period: string): RowOf | Fault {
  const row = dataset.units.findIndex((own, at) => own === unit && dataset.periods[at] === period)
  return row < 0 ? fault('UNIT_NOT_IN_PERIOD', {}, { unit, period }) : { dataset, row }
}

/** Scores alone: no gate. Facts stay, because formulas may read them. */
const bare = ({ framework }: Plan): Plan => compile({ ...framework, gates: [], basicRule: [] })

/** Root score of one period's row among another's peers. */
function scoreOf(plan: Plan, own: RowOf, among: RowOf): number {
  const unit = own.dataset.units[own.row] ?? ''
  const { units, periods } = among.dataset
  const peers = Array.from(units.keys()).filter((row) => units[row] !== unit && periods[row] === periods[among.row])
  const parts = [takeRows(own.dataset, [own.row]), takeRows(among.dataset, peers)] as const
  return score(plan, withoutComputed(plan, stack(...parts))).score[0] ?? NaN
}

/** Values that a formula gave are left out: the plan that scores works them out by its own. */
function withoutComputed(plan: Plan, dataset: Dataset): Dataset {
  const computed = new Set(plan.nodes.flatMap(({ spec }) => (spec.kind === 'indicator' && spec.value ? [spec.id] : [])))
  return { ...dataset, columns: new Map([...dataset.columns].filter(([id]) => !computed.has(id))) }
}

/** One dataset below another, in one period. */
function stack(top: Dataset, bottom: Dataset): Dataset {
  const ids = new Set([...top.columns.keys(), ...bottom.columns.keys()])
  const size = top.size + bottom.size
  return {
    size,
    units: [...top.units, ...bottom.units],
    periods: Array.from({ length: size }, () => ''),
    groups: [...top.groups, ...bottom.groups],
    columns: new Map(Array.from(ids, (id) => [id, stackColumn(id, top, bottom)])),
  }
}

function stackColumn(id: string, top: Dataset, bottom: Dataset): Column {
  const [a, b] = [columnOf(top, id), columnOf(bottom, id)]
  const ratings = [
    ...(a.ratings ?? []),
    ...Array.from(b.ratings ?? [], ([row, each]) => [row + top.size, each] as const),
  ]
  return {
    values: Float64Array.from([...a.values, ...b.values]),
    blanks: Uint8Array.from([...a.blanks, ...b.blanks]),
    ...(ratings.length > 0 && { ratings: new Map(ratings) }),
  }
}

const columnOf = ({ columns, size }: Dataset, id: string): Column =>
  columns.get(id) ?? { values: new Float64Array(size).fill(NaN), blanks: new Uint8Array(size).fill(Blank.unanswered) }
