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
 * @throws FaultError UNIT_NOT_IN_PERIOD - the unit has no row in a period.
 * @throws FaultError ATTRIBUTION_NO_SCORE - a mix of the two periods has no score, for example where the later method asks
 * for an indicator that the earlier data lack and its absence means no result.
 * @example attributePeriods({ unit: 'A', before, after }) // { from: 60, to: 68, own: 4.5, others: 0, method: 3.5, revision: 0 }
 */
export function attributePeriods(change: PeriodChange): PeriodAttribution {
  const { unit, before, after, published } = change
  const rows = [
    findRow(before.dataset, unit, before.period),
    findRow(after.dataset, unit, after.period),
    findRow(published ?? before.dataset, unit, before.period),
  ]
  const faults = rows.filter((row) => 'code' in row)
  if (faults.length > 0) throw new FaultError(faults)
  const [old, latest, first] = rows.filter((row) => 'dataset' in row)
  if (!old || !latest || !first) throw new FaultError(faults)

  const plans = [bare(before.plan), bare(after.plan)] as const
  const worth = (members: number): number =>
    scoreOf(members & 4 ? plans[1] : plans[0], members & 1 ? latest : old, members & 2 ? latest : old)
  const from = scoreOf(plans[0], first, first)
  const [own, others, method] = shapley(3, (members) => Float64Array.of(worth(members)))
  const attribution = {
    from,
    to: worth(7),
    own: own?.[0] ?? NaN,
    others: others?.[0] ?? NaN,
    method: method?.[0] ?? NaN,
    revision: snap(worth(0) - from),
  }
  if (Object.values(attribution).some(Number.isNaN)) throw new FaultError([fault('ATTRIBUTION_NO_SCORE', {}, { unit })])
  return attribution
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
