import { fault, FaultError, type Fault } from '../../errors.ts'
import { ln, exp } from '../../numeric/exp-ln.ts'
import { infiniteValues, lengthFaults, throwFaults } from '../../screen/finite.ts'

interface Point {
  readonly period: number
  readonly value: number
}

/**
 * Compound growth for each period: (last / first)^(1 / (periods between)) - 1, between the first and the last observed value.
 *
 * @param values - Length n, one unit's figures; NaN is missing. Not changed.
 * @param periods - Length n, for example years, in any order.
 * @returns A share for each period; null for fewer than two values: there is no growth to tell.
 * @throws FaultError PREPARE_VALUE_INFINITE; PREPARE_LENGTH_DIFFERS; PREPARE_OPTION_FINITE - a period; TREND_PERIOD_TWICE - a period
 * is given twice; TREND_NOT_POSITIVE - the first value is not above 0, or the last is below.
 * @example compoundGrowth(Float64Array.of(100, NaN, 121), [2020, 2021, 2022]) // 0.1
 * Source: COINr 1.1.14, CAGR.
 */
export function compoundGrowth(values: Float64Array, periods: readonly number[]): number | null {
  const [first, last] = ends(observedPoints(values, periods))
  if (!first || !last) return null
  if (!(first.value > 0) || last.value < 0) {
    throw new FaultError([fault('TREND_NOT_POSITIVE', { first: first.value, last: last.value })])
  }
  return exp(ln(last.value / first.value) / (last.period - first.period)) - 1
}

/**
 * Change in per cent over a number of periods, by the least-squares line: 100 per slope / fitted first value. Of two values
 * the line is the one through both.
 *
 * @param values - Length n, one unit's figures; NaN is missing. Not changed.
 * @param periods - Length n, for example years, in any order.
 * @param per - Number of periods that the change is told for.
 * @returns Per cent; null for fewer than two values.
 * @throws FaultError PREPARE_VALUE_INFINITE; PREPARE_LENGTH_DIFFERS; PREPARE_OPTION_FINITE - a period or `per`; TREND_PERIOD_TWICE - a
 * period is given twice; TREND_FITTED_ZERO - the line starts at 0.
 * @example percentChange(Float64Array.of(5, 8), [2, 5], 1) // 20
 * Source: COINr 1.1.14, prc_change.
 */
export function percentChange(values: Float64Array, periods: readonly number[], per: number): number | null {
  if (!Number.isFinite(per))
    throw new FaultError([fault('PREPARE_OPTION_FINITE', { option: 'per', value: String(per) })])
  const points = observedPoints(values, periods)
  const [first, last] = ends(points)
  if (!first || !last) return null
  const centre = points.reduce((sum, { period }) => sum + period, 0) / points.length
  const mean = points.reduce((sum, { value }) => sum + value / points.length, 0)
  const squares = points.reduce((sum, { period }) => sum + (period - centre) * (period - centre), 0)
  const products = points.reduce((sum, { period, value }) => sum + (period - centre) * (value - mean), 0)
  const slope = products / squares
  const fitted = mean + slope * (first.period - centre)
  if (fitted === 0) throw new FaultError([fault('TREND_FITTED_ZERO')])
  return ((per * slope) / fitted) * 100
}

function observedPoints(values: Float64Array, periods: readonly number[]): readonly Point[] {
  throwFaults([
    ...infiniteValues(values),
    ...lengthFaults(values.length, [periods.length]),
    ...periods.flatMap((period, row): readonly Fault[] => {
      if (!Number.isFinite(period)) return [fault('PREPARE_OPTION_FINITE', { option: 'period', value: String(period) })]
      return periods.indexOf(period) < row ? [fault('TREND_PERIOD_TWICE', {}, { period: String(period) })] : []
    }),
  ])
  return periods
    .map((period, row) => ({ period, value: values[row] ?? NaN }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => a.period - b.period)
}

/** First and last of at least two points. */
const ends = (points: readonly Point[]): readonly [Point | undefined, Point | undefined] =>
  points.length < 2 ? [undefined, undefined] : [points[0], points.at(-1)]
