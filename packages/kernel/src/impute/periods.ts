import { fault, type Fault } from '../errors.ts'
import { infiniteValues, lengthFaults, throwFaults } from '../screen/finite.ts'
import { fillMissing, type Filling, type ImputedColumn } from './imputed.ts'

/** Which rows are one unit, in which order of time, and how far a value is carried. */
export interface PeriodOptions {
  /** Length n: the unit of each row. */
  readonly units: readonly string[]
  /** Length n: the period of each row as a number, for example the year. */
  readonly periods: readonly number[]
  /** `carry-forward`: the last value before. `linear`: on the straight line between the values before and after. */
  readonly method: 'carry-forward' | 'linear'
  /** What a gap gets that the method does not reach, at the start or the end of a unit's series: nothing, or the nearest value. */
  readonly ends?: 'leave' | 'nearest'
  /** Longest way, in periods, to a value that is read. */
  readonly most?: number
}

interface Point {
  readonly row: number
  readonly period: number
  readonly value: number
}

/**
 * A missing value of a panel from the same unit's other periods.
 *
 * @param values - Length n, one a unit and period, in any order; NaN is missing. Not changed.
 * @returns A cell is left where the unit has no value near enough on the side or sides that the method reads.
 * @throws FaultError PREPARE_VALUE_INFINITE; PREPARE_LENGTH_DIFFERS; PREPARE_OPTION_FINITE - a period is no number;
 * PREPARE_OPTION_RANGE - `most` is negative; ROW_TWICE - a unit has two rows of one period.
 * @example imputeOverPeriods(Float64Array.of(1, NaN, 3), { units: ['a', 'a', 'a'], periods: [2020, 2021, 2022], method:
 * 'linear' }).values // [1, 2, 3]
 * Source: OECD/JRC (2008) Handbook, step 3; COINr 1.1.14, impute_panel.
 */
export function imputeOverPeriods(values: Float64Array, options: PeriodOptions): ImputedColumn {
  const { units, periods, most = Infinity } = options
  throwFaults([
    ...infiniteValues(values),
    ...lengthFaults(values.length, [units.length, periods.length]),
    ...(most >= 0
      ? []
      : [fault('PREPARE_OPTION_RANGE', { option: 'most', value: String(most), least: 0, most: 'Infinity' })]),
    ...periodFaults(units, periods),
  ])
  const series = new Map<string, Point[]>()
  for (const [row, value] of values.entries()) {
    if (Number.isNaN(value)) continue
    const unit = units[row] ?? ''
    series.set(unit, [...(series.get(unit) ?? []), { row, period: periods[row] ?? NaN, value }])
  }
  return fillMissing(values, (row) => {
    const period = periods[row] ?? NaN
    const near = (series.get(units[row] ?? '') ?? []).filter((point) => Math.abs(point.period - period) <= most)
    const before = near.filter((point) => point.period < period)
    const after = near.filter((point) => point.period > period)
    return filling(period, options, {
      before: before.reduce<Point | null>((last, point) => (last && last.period > point.period ? last : point), null),
      after: after.reduce<Point | null>((first, point) => (first && first.period < point.period ? first : point), null),
    })
  })
}

function filling(
  period: number,
  { method, ends }: PeriodOptions,
  { before, after }: { readonly before: Point | null; readonly after: Point | null },
): Filling {
  if (before && method === 'carry-forward') return { value: before.value, method, donors: [before.row] }
  if (before && after && method === 'linear') {
    const share = (period - before.period) / (after.period - before.period)
    return { value: before.value + share * (after.value - before.value), method, donors: [before.row, after.row] }
  }
  const nearest = ends === 'nearest' ? (before ?? after) : null
  return nearest && { value: nearest.value, method: 'nearest-period', donors: [nearest.row] }
}

function periodFaults(units: readonly string[], periods: readonly number[]): readonly Fault[] {
  const seen = new Set<string>()
  return periods.flatMap((period, row) => {
    const unit = units[row] ?? ''
    const key = `${period}\n${unit}`
    if (!Number.isFinite(period))
      return fault('PREPARE_OPTION_FINITE', { option: 'period', value: String(period) }, { unit })
    if (seen.has(key)) return fault('ROW_TWICE', {}, { unit, period: String(period) })
    seen.add(key)
    return []
  })
}
